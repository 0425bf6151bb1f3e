import { describe, expect, it } from 'vitest'
import type { CardId } from '../ids'
import { ReviewId } from '../ids'
import type { Grade, ReviewEvent } from '../review/event'
import { toStudyDay } from '../time/study-day'
import { cardIds, logsOf } from './learner-fixture'
import { answeredOf, lossFrom, splitByTime } from './learner-log'
import { DEFAULT_PARAMETERS } from './parameters'

const [A] = cardIds(1)
if (!A) throw new Error('no card')
const card: CardId = A
const DAY_MS = 86_400_000
const idOf = (n: number) => ReviewId.parse(`018f4e5a-2222-7000-8000-${String(n).padStart(12, '0')}`)

function review(n: number, day: number, grade: Grade, form: 'typed' | 'choice' = 'typed') {
  return {
    ...{ id: idOf(n), cardId: card, kind: 'review' as const, grade, form, typed: '' },
    ...{ overruled: false, durationMs: 0, at: day * DAY_MS + n, studyDay: toStudyDay(day) },
  } satisfies ReviewEvent
}
const other = (
  n: number,
  day: number,
  what: { kind: 'reset' } | { kind: 'undo'; targetId: ReviewId },
) => ({
  ...{ id: idOf(n), cardId: card, at: day * DAY_MS + n, studyDay: toStudyDay(day) },
  ...what,
})

const of = (...events: ReviewEvent[]) => new Map([[card, events]])
const tested = (...events: ReviewEvent[]) =>
  answeredOf(of(...events)).map(({ day, elapsed, grade, tests }) => [day, elapsed, grade, tests])

describe('of a log', () => {
  it('the first answer of each later day tests the model; all that came before shapes the memory', () => {
    expect(
      tested(review(1, 100, 1), review(2, 100, 3), review(3, 103, 1), review(4, 103, 3)),
    ).toEqual([
      [100, 0, 1, false],
      [100, 0, 3, false],
      [103, 3, 1, true],
      [103, 0, 3, false],
    ])
  })

  it('what was chosen among options tests nothing, right or wrong', () => {
    const log = [review(1, 100, 3), review(2, 103, 3, 'choice'), review(3, 110, 1, 'choice')]
    expect(tested(...log).map(([, , , tests]) => tests)).toEqual([false, false, false])
  })

  it('what was taken back, or came before the card was begun anew, is as if never given', () => {
    const undone = [
      review(1, 100, 3),
      review(2, 103, 1),
      other(3, 103, { kind: 'undo', targetId: idOf(2) }),
    ]
    expect(tested(...undone)).toEqual([[100, 0, 3, false]])
    const anew = [
      review(1, 100, 3),
      review(2, 103, 3),
      other(3, 104, { kind: 'reset' }),
      review(4, 105, 3),
    ]
    expect(tested(...anew)).toEqual([[105, 0, 3, false]])
  })

  it('a flight west takes no day back', () => {
    expect(tested(review(1, 100, 3), { ...review(2, 100, 3), studyDay: toStudyDay(99) })).toEqual([
      [100, 0, 3, false],
      [100, 0, 3, false],
    ])
  })
})

describe('the later part', () => {
  const logs = logsOf({
    seed: 'split',
    cards: cardIds(120),
    from: toStudyDay(20_000),
    days: 150,
    truth: DEFAULT_PARAMETERS,
  })
  const answers = answeredOf(logs)
  const split = splitByTime(answers)

  it('comes after everything that is learnt from, and is a fifth of what tests the model', () => {
    if (!split) throw new Error('no split')
    expect(Math.max(...split.training.map((answer) => answer.at))).toBeLessThan(split.from)
    const tests = answers.filter((answer) => answer.tests).length
    expect(split.heldBack / tests).toBeGreaterThan(0.19)
    expect(split.heldBack / tests).toBeLessThan(0.22)
  })

  it('is off by as much as the log loss says', () => {
    const [id = card, log = []] = [...logs].find(([, events]) => events.length > 3) ?? []
    const whole = lossFrom(new Map([[id, log]]), 0, DEFAULT_PARAMETERS)
    expect(whole).toBeGreaterThan(0)
    expect(whole).toBeLessThan(3)
  })

  it('of too few is none', () => {
    expect(splitByTime([])).toBeNull()
    expect(splitByTime(answers.slice(0, 100))).toBeNull()
  })
})
