/** What the outbox needs of a browser; tests hand in their own. */

export type KeyValue = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>

export type PostAnswer = { readonly status: number; readonly body: unknown }

export type OutboxPorts = {
  readonly storage: KeyValue
  /** Sends a batch. A network that fails is status 0; it never throws. */
  post(body: string): Promise<PostAnswer>
  /** Runs while no other tab does the same; false, and nothing is run, where another is at it. */
  exclusively(name: string, run: () => Promise<void>): Promise<boolean>
  /** Calls back after so many milliseconds; the answer cancels it. */
  later(ms: number, run: () => void): () => void
}
