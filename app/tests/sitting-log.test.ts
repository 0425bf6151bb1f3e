import { describe, expect, it } from 'vitest'
import type { SittingEvent } from '@/lib/core/exam/mock/sitting-event'
import { keyPrefix, type LogPorts, openLog, sittingOfKey } from './sitting-log'

const PREFIX = keyPrefix('learner', 'sitting')
const START = 1_000_000
const flag = { kind: 'flag', question: 0, flagged: true } as const

/** A browser, and a server that keeps what it is sent; both can fail. */
function world() {
  const kept = new Map<string, string>()
  const stored = new Map<string, SittingEvent>()
  const timers: (() => void)[] = []
  const it = {
    ...{
      kept,
      stored,
      status: 200,
      ahead: 0,
      elapsed: 0,
      sends: 0,
      ids: 0,
      full: false,
      handedIn: false,
    },
    body: null as unknown,
    runTimers: () => {
      for (const run of timers.splice(0)) run()
    },
  }
  const ports: LogPorts = {
    journal: {
      get length() {
        return kept.size
      },
      key: (at) => [...kept.keys()][at] ?? null,
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => {
        if (it.full) throw new Error('full')
        kept.set(key, value)
      },
      removeItem: (key) => void kept.delete(key),
    },
    post: async (events) => {
      it.sends++
      if (it.status !== 200) return { status: it.status, body: it.body }
      for (const event of events) if (!stored.has(event.id)) stored.set(event.id, event)
      const receipt = { now: START + it.elapsed + it.ahead, stored: events.map((e) => e.id) }
      return { status: 200, body: { ...receipt, refused: [], handedIn: it.handedIn } }
    },
    later: (_, run) => void timers.push(run),
    elapsed: () => it.elapsed,
    newId: () => `id-${++it.ids}`,
  }
  const open = (events: readonly SittingEvent[] = []) =>
    openLog(PREFIX, { events, now: START }, ports)
  return { it, open }
}

describe('the log of a sitting', () => {
  it('writes down what is done before it is sent, and crosses it out when the server has it', async () => {
    const { it: browser, open } = world()
    const log = open()
    log.do(flag)
    expect(browser.kept.size).toBe(1)
    expect(log.state()).toMatchObject({ waiting: 1, events: [{ seq: 1, at: START }] })
    await log.send()
    expect(browser.kept.size).toBe(0)
    expect(browser.stored.size).toBe(1)
    expect(log.state()).toMatchObject({ waiting: 0, stuck: false })
  })

  it('sends again what a server that died has not confirmed, and a page that closed has left', async () => {
    const { it: browser, open } = world()
    browser.status = 0
    const log = open()
    log.do(flag)
    await log.send()
    expect(log.state()).toMatchObject({ waiting: 1, stuck: true })
    // The page is closed, and another one opened.
    const next = open()
    expect(next.state()).toMatchObject({ waiting: 1, events: [{ kind: 'flag' }] })
    browser.status = 503
    await next.send()
    browser.status = 200
    browser.runTimers()
    await next.send()
    expect(browser.stored.size).toBe(1)
    expect(next.state()).toMatchObject({ waiting: 0, stuck: false })
  })

  it('counts on from what it knows: of earlier pages, and of another tab', () => {
    const { open } = world()
    const known: SittingEvent = { ...flag, id: 'a', seq: 7, at: START }
    const log = open([known])
    log.do(flag)
    log.hear(`${PREFIX}b`, JSON.stringify({ ...flag, id: 'b', seq: 20, at: START }))
    log.do(flag)
    expect(log.state().events.map((event) => event.seq)).toEqual([7, 8, 20, 21])
  })

  it('sends what another tab has left behind, and not what that tab has sent', async () => {
    const { it: browser, open } = world()
    const log = open()
    const other = { ...flag, id: 'b', seq: 1, at: START }
    log.hear(`${PREFIX}b`, JSON.stringify(other))
    expect(browser.sends).toBe(0)
    log.hear(`${PREFIX}b`, null)
    browser.runTimers()
    await log.send()
    expect(browser.stored.size).toBe(0)
    expect(log.state().events).toHaveLength(1)
    log.hear(`${PREFIX}c`, JSON.stringify({ ...other, id: 'c' }))
    browser.runTimers()
    await log.send()
    expect([...browser.stored.keys()]).toEqual(['c'])
  })

  it('keeps the server’s time, is told it again after a sleep, and never goes back', async () => {
    const { it: browser, open } = world()
    const log = open()
    browser.elapsed = 5_000
    expect(log.now()).toBe(START + 5_000)
    browser.ahead = 60_000
    log.do(flag)
    await log.send()
    expect(log.now()).toBe(START + 65_000)
    browser.ahead = -60_000
    log.do(flag)
    await log.send()
    browser.elapsed = 6_000
    expect(log.now()).toBe(START + 65_000)
  })

  it('knows whose its keys are, and no others', () => {
    expect(sittingOfKey(`${PREFIX}id-1`)).toEqual({ owner: 'learner', sittingId: 'sitting' })
    expect(sittingOfKey('passage.outbox.learner.id')).toBeNull()
    expect(sittingOfKey('passage.sitting.learner')).toBeNull()
  })

  it('keeps what belongs to another learner of the browser, and does not press for it', async () => {
    const { it: browser, open } = world()
    browser.status = 409
    const log = open()
    log.do(flag)
    await log.send()
    browser.runTimers()
    expect(browser.sends).toBe(1)
    expect(browser.kept.size).toBe(1)
  })

  it('asks how late it is with nothing to send, and hears that it is over', async () => {
    const { it: browser, open } = world()
    const log = open()
    browser.ahead = 600_000
    browser.handedIn = true
    await log.ask()
    expect(log.now()).toBe(START + 600_000)
    expect(log.state()).toMatchObject({ over: true, stuck: false })
    expect(browser.stored.size).toBe(0)
  })

  it('goes on in memory where the browser does not store, and says so', async () => {
    const { it: browser, open } = world()
    browser.full = true
    const log = open()
    log.do(flag)
    expect(log.state()).toMatchObject({ durable: false, waiting: 1 })
    await log.send()
    expect(browser.stored.size).toBe(1)
  })

  it('does not try for ever what will never be taken, and says why', async () => {
    const { it: browser, open } = world()
    browser.status = 404
    browser.body = { problem: { message: 'There is no such sitting here.' } }
    const log = open()
    log.do(flag)
    await log.send()
    expect(log.state()).toMatchObject({ waiting: 0, refused: 'There is no such sitting here.' })
    expect(browser.kept.size).toBe(0)
  })
})
