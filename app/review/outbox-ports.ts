/** What the outbox needs of a browser; tests hand in their own. */
import type { RoomAnswerInput } from '@/lib/core/class/room-answer'
import type { ReviewEventInput } from '@/lib/core/review/event'

/** What goes out: reviews, and answers in a room, of which the server makes reviews. */
export type Outgoing = ReviewEventInput | RoomAnswerInput

export type Entry = { readonly id: string; readonly event: Outgoing }
export type Refused = { readonly id: string; readonly reason: string }

/** Written at once, before the next card shows; outlives the page, though perhaps not a machine that loses its power. */
export type Journal = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>

/** Written a moment later and then safe from everything: each promise resolves when it is on the disk. */
export type Shelf = {
  read(owner: string): Promise<{ waiting: readonly Entry[]; refused: readonly Refused[] }>
  put(owner: string, entry: Entry): Promise<void>
  /**
   * Takes out what the server has, and puts aside what it refuses, in one transaction. What the server has is kept for
   * as long as this device's provisions do not know of it.
   */
  settle(owner: string, stored: readonly Entry[], refused: readonly Refused[]): Promise<void>
  dismiss(owner: string, ids: readonly string[]): Promise<void>
  owners(): Promise<string[]>
}

/** What the tabs of one learner tell each other. */
export type Told =
  | { readonly kind: 'put'; readonly event: Outgoing }
  | { readonly kind: 'gone'; readonly ids: readonly string[] }
  | { readonly kind: 'changed' }

export type PostAnswer = { readonly status: number; readonly body: unknown }

export type OutboxPorts = {
  readonly journal: Journal
  readonly shelf: Shelf
  /** Sends a batch. A network that fails is status 0; it never throws. */
  post(body: string): Promise<PostAnswer>
  /** Runs while no other tab does the same; false, and nothing is run, where another is at it. */
  exclusively(name: string, run: () => Promise<void>): Promise<boolean>
  /** Calls back after so many milliseconds; the answer cancels it. */
  later(ms: number, run: () => void): () => void
  /** Tells the other tabs. */
  tell(told: Told): void
}
