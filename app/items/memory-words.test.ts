import { describe, expect, it } from 'vitest'
import type { CardState, MemoryState } from '@/lib/core/memory/state'
import { toStudyDay } from '@/lib/core/time/study-day'
import { difficultyWords, dueWords, itemState, nextTime, stabilityWords } from './memory-words'

const today = toStudyDay(20_000)

const card = (phase: MemoryState['phase'], due = 0, more: Partial<CardState> = {}) => ({
  state: {
    memory:
      phase === 'new'
        ? { phase }
        : {
            phase,
            step: 0,
            stability: 4,
            difficulty: 5,
            reps: 1,
            lapses: 0,
            lastStudyDay: toStudyDay(19_990),
            dueDay: toStudyDay(20_000 + due),
            lastAt: 0,
            dueAt: 0,
          },
    buriedOn: null,
    suspended: null,
    ...more,
  } satisfies CardState,
})

describe('itemState', () => {
  it.each([
    [[card('new')], 'new'],
    [[card('learning')], 'learning'],
    [[card('relearning')], 'learning'],
    [[card('review', 0)], 'due'],
    [[card('review', -9)], 'due'],
    [[card('review', 1)], 'remembered'],
    [[card('review', 1, { suspended: { reason: '' } })], 'suspended'],
    [[], 'new'],
  ] as const)('%#', (cards, state) => {
    expect(itemState(cards, today)).toBe(state)
  })

  it('shows of a list what most needs doing', () => {
    expect(itemState([card('review', 9), card('review', 0), card('new')], today)).toBe('due')
    expect(itemState([card('review', 9), card('new')], today)).toBe('new')
    expect(
      itemState([card('review', 9), card('new', 0, { suspended: { reason: '' } })], today),
    ).toBe('remembered')
  })
})

describe('words', () => {
  it('names the next time', () => {
    expect(nextTime([card('new')], today)).toBeNull()
    expect(nextTime([card('review', 9), card('review', 4)], today)).toBe('in 4 days')
    expect(nextTime([card('review', 4, { suspended: { reason: 'x' } })], today)).toBeNull()
  })

  it.each([
    [-1, '1 day ago'],
    [0, 'today'],
    [1, 'tomorrow'],
    [30, 'in 30 days'],
    [31, 'on 4 November 2024'],
  ])('%i days away', (away, words) => {
    expect(dueWords(toStudyDay(20_000 + away), today)).toBe(words)
  })

  it('says stability and difficulty plainly', () => {
    expect(stabilityWords(0.4)).toBe('less than a day')
    expect(stabilityWords(1.2)).toBe('1 day')
    expect(stabilityWords(61)).toBe('2 months')
    expect(stabilityWords(800)).toBe('2.2 years')
    expect(difficultyWords(2)).toBe('easy (2.0 of 10)')
    expect(difficultyWords(9.96)).toBe('hard (10.0 of 10)')
  })
})
