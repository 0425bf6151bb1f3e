import { describe, expect, it } from 'vitest'
import type { Sent } from './deciding'
import { openDecisionQueue, type Posted } from './decision-queue'

/** A server, a device and a clock to send by. */
function world(kept: Record<string, string> = {}) {
  const store = new Map(Object.entries(kept))
  const posts: { ids: readonly string[]; decision: Sent }[] = []
  const answers: (Posted | 'lost')[] = []
  const alarms: { ms: number; work: () => void }[] = []
  const refused: string[] = []
  const caughtUp: string[] = []
  const page = { leaving: false }
  const ports = {
    post: async (ids: readonly string[], decision: Sent): Promise<Posted> => {
      posts.push({ ids, decision })
      const answer = answers.shift() ?? { kind: 'stored' }
      if (answer === 'lost') throw new TypeError('network')
      return answer
    },
    storage: {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, value: string) => void store.set(key, value),
      removeItem: (key: string) => void store.delete(key),
    },
    later: (ms: number, work: () => void) => {
      alarms.push({ ms, work })
      return () => {}
    },
    leaving: () => page.leaving,
    onRefused: (ids: readonly string[]) => void refused.push(...ids),
    onCaughtUp: (left: readonly (readonly [string, Sent])[]) =>
      void caughtUp.push(...left.map(([id]) => id)),
  }
  const open = () => openDecisionQueue('k', ports)
  return { store, posts, answers, alarms, refused, caughtUp, page, ports, open }
}

describe('the queue of decisions', () => {
  it('sends at once and forgets what arrived', async () => {
    const w = world()
    const queue = w.open()
    queue.put([['a', 'keep']])
    await queue.send()
    expect(w.posts).toEqual([{ ids: ['a'], decision: 'keep' }])
    expect(queue.state()).toMatchObject({ waiting: 0, stuck: false })
    expect(w.store.size).toBe(0)
  })

  it('sends again what was lost, waiting longer each time', async () => {
    const w = world()
    w.answers.push('lost', { kind: 'failed' })
    const queue = w.open()
    queue.put([['a', 'keep']])
    await queue.send()
    expect(queue.state()).toMatchObject({ waiting: 1, stuck: true })
    await queue.send()
    expect(w.alarms.map((a) => a.ms)).toEqual([1000, 2000])
    await queue.send()
    expect(queue.state()).toMatchObject({ waiting: 0, stuck: false })
    expect(w.posts.length).toBe(3)
  })

  it('keeps decisions over a closed page and sends them on the next visit', async () => {
    const w = world()
    w.answers.push('lost')
    const before = w.open()
    before.put([
      ['a', 'keep'],
      ['b', 'reject'],
    ])
    await before.send()
    before.close()
    const after = w.open()
    expect([...after.waiting()]).toEqual([
      ['a', 'keep'],
      ['b', 'reject'],
    ])
    await after.send()
    const both = [
      { ids: ['a'], decision: 'keep' },
      { ids: ['b'], decision: 'reject' },
    ]
    expect(w.posts.slice(1)).toEqual(both)
  })

  it('sends again what a closed page left over, with the last word to what was decided since', async () => {
    const w = world({
      k: JSON.stringify([
        ['a', 'keep'],
        ['b', 'keep'],
        ['c', 'keep'],
      ]),
    })
    const queue = w.open()
    await queue.send()
    expect(w.posts).toEqual([{ ids: ['a', 'b', 'c'], decision: 'keep' }])
    // Not crossed out yet: should this page be closed too, the next one goes on.
    expect(w.store.get('k')).toContain('"a"')
    queue.put([['b', 'reject']])
    await queue.send()
    w.alarms.at(-1)?.work()
    await queue.send()
    const last = new Map(w.posts.flatMap(({ ids, decision }) => ids.map((id) => [id, decision])))
    expect([...last]).toEqual([
      ['a', 'keep'],
      ['b', 'reject'],
      ['c', 'keep'],
    ])
    expect(w.posts.flatMap((p) => p.ids).filter((id) => id === 'a').length).toBe(2)
    await Promise.resolve()
    expect(w.caughtUp).toEqual(['a', 'b', 'c'])
    expect(queue.state().waiting).toBe(0)
    expect(w.store.size).toBe(0)
  })

  it('leaves what arrives while the page is being left to the next page, which was made without it', async () => {
    const w = world()
    const before = w.open()
    w.page.leaving = true
    before.put([['a', 'reject']])
    await before.send()
    before.close()
    w.page.leaving = false
    const after = w.open()
    expect([...after.waiting()]).toEqual([['a', 'reject']])
    await after.send()
    w.alarms.at(-1)?.work()
    await after.send()
    expect(w.store.size).toBe(0)
  })

  it('sends the last decision on an item when it changed on the way', async () => {
    const w = world()
    const queue = w.open()
    let arrived: (posted: Posted) => void = () => {}
    const slow = new Promise<Posted>((resolve) => {
      arrived = resolve
    })
    const post = w.ports.post
    w.ports.post = (ids, decision) => {
      void post(ids, decision)
      w.ports.post = post
      return slow
    }
    queue.put([['a', 'keep']])
    queue.put([['a', 'propose']])
    arrived({ kind: 'stored' })
    await queue.send()
    expect(w.posts.map((p) => p.decision)).toEqual(['keep', 'propose'])
    expect(queue.state().waiting).toBe(0)
  })

  it('says what was refused and does not send it for ever', async () => {
    const w = world()
    w.answers.push({ kind: 'refused', message: 'There is no such item here.' })
    const queue = w.open()
    queue.put([['a', 'keep']])
    await queue.send()
    expect(queue.state()).toMatchObject({ waiting: 0, refusal: 'There is no such item here.' })
    expect(w.refused).toEqual(['a'])
  })

  it('sends many of one decision in few posts', async () => {
    const w = world()
    const queue = w.open()
    queue.put(Array.from({ length: 1200 }, (_, i) => [`i${i}`, 'keep'] as const))
    await queue.send()
    expect(w.posts.map((p) => p.ids.length)).toEqual([500, 500, 200])
  })

  it.each(['not json', '{"a":1}', '[["a","shout"],["b"]]', '[1,null]'])(
    'begins empty where something else was written: %s',
    (written) => {
      expect(world({ k: written }).open().waiting().size).toBe(0)
    },
  )

  it('goes on without a place to write, and says so', async () => {
    const w = world()
    const full = () => {
      throw new Error('quota')
    }
    const queue = openDecisionQueue('k', {
      ...w.ports,
      storage: { ...w.ports.storage, setItem: full },
    })
    w.answers.push('lost')
    queue.put([['a', 'keep']])
    await queue.send()
    expect(queue.state()).toMatchObject({ waiting: 1, durable: false })
  })
})
