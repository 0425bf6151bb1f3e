/**
 * The outbox holds answers on this device until the server says that it has them. An answer is written down before it
 * is sent and crossed out only when it is stored (or was before), so closing the tab, losing the network or a second
 * tab neither loses nor doubles one: every event carries its own id, and each lies under a key of its own.
 */
import type { ReviewEventInput } from '@/lib/core/review/event'
import { batchOf, problemOf, type Result, readResults, type ServerCard } from './outbox-batch'
import type { OutboxPorts } from './outbox-ports'
import { type Entry, openQueue, type Refused } from './outbox-queue'

export type OutboxState = {
  /** Events that the server has not confirmed yet. */
  readonly waiting: number
  /** What the server will never take, with its reason; kept until the learner has read it. */
  readonly refused: readonly Refused[]
  /** False when this browser refuses to store: what waits lives only as long as the page. */
  readonly durable: boolean
  /** True after a try that failed, until one succeeds. */
  readonly stuck: boolean
}

export type Outbox = {
  put(event: ReviewEventInput): void
  /** Tries now; resolves when nothing is left to send or the try failed. */
  send(): Promise<void>
  /** The events still waiting, in the order they were made. */
  waiting(): readonly ReviewEventInput[]
  state(): OutboxState
  subscribe(listener: () => void): () => void
  /** Cards as the server has them, only those that nothing waits for any more. */
  onCards(listener: (cards: readonly ServerCard[]) => void): () => void
  /** Another tab wrote to the same storage. */
  reread(): void
  dismissRefused(): void
  close(): void
}

const FIRST_RETRY_MS = 2_000
const LONGEST_RETRY_MS = 60_000

export function openOutbox(owner: string, ports: OutboxPorts): Outbox {
  const queue = openQueue(owner, ports.storage)
  const listeners = new Set<() => void>()
  const cardListeners = new Set<(cards: readonly ServerCard[]) => void>()
  let failures = 0
  let closed = false
  let cancelRetry: (() => void) | null = null
  let sending: Promise<void> | null = null
  let state = look()

  function look(): OutboxState {
    return {
      waiting: queue.count(),
      refused: queue.refused(),
      durable: queue.durable(),
      stuck: failures > 0,
    }
  }

  function changed(): void {
    state = look()
    for (const listener of listeners) listener()
  }

  /** True when at least one of what was sent is out of the queue. */
  function settle(results: readonly Result[], sent: readonly Entry[]): boolean {
    const left = new Set(sent.map((entry) => entry.id))
    const cards = new Map<string, ServerCard>()
    for (const result of results) {
      if (!left.delete(result.id)) continue
      if (result.status === 'refused')
        queue.refuse(result.id, result.reason ?? 'No reason was given.')
      else queue.remove(result.id)
      if (result.card) cards.set(result.card.id, result.card)
    }
    for (const entry of queue.entries()) cards.delete(entry.event.cardId)
    if (cards.size > 0) for (const listener of cardListeners) listener([...cards.values()])
    return left.size < sent.length
  }

  async function sendBatch(limit: number): Promise<'sent' | 'empty' | 'failed'> {
    const batch = batchOf(owner, queue.entries(), limit)
    const [first, ...others] = batch.entries
    if (!first) return 'empty'
    const answer = await ports.post(batch.body)
    if (answer.status === 200) {
      const results = readResults(answer.body)
      return results && settle(results, batch.entries) ? 'sent' : 'failed'
    }
    if (answer.status !== 400 && answer.status !== 413) return 'failed'
    // One event spoils the batch: it is found by halving, and only that one is put aside.
    if (others.length > 0) return sendBatch(Math.ceil(batch.entries.length / 2))
    queue.refuse(first.id, problemOf(answer.body))
    return 'sent'
  }

  async function sendBatches(): Promise<void> {
    while (!closed) {
      const outcome = await sendBatch(Number.POSITIVE_INFINITY)
      if (outcome !== 'empty') failures = outcome === 'sent' ? 0 : failures + 1
      changed()
      if (outcome !== 'sent') return
    }
  }

  async function sendAll(): Promise<void> {
    cancelRetry?.()
    cancelRetry = null
    if (queue.count() === 0) return
    const mine = await ports.exclusively(`passage.outbox.${owner}`, sendBatches)
    changed()
    if (closed || state.waiting === 0) return
    const wait = failures > 0 ? FIRST_RETRY_MS * 2 ** (failures - 1) : mine ? 0 : FIRST_RETRY_MS
    cancelRetry = ports.later(Math.min(LONGEST_RETRY_MS, wait), () => void send())
  }

  function send(): Promise<void> {
    sending ??= sendAll().finally(() => {
      sending = null
    })
    return sending
  }

  return {
    send,
    put(event) {
      queue.put(event)
      changed()
      void send()
    },
    waiting: () => queue.entries().map((entry) => entry.event),
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onCards(listener) {
      cardListeners.add(listener)
      return () => cardListeners.delete(listener)
    },
    reread: changed,
    dismissRefused() {
      queue.dismissRefused()
      changed()
    },
    close() {
      closed = true
      cancelRetry?.()
      listeners.clear()
      cardListeners.clear()
    },
  }
}
