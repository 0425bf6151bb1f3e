/**
 * The outbox holds answers on this device until the server says that it has them. An answer is written down before it
 * is sent and crossed out only when it is stored (or was before), so closing the tab, losing the network or a second
 * tab neither loses nor doubles one: every event carries its own id, and each lies under a key of its own. It runs in
 * pages, and in the service worker for those that are closed. Why it writes twice: docs/decisions/0006.
 */
import type { ReviewEventInput } from '@/lib/core/review/event'
import { batchOf, problemOf, type Result, readResults, type ServerCard } from './outbox-batch'
import type { Entry, OutboxPorts, Outgoing, Refused, Told } from './outbox-ports'
import { openQueue } from './outbox-queue'

export type OutboxState = {
  /** Events that the server has not confirmed yet. */
  readonly waiting: number
  /** Of them, answers that were not taken back. */
  readonly answers: number
  /** What the server will never take, with its reason; kept until the learner has read it. */
  readonly refused: readonly Refused[]
  /** False when this browser refuses to store: what waits lives only as long as the page. */
  readonly durable: boolean
  /** True after a try that failed, until one succeeds. */
  readonly stuck: boolean
  /** Of a try that failed: nobody answered at all. */
  readonly unreachable: boolean
}

export type Outbox = {
  /** Resolves once what earlier pages left behind is known, or cannot be. */
  readonly ready: Promise<void>
  put(event: Outgoing): void
  /** Tries now; resolves when nothing is left to send or the try failed. */
  send(): Promise<void>
  /** The reviews still waiting, in the order they were made. */
  waiting(): readonly ReviewEventInput[]
  state(): OutboxState
  subscribe(listener: () => void): () => void
  /** Cards as the server has them, only those that nothing waits for any more. */
  onCards(listener: (cards: readonly ServerCard[]) => void): () => void
  /** What another tab of this learner says. */
  hear(told: Told): void
  dismissRefused(): void
  close(): void
}

/** What the tabs of one learner, and the service worker, call the turn to send. */
const turnOf = (owner: string) => `passage.outbox.${owner}`

const FIRST_RETRY_MS = 2_000
const LONGEST_RETRY_MS = 60_000

function answersIn(entries: readonly Entry[]): number {
  const undone = new Set(entries.map(({ event }) => (event.kind === 'undo' ? event.targetId : '')))
  return entries.filter(
    ({ event: { kind, id } }) => kind === 'room' || (kind === 'review' && !undone.has(id)),
  ).length
}

export function openOutbox(owner: string, ports: OutboxPorts): Outbox {
  const queue = openQueue(owner, ports, changed)
  const listeners = new Set<() => void>()
  const cardListeners = new Set<(cards: readonly ServerCard[]) => void>()
  let failures = 0
  let unreachable = false
  let closed = false
  let cancelRetry: (() => void) | null = null
  let sending: Promise<void> | null = null
  let state = look()
  const ready = queue.load()

  function look(): OutboxState {
    return {
      waiting: queue.count(),
      answers: answersIn(queue.entries()),
      refused: queue.refused(),
      durable: queue.durable(),
      stuck: failures > 0,
      unreachable: failures > 0 && unreachable,
    }
  }

  function changed(): void {
    state = look()
    for (const listener of listeners) listener()
  }

  /** True when at least one of what was sent is out of the queue. */
  async function settle(results: readonly Result[], sent: readonly Entry[]): Promise<boolean> {
    const left = new Map(sent.map((entry) => [entry.id, entry]))
    const stored: Entry[] = []
    const refused: Refused[] = []
    const cards = new Map<string, ServerCard>()
    for (const result of results) {
      const entry = left.get(result.id)
      if (!entry) continue
      left.delete(result.id)
      if (result.status === 'refused') {
        refused.push({ id: entry.id, reason: result.reason ?? 'No reason was given.' })
      } else stored.push(entry)
      if (result.card) cards.set(result.card.id, result.card)
    }
    await out(stored, refused)
    for (const { event } of queue.entries()) if (event.kind !== 'room') cards.delete(event.cardId)
    if (cards.size > 0) for (const listener of cardListeners) listener([...cards.values()])
    return left.size < sent.length
  }

  async function out(stored: readonly Entry[], refused: readonly Refused[]): Promise<void> {
    await queue.settle(stored, refused)
    ports.tell({ kind: 'gone', ids: [...stored, ...refused].map(({ id }) => id) })
    if (refused.length > 0) ports.tell({ kind: 'changed' })
  }

  async function sendBatch(limit: number): Promise<'sent' | 'empty' | 'failed'> {
    const batch = batchOf(owner, queue.entries(), limit)
    const [first, ...others] = batch.entries
    if (!first) return 'empty'
    const answer = await ports.post(batch.body)
    unreachable = answer.status === 0
    if (answer.status === 200) {
      const results = readResults(answer.body)
      return results && (await settle(results, batch.entries)) ? 'sent' : 'failed'
    }
    if (answer.status !== 400 && answer.status !== 413) return 'failed'
    // One event spoils the batch: it is found by halving, and only that one is put aside.
    if (others.length > 0) return sendBatch(Math.ceil(batch.entries.length / 2))
    await out([], [{ id: first.id, reason: problemOf(answer.body) }])
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
    await ready
    await queue.load()
    if (queue.count() === 0) return
    const mine = await ports.exclusively(turnOf(owner), sendBatches)
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
    ready,
    send,
    put(event) {
      queue.put(event)
      ports.tell({ kind: 'put', event })
      changed()
      void send()
    },
    waiting: () => queue.entries().flatMap(({ event }) => (event.kind === 'room' ? [] : [event])),
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onCards(listener) {
      cardListeners.add(listener)
      return () => cardListeners.delete(listener)
    },
    hear(told) {
      if (told.kind === 'put') queue.hear(told.event)
      else if (told.kind === 'gone') queue.drop(told.ids)
      else void queue.load()
      changed()
    },
    dismissRefused() {
      void queue.dismissRefused().then(() => ports.tell({ kind: 'changed' }))
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
