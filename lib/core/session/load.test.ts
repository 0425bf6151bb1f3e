import { describe, expect, it } from 'vitest'
import { NEW_CARD } from '../memory/fold'
import { DEFAULT_PARAMETERS } from '../memory/parameters'
import type { CardState } from '../memory/state'
import { known } from '../memory/state-fixture'
import { addDays } from '../time/study-day'
import { loadAfter, loadNow, loadOn } from './load'
import { startSession, step } from './session'
import { checkers, idSource, NOW, planOf, single, TODAY } from './session-fixture'
import type { Session } from './state'
import { gradePreviews } from './view'

const WEEK = Array.from({ length: 7 }, () => 'normal' as const)
const load = { from: TODAY, counts: [0, 0, 5, 0], balance: true, easyDays: WEEK }
const due = (inDays: number): CardState => ({
  ...NEW_CARD,
  memory: known({
    reps: 2,
    lastStudyDay: addDays(TODAY, -1),
    dueDay: addDays(TODAY, inDays),
    lastAt: NOW,
    dueAt: NOW,
  }),
})

describe('what is due on the coming days', () => {
  it('follows a card from the day it was due on to the day it is due on now', () => {
    const counts = (before: CardState, after: CardState) =>
      loadAfter(load, [{ before, after }]).counts
    expect(counts(due(2), due(3))).toEqual([0, 0, 4, 1])
    expect(counts(NEW_CARD, due(1))).toEqual([0, 1, 5, 0])
    expect(counts(due(2), { ...due(2), suspended: { reason: '' } })).toEqual([0, 0, 4, 0])
    expect(counts(due(-3), due(40))).toEqual([0, 0, 5, 0])
  })

  it('is counted from another day without what lies before it', () => {
    expect(loadOn(load, addDays(TODAY, 2)).counts.slice(0, 4)).toEqual([5, 0, 0, 0])
    expect(loadOn(load, TODAY).counts).toHaveLength(92)
  })

  it('sees the answers of the session, and not those that were taken back', () => {
    const questions = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => single(n))
    const counts = Array.from({ length: 92 }, () => 3)
    const plan = { ...planOf(...questions), parameters: DEFAULT_PARAMETERS }
    const ids = idSource()
    let session: Session = startSession({ ...plan, load: { ...load, counts } })
    const days: number[] = []
    for (let n = 0; n < 8; n++) {
      session = step(session, { type: 'show', now: NOW + n * 1000 }, checkers)
      const said = gradePreviews(session)?.[4].dueDay
      session = step(
        session,
        { type: 'grade', grade: 4, now: NOW + n * 1000, ids: ids(1) },
        checkers,
      )
      if (said !== undefined) days.push(said - TODAY)
    }
    expect(days).toHaveLength(8)
    const now = loadNow(session)?.counts ?? []
    for (const day of days) expect(now[day]).toBe(3 + days.filter((one) => one === day).length)
    // Five days are as good: with each seeing the others, none takes more than three of eight.
    expect(Math.max(...now)).toBeLessThanOrEqual(6)
    const sent = session.events.map((event) => (event.kind === 'review' ? event.dueDay : null))
    expect(sent.every((day) => typeof day === 'string')).toBe(true)
    while (session.history.length > 0)
      session = step(session, { type: 'undo', now: session.clock, ids: ids(1) }, checkers)
    expect(loadNow(session)?.counts).toEqual(counts)
  })
})
