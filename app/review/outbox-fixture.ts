/** What tests of the outbox stand on: answers, a journal and a shelf of their own, a server and a clock that do as told. */
import 'fake-indexeddb/auto'
import { CardId, ReviewId } from '@/lib/core/ids'
import type { ReviewEventInput } from '@/lib/core/review/event'
import { openDevice } from '../device/database'
import type { Journal, OutboxPorts, PostAnswer, Shelf, Told } from './outbox-ports'
import { openShelf } from './outbox-shelf'

export const uuid = (n: number) => `01930000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

export const answered = (n: number, typed = ''): ReviewEventInput => ({
  kind: 'review',
  id: ReviewId.parse(uuid(n)),
  cardId: CardId.parse(uuid(1000 + n)),
  reviewedAt: '2026-11-22T10:00:00Z',
  timeZone: 'Europe/Rome',
  grade: 3,
  form: 'typed',
  typed,
  overruled: false,
  durationMs: 1200,
})

export function memoryStorage(full = false): Journal & { keys: Map<string, string> } {
  const keys = new Map<string, string>()
  return {
    keys,
    get length() {
      return keys.size
    },
    key: (i) => [...keys.keys()][i] ?? null,
    getItem: (k) => keys.get(k) ?? null,
    setItem(k, v) {
      if (full) throw new Error('QuotaExceededError')
      keys.set(k, v)
    },
    removeItem: (k) => void keys.delete(k),
  }
}

let devices = 0

/** An IndexedDB of its own. */
function newShelf(): Shelf {
  const opening = openDevice(`device ${devices++}`, () => undefined)
  return openShelf(() => opening)
}

/** A browser that has no IndexedDB, or does not open it. */
export const BROKEN: Shelf = openShelf(() => Promise.reject(new Error('no IndexedDB')))

export const kept = async (shelf: Shelf, owner = 'ada') =>
  (await shelf.read(owner)).waiting.map(({ id }) => id)

export type Sent = { events: ReviewEventInput[] }

/** A server that stores what it is given, and a clock whose timers run when asked. */
export function bench(respond?: (sent: Sent, call: number) => PostAnswer) {
  const stored = new Map<string, ReviewEventInput>()
  const timers: { ms: number; run: () => void; cancelled: boolean }[] = []
  let calls = 0
  let locked = false
  const storage = memoryStorage()
  const shelf = newShelf()
  const told: Told[] = []
  const ports: OutboxPorts = {
    journal: storage,
    shelf,
    tell: (words) => void told.push(words),
    async post(body) {
      const sent: Sent = JSON.parse(body)
      const own = respond?.(sent, ++calls)
      if (own && own.status !== 200) return own
      for (const event of sent.events) stored.set(event.id, event)
      if (own) return own
      return {
        status: 200,
        body: { results: sent.events.map(({ id }) => ({ id, status: 'stored' })) },
      }
    },
    async exclusively(_, run) {
      if (locked) return false
      locked = true
      await run()
      locked = false
      return true
    },
    later(ms, run) {
      const timer = { ms, run, cancelled: false }
      timers.push(timer)
      return () => {
        timer.cancelled = true
      }
    },
  }
  return { ports, storage, shelf, told, stored, timers, calls: () => calls }
}

export const settled = () => new Promise((resolve) => setTimeout(resolve, 0))
