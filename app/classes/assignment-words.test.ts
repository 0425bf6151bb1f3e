import { expect, it } from 'vitest'
import { addDays, toStudyDay } from '@/lib/core/time/study-day'
import { dateWords, dayWords, dueWords, goalWords, progressWords } from './assignment-words'

/** Wednesday 4 November 2026 */
const today = toStudyDay(20_761)

it.each([
  [0, 'today'],
  [1, 'tomorrow'],
  [2, 'Friday'],
  [6, 'Tuesday'],
  [7, 'Wednesday 11 November'],
  [-1, 'Tuesday 3 November'],
])('%i days ahead is %s', (ahead, words) => {
  expect(dayWords(addDays(today, ahead), today)).toBe(words)
})

it('says a date briefly, and whether it is over', () => {
  expect(dateWords(today)).toBe('Wed 4 Nov')
  expect(dueWords(addDays(today, 1), today)).toBe('Due tomorrow')
  expect(dueWords(addDays(today, -1), today)).toBe('Was due Tuesday 3 November')
})

it('says what counts as done', () => {
  expect(goalWords({ kind: 'introduced' })).toBe('every item has been answered')
  expect(goalWords({ kind: 'recalled', days: 1 })).toBe('every item has been recalled on 1 day')
  expect(goalWords({ kind: 'expected', recall: 0.85 })).toBe(
    '85 % is expected to be recalled on the due date',
  )
})

it('says how far somebody is by what the goal counts', () => {
  const progress = { items: 41, introduced: 20, done: 18, expected: 0.764, met: false }
  expect(progressWords(progress, { kind: 'introduced' })).toBe('18 of 41 done')
  expect(progressWords(progress, { kind: 'expected', recall: 0.9 })).toBe('76 % expected of 90 %')
  expect(progressWords({ ...progress, met: true }, { kind: 'introduced' })).toBe('done')
})
