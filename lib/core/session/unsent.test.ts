import { describe, expect, it } from 'vitest'
import { CardId, ReviewId } from '../ids'
import { NEW_CARD } from '../memory/fold'
import { DEFAULT_PARAMETERS } from '../memory/parameters'
import type { ReviewEventInput } from '../review/event'
import { statesAfter } from './unsent'

const uuid = (n: number) => `01930000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const card = CardId.parse(uuid(1))
const stranger = CardId.parse(uuid(2))
const plan = { rolloverHour: 4, parameters: DEFAULT_PARAMETERS }
const states = { [card]: NEW_CARD }

const base = (n: number, minute: number, cardId = card) => ({
  id: ReviewId.parse(uuid(100 + n)),
  cardId,
  reviewedAt: new Date(Date.UTC(2026, 10, 22, 10, minute)).toISOString(),
  timeZone: 'Europe/Rome',
})

const review = (n: number, minute: number, cardId = card): ReviewEventInput => ({
  ...base(n, minute, cardId),
  kind: 'review',
  grade: 4,
  form: 'typed',
  typed: '',
  overruled: false,
  durationMs: 1000,
})

const undo = (n: number, minute: number, target: number): ReviewEventInput => ({
  ...base(n, minute),
  kind: 'undo',
  targetId: ReviewId.parse(uuid(100 + target)),
})

describe('statesAfter', () => {
  it('folds what waits onto the card', () => {
    const [heard] = statesAfter(states, [review(1, 0)], plan)
    expect(heard?.state.memory).toMatchObject({ phase: 'review', reps: 1 })
  })

  it('counts nothing that was taken back', () => {
    expect(statesAfter(states, [review(1, 0), undo(2, 1, 1)], plan)).toEqual([])
  })

  it('leaves the undo of a stored answer to the server', () => {
    expect(statesAfter(states, [undo(2, 1, 77)], plan)).toEqual([])
  })

  it('knows only the cards it was given', () => {
    expect(statesAfter(states, [review(1, 0, stranger)], plan)).toEqual([])
  })

  it('does not count twice what the server has counted', () => {
    const [once] = statesAfter(states, [review(1, 0)], plan)
    if (!once) throw new Error('nothing was heard')
    const [twice] = statesAfter({ [card]: once.state }, [review(1, 0)], plan)
    expect(twice?.state).toEqual(once.state)
  })

  it('passes over what it cannot read', () => {
    const odd = { ...review(1, 0), timeZone: 'Mars/Olympus' }
    expect(statesAfter(states, [odd, { ...review(2, 0), reviewedAt: 'yesterday' }], plan)).toEqual(
      [],
    )
  })
})
