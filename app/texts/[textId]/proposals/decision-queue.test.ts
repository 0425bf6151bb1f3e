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
    onRefused: (ids: readonly string[]) => void refused.push(...ids),
  }
  const open = () => openDecisionQueue('k', ports)
  return { store, posts, answers, alarms, refused, ports, open }
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
    expect(w.posts.slice(1)).toEqual([
      { ids: ['a'], decision: 'keep' },
      { ids: ['b'], decision: 'reject' },
    ])
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
