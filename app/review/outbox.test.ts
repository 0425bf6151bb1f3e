/** How answers are sent: each once, whatever the network, the server and other tabs do. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReviewEventInput } from '@/lib/core/review/event'
import { openOutbox } from './outbox'
import { answered, bench, kept, type Sent, settled, uuid } from './outbox-fixture'

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
