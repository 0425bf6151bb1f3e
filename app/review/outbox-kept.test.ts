/** How answers are kept on the device until they are sent: whatever becomes of the page, its storage and other tabs. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReviewEventInput } from '@/lib/core/review/event'
import { openOutbox } from './outbox'
import { answered, BROKEN, bench, kept, memoryStorage, settled, uuid } from './outbox-fixture'
import { ownersInJournal } from './outbox-journal'
import type { Shelf } from './outbox-ports'

describe('outbox', () => {
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

  it('works on without storage, and says that it does', async () => {
    const b = bench(() => ({ status: 0, body: null }))
    const outbox = openOutbox('ada', { ...b.ports, journal: memoryStorage(true), shelf: BROKEN })
    outbox.put(answered(1))
    await outbox.send()
    expect(outbox.state()).toMatchObject({ waiting: 1, durable: false, unreachable: true })
  })

  it('goes by what was refused and dismissed here while the device was being read', async () => {
    const { ports, shelf } = bench(({ events }) => ({
      status: 200,
      body: {
        results: events.map(({ id }) => ({ id, status: 'refused', reason: 'no such card' })),
      },
    }))
    /** What the next reading waits for, once it has found what is there. */
    let meanwhile: (() => Promise<void>) | null = null
    let done = 0
    const slow: Shelf = {
      ...shelf,
      async read(owner) {
        const first = meanwhile
        meanwhile = null
        const found = await shelf.read(owner)
        await first?.()
        if (first) done++
        return found
      },
    }
    const outbox = openOutbox('ada', { ...ports, shelf: slow })
    await outbox.ready
    /** Another tab says that something has changed; what is read then comes only after this was done. */
    async function whileReading(deed: () => Promise<void>) {
      const before = done
      meanwhile = deed
      outbox.hear({ kind: 'changed' })
      await expect.poll(() => done).toBe(before + 1)
      await settled()
    }
    await whileReading(async () => {
      outbox.put(answered(1))
      await outbox.send()
    })
    expect(outbox.state().refused).toEqual([{ id: uuid(1), reason: 'no such card' }])
    await whileReading(async () => {
      outbox.dismissRefused()
      await settled()
    })
    expect(outbox.state().refused).toEqual([])
  })
})
