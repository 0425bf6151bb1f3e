import { describe, expect, it } from 'vitest'
import type { CardState } from '../memory/state'
import type { Grade } from '../review/event'
import { startSession, step } from './session'
import {
  cardId,
  checkers,
  DUE,
  idSource,
  itemId,
  listContent,
  NOW,
  planOf,
  question,
  single,
} from './session-fixture'
import type { Session, Wanted } from './state'
import { summarise } from './summary'
import { currentQuestion } from './view'

const due = (lapses: number): CardState => ({ ...DUE, memory: { ...DUE.memory, lapses } })
const ids = idSource()

const MINUTE = 60_000
function act(session: Session, wanted: Wanted, at = session.clock + MINUTE): Session {
  const action = { ...wanted, now: at, ids: ids(5) }
  return step(session, action, checkers)
}

/** Shows the answer and grades it. */
const graded = (session: Session, grade: Grade) =>
  act(act(session, { type: 'show' }), { type: 'grade', grade })

const asked = (session: Session) => currentQuestion(session)?.itemId

describe('a card that keeps slipping', () => {
  const plan = planOf(single(1, due(7)), single(2, DUE))

  it('is brought up when it is forgotten the eighth time, the next question waiting', () => {
    const session = graded(startSession(plan), 1)
    expect(session.slip).toEqual({ question: 0, cardIds: [cardId(1)], lapses: 8 })
    expect(asked(session)).toBe(plan.questions[1]?.itemId)
  })

  it.each<[string, CardState, Grade]>([
    ['remembered', due(7), 2],
    ['forgotten the seventh time', due(6), 1],
    ['forgotten the ninth time', due(8), 1],
  ])('is not when it was %s', (_, state, grade) => {
    expect(graded(startSession(planOf(single(1, state))), grade).slip).toBeNull()
  })

  it('is again after four more', () => {
    expect(graded(startSession(planOf(single(1, due(11)))), 1).slip?.lapses).toBe(12)
  })

  it('leaves the clock of the next question to begin when it is seen', () => {
    const slipped = graded(startSession(plan), 1)
    const at = slipped.clock + 5 * MINUTE
    const left = act(slipped, { type: 'leaveSlip' }, at)
    expect(left.slip).toBeNull()
    expect(left.stage).toMatchObject({ phase: 'question', turn: { question: 1, shownAt: at } })
    const reviewed = act(
      act(left, { type: 'show' }, at + 1000),
      { type: 'grade', grade: 3 },
      at + 2000,
    )
    expect(reviewed.events.at(-1)).toMatchObject({ durationMs: 2000 })
  })

  it('rests when one says so: suspended as a leech, listed, and taken back by undo or resume', () => {
    const slipped = graded(startSession(plan), 1)
    const resting = act(slipped, { type: 'rest' })
    expect(resting.slip).toBeNull()
    expect(resting.cards[cardId(1)]?.suspended).toEqual({ reason: 'leech' })
    expect(resting.events.at(-1)).toMatchObject({ kind: 'suspend', reason: 'leech' })
    expect(asked(resting)).toBe(plan.questions[1]?.itemId)
    expect(summarise(resting).setAside).toMatchObject([{ kind: 'suspend', reason: 'leech' }])

    const undone = act(resting, { type: 'undo' })
    expect(undone.cards).toEqual(slipped.cards)
    expect(undone.slip).toEqual(slipped.slip)
    expect(act(undone, { type: 'undo' })).toMatchObject({ slip: null, stage: { phase: 'answer' } })

    const resumed = act(resting, { type: 'resume', itemId: itemId(1) })
    expect(resumed.cards[cardId(1)]?.suspended).toBeNull()
  })

  it('that rests is not asked again, though nothing else is left', () => {
    const slipped = graded(startSession(planOf(single(1, due(7)))), 1)
    expect(slipped.stage.phase).toBe('question')
    expect(act(slipped, { type: 'rest' }).stage.phase).toBe('summary')
    expect(act(slipped, { type: 'leaveSlip' }).stage.phase).toBe('question')
  })

  it('rests alone among the elements of its list', () => {
    const list = question(3, listContent(['atria', 'valves']), [due(7), DUE])
    const answered = act(startSession(planOf(list)), { type: 'show' })
    const slipped = act(answered, { type: 'finishList' })
    expect(slipped.slip).toEqual({ question: 0, cardIds: [cardId(3, 0)], lapses: 8 })
    const resting = act(slipped, { type: 'rest' })
    expect(resting.cards[cardId(3, 0)]?.suspended).toEqual({ reason: 'leech' })
    expect(resting.cards[cardId(3, 1)]?.suspended).toBeNull()
    expect(resting.stage).toMatchObject({ phase: 'question', turn: { asked: [cardId(3, 1)] } })
  })

  it('is not brought up any more when its item is gone', () => {
    const slipped = graded(startSession(plan), 1)
    expect(act(slipped, { type: 'remove', itemId: itemId(1) }).slip).toBeNull()
  })

  it('has nothing to rest or leave where nothing slipped', () => {
    const session = startSession(plan)
    expect(act(session, { type: 'rest' }, NOW)).toBe(session)
    expect(act(session, { type: 'leaveSlip' }, NOW)).toBe(session)
  })
})
