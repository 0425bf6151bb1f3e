/**
 * Decisions on their way to the server: written down on this device first, sent at once, sent again until they arrive.
 * The last decision on an item is the one that counts, so each item waits with one. What was left over from a page that
 * was closed is sent twice, some time apart: a request of that page may still be on its way, and must not have the last
 * word.
 */
import type { Sent } from './deciding'

export type QueueState = {
  /** Decisions that the server has not confirmed. */
  readonly waiting: number
  /** True after a try that failed, until everything has arrived. */
  readonly stuck: boolean
  /** What the server did not accept, and why; '' for none. */
  readonly refusal: string
  /** False where this browser does not let us write: then what waits lives as long as the page. */
  readonly durable: boolean
}

export type Posted =
  | { readonly kind: 'stored' }
  /** It will never be accepted. */
  | { readonly kind: 'refused'; readonly message: string }
  /** It did not arrive, or the server cannot take it now. */
  | { readonly kind: 'failed' }

export type QueuePorts = {
  readonly post: (itemIds: readonly string[], decision: Sent) => Promise<Posted>
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null
  /** Runs `work` after `ms`; gives what cancels it. */
  readonly later: (ms: number, work: () => void) => () => void
  /**
   * True while this page is being left. The next one is already on its way and may not show what arrives now, so that
   * is left to it too.
   */
  readonly leaving: () => boolean
  readonly onRefused: (itemIds: readonly string[]) => void
  /** What an earlier page left over has arrived for good. */
  readonly onCaughtUp?: (leftOver: readonly (readonly [id: string, decision: Sent])[]) => void
}

export type DecisionQueue = {
  put(decisions: readonly (readonly [id: string, decision: Sent])[]): void
  /** What waits from an earlier visit or this one. */
  waiting(): ReadonlyMap<string, Sent>
  /** Tries now. */
  send(): Promise<void>
  state(): QueueState
  subscribe(listener: () => void): () => void
  close(): void
}

const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 30_000
/** Longer than a request of a closed page stays on its way. */
const SECOND_TIME_MS = 1_500
/** As many as the server takes at once. */
const BATCH = 500

export function openDecisionQueue(key: string, ports: QueuePorts): DecisionQueue {
  const pending = readPending(key, ports.storage)
  const leftOver = [...pending]
  /** Ids that are sent a second time, and what has arrived but is sent once more. */
  const twice = new Set(pending.keys())
  const arrived = new Map<string, Sent>()
  const listeners = new Set<() => void>()
  let durable = ports.storage !== null
  let failures = 0
  let stuck = false
  let refusal = ''
  let closed = false
  let sending: Promise<void> | null = null
  let cancel: (() => void) | null = null
  let state = look()

  function look(): QueueState {
    return { waiting: pending.size + arrived.size, stuck, refusal, durable }
  }

  function changed(): void {
    try {
      const open = [...arrived, ...pending]
      if (open.length === 0) ports.storage?.removeItem(key)
      else ports.storage?.setItem(key, JSON.stringify(open))
    } catch {
      durable = false
    }
    state = look()
    for (const listener of listeners) listener()
  }

  async function sendOnce(): Promise<boolean> {
    const [first] = pending
    if (!first) return true
    const decision = first[1]
    const ids = [...pending].flatMap(([id, of]) => (of === decision ? [id] : [])).slice(0, BATCH)
    const posted = await ports.post(ids, decision).catch((): Posted => ({ kind: 'failed' }))
    if (posted.kind === 'failed') return false
    // A decision changed meanwhile still has to be sent.
    for (const id of ids) {
      if (pending.get(id) !== decision) continue
      pending.delete(id)
      if (posted.kind === 'stored' && (twice.has(id) || ports.leaving())) arrived.set(id, decision)
    }
    if (posted.kind === 'refused') {
      refusal = posted.message
      ports.onRefused(ids)
    }
    return true
  }

  async function sendAll(): Promise<void> {
    cancel?.()
    cancel = null
    while (!closed && pending.size > 0) {
      if (!(await sendOnce())) {
        failures++
        stuck = true
        changed()
        const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1))
        if (!closed) cancel = ports.later(wait, () => void send())
        return
      }
      failures = 0
      if (pending.size === 0) stuck = false
      changed()
    }
    if (!closed && twice.size + arrived.size > 0) cancel = ports.later(SECOND_TIME_MS, sendAgain)
  }

  function sendAgain(): void {
    for (const [id, decision] of arrived) pending.set(id, decision)
    arrived.clear()
    twice.clear()
    changed()
    void send().then(() => {
      if (!closed && pending.size + arrived.size === 0) ports.onCaughtUp?.(leftOver)
    })
  }

  function send(): Promise<void> {
    sending ??= sendAll().finally(() => {
      sending = null
    })
    return sending
  }

  return {
    put(decisions) {
      for (const [id, decision] of decisions) {
        // Written anew, so that decisions leave in the order they were made.
        pending.delete(id)
        pending.set(id, decision)
        arrived.delete(id)
      }
      refusal = ''
      changed()
      void send()
    },
    waiting: () => pending,
    send,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      closed = true
      cancel?.()
    },
  }
}

function readPending(key: string, storage: QueuePorts['storage']): Map<string, Sent> {
  const pending = new Map<string, Sent>()
  try {
    const kept: unknown = JSON.parse(storage?.getItem(key) ?? '[]')
    for (const entry of Array.isArray(kept) ? kept : []) {
      const [id, decision] = Array.isArray(entry) ? entry : []
      if (typeof id === 'string' && isSent(decision)) pending.set(id, decision)
    }
  } catch {
    // Something else wrote under this name: there is nothing of ours to send.
  }
  return pending
}

const isSent = (value: unknown): value is Sent =>
  value === 'keep' || value === 'reject' || value === 'propose'
