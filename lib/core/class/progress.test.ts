import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CardId, ReviewId } from '../ids'
import { DEFAULT_PARAMETERS } from '../memory/parameters'
import type { Remembered } from '../memory/recall'
import type { Grade, ReviewEvent } from '../review/event'
import { addDays, toStudyDay } from '../time/study-day'
import type { Goal } from './assignment'
import { type AssignedCard, type AssignedItem, daysRecalled, progressOf } from './progress'

const TODAY = toStudyDay(20_000)
const DUE = addDays(TODAY, 5)
const CARD = CardId.parse('018f4e5a-0000-7000-8000-000000000001')
const reviewId = (n: number) =>
  ReviewId.parse(`018f4e5a-0000-7000-8000-${n.toString(16).padStart(12, '0')}`)

const review = (n: number, day: number, grade: Grade): ReviewEvent => ({
  ...{ kind: 'review', id: reviewId(n), cardId: CARD, grade, form: 'typed', typed: '' },
  ...{ overruled: false, durationMs: 0, studyDay: addDays(TODAY, day), at: day * 86_400_000 + n },
})

const NEW: AssignedCard = { memory: { phase: 'new' }, daysRecalled: 0 }
const known = (stability: number, days = 1): AssignedCard => ({
  memory: { phase: 'review', stability, lastStudyDay: addDays(TODAY, -2) },
  daysRecalled: days,
})
const of = (goal: Goal, ...items: AssignedItem[]) =>
  progressOf(items, { goal, dueOn: DUE }, TODAY, DEFAULT_PARAMETERS)

describe('days on which a card was recalled', () => {
  it('are told by the first answer of the day', () => {
    const events = [
      review(1, 0, 1),
      review(2, 0, 3),
      review(3, 1, 2),
      review(4, 1, 1),
      review(5, 3, 4),
    ]
    expect(daysRecalled(events)).toBe(2)
  })

  it('leave out what was taken back and what was before a start over', () => {
    const base = { cardId: CARD, studyDay: TODAY }
    const undo: ReviewEvent = {
      ...base,
      kind: 'undo',
      id: reviewId(9),
      targetId: reviewId(1),
      at: 5,
    }
    expect(daysRecalled([review(1, 0, 3), undo])).toBe(0)
    const reset: ReviewEvent = { ...base, kind: 'reset', id: reviewId(8), at: 90_000_000 }
    expect(daysRecalled([review(1, 0, 3), reset, review(2, 2, 3)])).toBe(1)
  })
})

describe('progress', () => {
  it('counts what was answered, of a list any element', () => {
    const items = [{ cards: [known(5)] }, { cards: [known(5), NEW] }, { cards: [] }]
    expect(of({ kind: 'introduced' }, ...items)).toMatchObject({
      items: 3,
      introduced: 2,
      done: 2,
      met: false,
    })
    expect(of({ kind: 'introduced' }, { cards: [known(5)] }).met).toBe(true)
  })

  it('counts a list as often as its least recalled element', () => {
    const list = { cards: [known(5, 3), known(5, 1)] }
    expect(of({ kind: 'recalled', days: 2 }, list)).toMatchObject({ done: 0, met: false })
    expect(of({ kind: 'recalled', days: 1 }, list)).toMatchObject({ done: 1, met: true })
  })

  it('is met by the mean that is expected, elements of a list averaged', () => {
    const half = of({ kind: 'expected', recall: 0.5 }, { cards: [known(1e6), NEW] })
    expect(half.expected).toBeCloseTo(0.5, 3)
    const goal: Goal = { kind: 'expected', recall: 0.7 }
    expect(of(goal, { cards: [known(1e6)] }, { cards: [known(3)] })).toMatchObject({ met: true })
    expect(of(goal, { cards: [known(1e6)] }, { cards: [NEW] })).toMatchObject({
      met: false,
      done: 1,
    })
  })

  it('is nothing of nothing', () => {
    expect(of({ kind: 'introduced' })).toMatchObject({ items: 0, expected: null, met: false })
  })
})

const card: fc.Arbitrary<AssignedCard> = fc
  .record({
    memory: fc.oneof(
      fc.constant<Remembered>({ phase: 'new' }),
      fc
        .record({ stability: fc.double({ min: 0.01, max: 5000, noNaN: true }), ago: fc.nat(400) })
        .map(
          ({ stability, ago }): Remembered => ({
            phase: 'review',
            stability,
            lastStudyDay: addDays(TODAY, -ago),
          }),
        ),
    ),
    daysRecalled: fc.nat(12),
  })
  .map((made) => (made.memory.phase === 'new' ? NEW : made))
const items = fc.array(
  fc.array(card, { maxLength: 4 }).map((cards) => ({ cards })),
  { maxLength: 12 },
)
const goal: fc.Arbitrary<Goal> = fc.oneof(
  fc.constant<Goal>({ kind: 'introduced' }),
  fc.integer({ min: 1, max: 10 }).map((days): Goal => ({ kind: 'recalled', days })),
  fc
    .double({ min: 0.5, max: 0.97, noNaN: true })
    .map((recall): Goal => ({ kind: 'expected', recall })),
)

describe('laws of progress', () => {
  it('no count is more than the items, and recall is a share', () => {
    fc.assert(
      fc.property(items, goal, (all, wanted) => {
        const progress = of(wanted, ...all)
        expect(progress.done).toBeLessThanOrEqual(all.length)
        expect(progress.introduced).toBeLessThanOrEqual(all.length)
        expect(progress.expected ?? 0).toBeGreaterThanOrEqual(0)
        expect(progress.expected ?? 0).toBeLessThanOrEqual(1)
        if (wanted.kind !== 'expected')
          expect(progress.met).toBe(all.length > 0 && progress.done === all.length)
      }),
    )
  })

  it('depends on no order, and answering another card never takes anything away', () => {
    fc.assert(
      fc.property(items, goal, (all, wanted) => {
        const before = of(wanted, ...all)
        const turned = of(wanted, ...all.toReversed())
        expect({ ...turned, expected: 0 }).toEqual({ ...before, expected: 0 })
        const more = of(
          wanted,
          ...all.map(({ cards }) => ({
            cards: cards.map((each) => (each.memory.phase === 'new' ? known(30, 1) : each)),
          })),
        )
        expect(more.done).toBeGreaterThanOrEqual(before.done)
        expect(more.expected ?? 0).toBeGreaterThanOrEqual((before.expected ?? 0) - 1e-9)
      }),
    )
  })
})
