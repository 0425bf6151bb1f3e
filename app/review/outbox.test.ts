import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CardId, ReviewId } from '@/lib/core/ids'
import type { ReviewEventInput } from '@/lib/core/review/event'
import { openDevice } from '../device/database'
import { openOutbox } from './outbox'
import { ownersInJournal } from './outbox-journal'
import type { Journal, OutboxPorts, PostAnswer, Shelf, Told } from './outbox-ports'
import { openShelf } from './outbox-shelf'

const uuid = (n: number) => `01930000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

const answered = (n: number, typed = ''): ReviewEventInput => ({
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

function memoryStorage(full = false): Journal & { keys: Map<string, string> } {
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
const BROKEN: Shelf = openShelf(() => Promise.reject(new Error('no IndexedDB')))

const kept = async (shelf: Shelf, owner = 'ada') =>
  (await shelf.read(owner)).waiting.map(({ id }) => id)

type Sent = { events: ReviewEventInput[] }

/** A server that stores what it is given, and a clock whose timers run when asked. */
function bench(respond?: (sent: Sent, call: number) => PostAnswer) {
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

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('outbox', () => {
  it('crosses an answer out once the server has it', async () => {
    const { ports, stored, storage, shelf } = bench()
    const outbox = openOutbox('ada', ports)
    outbox.put(answered(1))
    expect(outbox.state().waiting).toBe(1)
    expect(storage.keys.size).toBe(1)
    await outbox.send()
    expect(outbox.state()).toMatchObject({ waiting: 0, stuck: false })
    expect([...stored.keys()]).toEqual([uuid(1)])
    expect(storage.keys.size).toBe(0)
    expect(await kept(shelf)).toEqual([])
  })

  it('has written the answer down before the network is touched', async () => {
    const { ports, storage, shelf } = bench()
    let written: string[] = []
    const outbox = openOutbox('ada', {
      ...ports,
      post: async () => {
        written = [...storage.keys.keys(), ...(await kept(shelf))]
        return { status: 0, body: null }
      },
    })
    outbox.put(answered(1))
    await outbox.send()
    expect(written.length).toBeGreaterThanOrEqual(1)
  })

  it('has written the answer down when the key is up, and moves it to the database', async () => {
    const { ports, storage, shelf } = bench(() => ({ status: 0, body: null }))
    const outbox = openOutbox('ada', ports)
    outbox.put(answered(1))
    expect([...storage.keys.keys()]).toEqual([`passage.outbox.ada.${uuid(1)}`])
    await expect.poll(() => storage.keys.size).toBe(0)
    expect(await kept(shelf)).toEqual([uuid(1)])
  })

  it('loses nothing and doubles nothing, at whatever moment the page dies', async () => {
    await fc.assert(
      fc.asyncProperty(
        // For each answer: whether the database still took it, or the page died before.
        fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        async (committed, wasSent) => {
          const first = bench(() =>
            wasSent ? { status: 200, body: null } : { status: 0, body: null },
          )
          const dying: Shelf = {
            ...first.shelf,
            put: (owner, entry) =>
              committed[Number.parseInt(entry.id.slice(-2), 16) - 1]
                ? first.shelf.put(owner, entry)
                : new Promise(() => undefined),
          }
          const before = openOutbox('ada', { ...first.ports, shelf: dying })
          await before.ready
          committed.forEach((_, i) => {
            before.put(answered(i + 1))
          })
          before.close()
          const second = bench()
          const { storage, shelf } = first
          const after = openOutbox('ada', { ...second.ports, journal: storage, shelf })
          await after.send()
          const all = committed.map((_, i) => uuid(i + 1))
          expect([...second.stored.keys()].sort()).toEqual(all)
          expect(after.state().waiting).toBe(0)
          expect(storage.keys.size).toBe(0)
          expect(await kept(shelf)).toEqual([])
        },
      ),
      { numRuns: 30 },
    )
  })

  it('takes over what the version before, which knew no database, left behind', async () => {
    const { ports, storage, stored, shelf } = bench()
    storage.setItem(`passage.outbox.ada.${uuid(1)}`, JSON.stringify(answered(1)))
    storage.setItem(`passage.refused.ada.${uuid(2)}`, 'No such card.')
    const outbox = openOutbox('ada', ports)
    await outbox.send()
    expect([...stored.keys()]).toEqual([uuid(1)])
    expect(outbox.state().refused).toEqual([{ id: uuid(2), reason: 'No such card.' }])
    expect(storage.keys.size).toBe(0)
    expect((await shelf.read('ada')).refused).toHaveLength(1)
  })

  it('keeps answers in the journal where there is no database', async () => {
    const b = bench(() => ({ status: 0, body: null }))
    const outbox = openOutbox('ada', { ...b.ports, shelf: BROKEN })
    outbox.put(answered(1))
    await outbox.send()
    expect(outbox.state()).toMatchObject({ waiting: 1, durable: true })
    expect(b.storage.keys.size).toBe(1)
    const later = bench()
    const after = openOutbox('ada', { ...later.ports, journal: b.storage, shelf: BROKEN })
    await after.send()
    expect([...later.stored.keys()]).toEqual([uuid(1)])
    expect(b.storage.keys.size).toBe(0)
  })

  it('knows at once what another tab puts there and what it has sent', async () => {
    const b = bench(() => ({ status: 0, body: null }))
    const other = openOutbox('ada', { ...b.ports, exclusively: async () => false })
    let offline = true
    const outbox = openOutbox('ada', {
      ...b.ports,
      post: (body) =>
        offline ? Promise.resolve({ status: 0, body: null }) : bench().ports.post(body),
      tell: (told) => other.hear(told),
    })
    outbox.put(answered(1))
    expect(other.waiting()).toEqual([answered(1)])
    await outbox.send()
    expect(other.state().waiting).toBe(1)
    offline = false
    await outbox.send()
    expect(other.state().waiting).toBe(0)
    await other.send()
    expect(other.state().waiting).toBe(0)
  })

  it('keeps what could not be sent, waits longer each time, and says so', async () => {
    const { ports, timers } = bench(() => ({ status: 503, body: null }))
    const outbox = openOutbox('ada', ports)
    outbox.put(answered(1))
    await outbox.send()
    await outbox.send()
    await outbox.send()
    expect(outbox.state()).toMatchObject({ waiting: 1, stuck: true })
    expect(timers.map((t) => t.ms)).toEqual([2000, 4000, 8000])
    expect(timers.filter((t) => !t.cancelled)).toHaveLength(1)
  })

  it('counts answers that stand, and not those that were taken back', async () => {
    const { ports } = bench(() => ({ status: 0, body: null }))
    const outbox = openOutbox('ada', ports)
    for (const n of [1, 2, 3]) outbox.put(answered(n))
    const { cardId, reviewedAt, timeZone } = answered(2)
    const targetId = answered(2).id
    outbox.put({ kind: 'undo', id: answered(4).id, cardId, reviewedAt, timeZone, targetId })
    await outbox.send()
    expect(outbox.state()).toMatchObject({ waiting: 4, answers: 2 })
  })

  it('never waits more than a minute', async () => {
    const { ports, timers } = bench(() => ({ status: 0, body: null }))
    const outbox = openOutbox('ada', ports)
    outbox.put(answered(1))
    for (let i = 0; i < 12; i++) await outbox.send()
    expect(Math.max(...timers.map((t) => t.ms))).toBe(60_000)
  })

  it('sends what a closed tab left behind, in the order it was made', async () => {
    const first = bench(() => ({ status: 0, body: null }))
    const before = openOutbox('ada', first.ports)
    before.put(answered(2))
    before.put(answered(1))
    await before.send()
    before.close()
    const second = bench()
    const sent: string[] = []
    const after = openOutbox('ada', {
      ...second.ports,
      journal: first.storage,
      shelf: first.shelf,
      post: async (body) => {
        sent.push(...JSON.parse(body).events.map((e: ReviewEventInput) => e.id))
        return second.ports.post(body)
      },
    })
    await after.ready
    expect(after.state().waiting).toBe(2)
    await after.send()
    expect(sent).toEqual([uuid(1), uuid(2)])
    expect(after.state().waiting).toBe(0)
  })

  it('tells for whom something waits', async () => {
    const { ports, storage, shelf } = bench(() => ({ status: 0, body: null }))
    storage.setItem('passage.keys', 'off')
    storage.setItem('theme', 'x')
    expect(ownersInJournal(storage)).toEqual([])
    openOutbox('ada', ports).put(answered(1))
    openOutbox('bob', ports).put(answered(3))
    expect(ownersInJournal(storage).sort()).toEqual(['ada', 'bob'])
    await expect.poll(() => ownersInJournal(storage)).toEqual([])
    expect((await shelf.owners()).sort()).toEqual(['ada', 'bob'])
  })

  it('touches only its own learner’s answers', async () => {
    const { ports, stored } = bench(() => ({ status: 0, body: null }))
    const ada = openOutbox('ada', ports)
    ada.put(answered(1))
    await ada.send()
    const bob = openOutbox('bob', ports)
    expect(bob.state().waiting).toBe(0)
    await bob.send()
    expect(stored.size).toBe(0)
    expect(ada.state().waiting).toBe(1)
  })

  it('puts a refused answer aside with its reason and goes on with the others', async () => {
    const { ports, storage, shelf } = bench((sent) => ({
      status: 200,
      body: {
        results: sent.events.map(({ id }) =>
          id === uuid(1)
            ? { id, status: 'refused', reason: 'No such card.' }
            : { id, status: 'known' },
        ),
      },
    }))
    const outbox = openOutbox('ada', ports)
    outbox.put(answered(1))
    outbox.put(answered(2))
    await outbox.send()
    expect(outbox.state()).toMatchObject({
      waiting: 0,
      refused: [{ id: uuid(1), reason: 'No such card.' }],
    })
    outbox.dismissRefused()
    expect(outbox.state().refused).toEqual([])
    expect(storage.keys.size).toBe(0)
    await expect.poll(async () => (await shelf.read('ada')).refused).toEqual([])
  })

  it('finds the one event that spoils a batch', async () => {
    const stored: string[] = []
    const { ports } = bench()
    const outbox = openOutbox('ada', {
      ...ports,
      post: async (body) => {
        const { events }: Sent = JSON.parse(body)
        if (events.some((e) => e.id === uuid(3))) {
          return { status: 400, body: { problem: { code: 'invalid', message: 'Unreadable.' } } }
        }
        stored.push(...events.map((e) => e.id))
        return {
          status: 200,
          body: { results: events.map(({ id }) => ({ id, status: 'stored' })) },
        }
      },
    })
    for (const n of [1, 2, 3, 4, 5]) outbox.put(answered(n))
    await outbox.send()
    expect(stored.sort()).toEqual([1, 2, 4, 5].map(uuid))
    expect(outbox.state().refused).toEqual([{ id: uuid(3), reason: 'Unreadable.' }])
  })

  it('does not ask for ever when the server confirms nothing', async () => {
    const b = bench(() => ({ status: 200, body: { results: [] } }))
    const outbox = openOutbox('ada', b.ports)
    outbox.put(answered(1))
    await outbox.send()
    expect(b.calls()).toBe(1)
    expect(outbox.state()).toMatchObject({ waiting: 1, stuck: true })
  })

  it('takes a page that is not ours for a failed try', async () => {
    const b = bench(() => ({ status: 200, body: '<html>Sign in to the hotel' }))
    const outbox = openOutbox('ada', b.ports)
    outbox.put(answered(1))
    await outbox.send()
    expect(outbox.state()).toMatchObject({ waiting: 1, stuck: true })
  })

  it('works on without storage, and says that it does', async () => {
    const b = bench(() => ({ status: 0, body: null }))
    const outbox = openOutbox('ada', { ...b.ports, journal: memoryStorage(true), shelf: BROKEN })
    outbox.put(answered(1))
    await outbox.send()
    expect(outbox.state()).toMatchObject({ waiting: 1, durable: false, unreachable: true })
  })

  it('leaves sending to the tab that is at it, and looks again soon', async () => {
    const b = bench()
    const outbox = openOutbox('ada', { ...b.ports, exclusively: async () => false })
    outbox.put(answered(1))
    await outbox.send()
    expect(b.calls()).toBe(0)
    expect(b.timers.at(-1)?.ms).toBe(2000)
    expect(outbox.state().stuck).toBe(false)
  })

  it('keeps batches far below what the server reads', async () => {
    const sizes: number[] = []
    const b = bench()
    const outbox = openOutbox('ada', {
      ...b.ports,
      post: async (body) => {
        sizes.push(new TextEncoder().encode(body).length)
        return b.ports.post(body)
      },
    })
    for (let n = 1; n <= 60; n++)
      b.storage.setItem(
        `passage.outbox.ada.${uuid(n)}`,
        JSON.stringify(answered(n, '漢'.repeat(4000))),
      )
    await outbox.send()
    expect(b.stored.size).toBe(60)
    expect(Math.max(...sizes)).toBeLessThan(256 * 1024)
  })

  it('tells the state of a card only when nothing waits for it any more', async () => {
    const b = bench((sent) => ({
      status: 200,
      body: {
        results: sent.events.map(({ id, cardId }) => ({
          id,
          status: 'stored',
          card: { id: cardId, state: { after: id } },
        })),
      },
    }))
    const heard: unknown[] = []
    let second: ReviewEventInput | null = null
    const outbox = openOutbox('ada', {
      ...b.ports,
      async post(body) {
        const answer = await b.ports.post(body)
        if (second === null) {
          second = { ...answered(2), cardId: answered(1).cardId }
          outbox.put(second)
        }
        return answer
      },
    })
    outbox.onCards((cards) => heard.push(...cards))
    outbox.put(answered(1))
    await outbox.send()
    await settled()
    expect(heard).toEqual([{ id: answered(1).cardId, state: { after: uuid(2) } }])
  })

  it('stores each answer exactly once, whatever the network does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('ok', 'lost', 'answer lost', 'busy'), { maxLength: 30 }),
        fc.integer({ min: 1, max: 12 }),
        async (network, count) => {
          let call = 0
          const b = bench()
          const outbox = openOutbox('ada', {
            ...b.ports,
            async post(body) {
              const weather = network[call++] ?? 'ok'
              if (weather === 'lost') return { status: 0, body: null }
              if (weather === 'busy') return { status: 503, body: null }
              const answer = await b.ports.post(body)
              return weather === 'answer lost' ? { status: 0, body: null } : answer
            },
          })
          for (let n = 1; n <= count; n++) outbox.put(answered(n))
          for (let i = 0; i <= network.length + 1; i++) await outbox.send()
          expect(outbox.state()).toMatchObject({ waiting: 0, refused: [], stuck: false })
          expect([...b.stored.keys()].sort()).toEqual(
            Array.from({ length: count }, (_, i) => uuid(i + 1)),
          )
        },
      ),
      { numRuns: 50 },
    )
  })
})
