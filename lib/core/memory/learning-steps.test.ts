import { describe, expect, it } from 'vitest'
import { CardId } from '../ids'
import type { Grade } from '../review/event'
import { addDays, toStudyDay } from '../time/study-day'
import { moveAfter } from './learning-steps'
import { DEFAULT_PARAMETERS } from './parameters'
import { applyReview } from './schedule'
import type { MemoryState, SchedulingParameters } from './state'

const EXACT: SchedulingParameters = { ...DEFAULT_PARAMETERS, fuzz: false }
const CARD = CardId.parse('018f4e5a-0000-7000-8000-000000000001')
const DAY = toStudyDay(20_000)
const answer = (memory: MemoryState, grade: Grade, day = DAY, at = 1_728_000_000_000) =>
  applyReview(CARD, memory, { grade, form: 'typed', at, studyDay: day }, EXACT)
const NEW: MemoryState = { phase: 'new' }
const known = answer(NEW, 4)

describe('learning steps', () => {
  const moves = (phase: MemoryState['phase'], step: number, parameters = EXACT) =>
    ([1, 2, 3, 4] as const).map((grade) => {
      const move = moveAfter({ phase, step }, grade, parameters)
      return move.to === 'review' ? 'review' : `${move.to} ${move.step}: ${move.minutes}`
    })

  it.each([
    ['new', 0, ['learning 0: 1', 'learning 0: 6', 'learning 1: 10', 'review']],
    ['learning', 0, ['learning 0: 1', 'learning 0: 6', 'learning 1: 10', 'review']],
    ['learning', 1, ['learning 0: 1', 'learning 1: 10', 'review', 'review']],
    ['review', 0, ['relearning 0: 10', 'review', 'review', 'review']],
    ['relearning', 0, ['relearning 0: 10', 'relearning 0: 15', 'review', 'review']],
  ] as const)('lead a %s card on step %i by Again, Hard, Good, Easy', (phase, step, expected) => {
    expect(moves(phase, step)).toEqual(expected)
  })

  it('may be none at all', () => {
    const none = { ...EXACT, learningSteps: [], relearningSteps: [] }
    for (const phase of ['new', 'learning', 'review', 'relearning'] as const)
      expect(moves(phase, 0, none)).toEqual(['review', 'review', 'review', 'review'])
  })

  it('let a card go that stands on a step which no longer exists', () => {
    const fewer = { ...EXACT, learningSteps: [1] }
    expect(moves('learning', 3, fewer)).toEqual([
      'learning 0: 1',
      'learning 0: 2',
      'review',
      'review',
    ])
  })
})

describe('a card on its steps', () => {
  it('is due on its study day, so many minutes later', () => {
    const memory = answer(NEW, 1, DAY, 5_000)
    expect(memory).toMatchObject({ phase: 'learning', dueDay: DAY, lastAt: 5_000, dueAt: 65_000 })
  })

  it('counts a lapse only when it was known', () => {
    const again = answer(NEW, 1)
    expect(again).toMatchObject({ phase: 'learning', lapses: 0 })
    const lapsed = answer(known, 1, addDays(DAY, 8))
    expect(lapsed).toMatchObject({ phase: 'relearning', step: 0, lapses: 1 })
    expect(answer(lapsed, 1, addDays(DAY, 8))).toMatchObject({ phase: 'relearning', lapses: 1 })
    expect(answer(lapsed, 3, addDays(DAY, 8))).toMatchObject({
      phase: 'review',
      step: 0,
      lapses: 1,
    })
  })

  it('left overnight goes on the next day, with the day counted', () => {
    const evening = answer(NEW, 3)
    const morning = answer(evening, 3, addDays(DAY, 1))
    const sameDay = answer(evening, 3)
    expect(morning).toMatchObject({ phase: 'review', lastStudyDay: DAY + 1 })
    if (morning.phase === 'new' || sameDay.phase === 'new') throw new Error('both were answered')
    expect(morning.stability).toBeGreaterThan(sameDay.stability)
  })

  it('graduates to a later day by Easy than by Good', () => {
    const onLast = answer(NEW, 3)
    const good = answer(onLast, 3)
    const easy = answer(onLast, 4)
    if (good.phase === 'new' || easy.phase === 'new') throw new Error('both were answered')
    expect(good.dueDay - DAY).toBe(2)
    expect(easy.dueDay).toBeGreaterThan(good.dueDay)
    expect(easy.dueAt).toBe(easy.lastAt)
  })
})
