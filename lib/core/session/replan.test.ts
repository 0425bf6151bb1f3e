import { describe, expect, it } from 'vitest'
import { NEW_CARD } from '../memory/fold'
import { addDays } from '../time/study-day'
import type { SessionPlan } from './question'
import { replan } from './replan'
import { startSession, step } from './session'
import { checkers, DUE, itemId, NOW, planOf, reviewId, single, TODAY } from './session-fixture'
import type { Session } from './state'
import { currentQuestion } from './view'

/** As the server makes it a second later, once it knows that the device is half a day ahead. */
const elsewhere = (plan: SessionPlan): SessionPlan => ({
  ...plan,
  now: NOW + 1000,
  timeZone: 'Pacific/Auckland',
  studyDay: addDays(TODAY, 1),
})
const show = (session: Session) => step(session, { type: 'show', now: NOW + 800 }, checkers)
const good = (session: Session) => {
  const ids = [reviewId(session.events.length)]
  return step(session, { type: 'grade', grade: 3, now: NOW + 2000, ids }, checkers)
}
const asks = (session: Session) => currentQuestion(session)?.itemId

describe('a plan that is made anew under a session', () => {
  it('keeps the question on the table, with what it follows from', () => {
    const before = startSession(planOf(single(1), single(2)))
    const after = replan(before, elsewhere(planOf(single(1), single(2))))
    expect(after.stage).toEqual(before.stage)
    expect(after.plan.timeZone).toBe('Pacific/Auckland')
  })

  it('keeps an answer that was just shown, and stores it by the day of the new plan', () => {
    const plan = planOf(single(1), single(2))
    const shown = show(startSession(plan))
    const after = replan(shown, elsewhere(plan))
    expect(after.stage).toEqual(shown.stage)
    const graded = good(after)
    expect(graded.events).toMatchObject([{ timeZone: 'Pacific/Auckland', grade: 3 }])
    expect(asks(graded)).toBe(itemId(2))
  })

  it('asks what the new plan has in its order, the question on the table first', () => {
    const shown = show(startSession(planOf(single(1), single(2))))
    const after = replan(shown, elsewhere(planOf(single(3, DUE), single(2), single(1))))
    expect(asks(after)).toBe(itemId(1))
    const second = good(after)
    expect(asks(second)).toBe(itemId(3))
    expect(asks(good(show(second)))).toBe(itemId(2))
  })

  it('keeps what was done, to be undone', () => {
    const plan = planOf(single(1), single(2))
    const graded = good(show(startSession(plan)))
    const after = replan(graded, elsewhere(planOf(single(2))))
    expect(after).toMatchObject({ history: graded.history, stage: graded.stage })
    expect(after.plan).toEqual({ ...elsewhere(plan), now: NOW })
  })

  it('keeps an answer that is shown also where its question is asked no more; a question only shown goes', () => {
    const begun = startSession(planOf(single(1), single(2)))
    const next = elsewhere(planOf(single(2)))
    expect(asks(replan(show(begun), next))).toBe(itemId(1))
    expect(asks(replan(begun, next))).toBe(itemId(2))
  })

  it('goes by the new cards where an item has others now', () => {
    const begun = startSession(planOf(single(1)))
    const other = single(1, NEW_CARD)
    const [card] = single(9).cards
    const cards = card ? [card] : []
    const after = replan(begun, elsewhere(planOf({ ...other, cards })))
    expect(after.stage).toMatchObject({ turn: { asked: cards.map(({ id }) => id) } })
  })

  it('does not ask again what was answered elsewhere meanwhile', () => {
    const begun = startSession(planOf(single(1, DUE), single(2, DUE)))
    const later = { ...DUE, memory: { ...DUE.memory, dueDay: addDays(TODAY, 9) } }
    const next = elsewhere(planOf(single(1, later), single(2, DUE)))
    expect(asks(replan(begun, next))).toBe(itemId(2))
  })

  it('asks from a summary what has come up', () => {
    expect(asks(replan(startSession(planOf()), elsewhere(planOf(single(4)))))).toBe(itemId(4))
  })
})
