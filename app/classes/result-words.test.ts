import { describe, expect, it } from 'vitest'
import type { Standing } from '@/lib/core/class/insight/standing'
import { MemberId } from '@/lib/core/ids'
import { toStudyDay } from '@/lib/core/time/study-day'
import type { StudentLine } from '@/lib/usecases/read-class-results'
import { chanceWords, minuteWords, standingWords, verdictWords } from './result-words'

const day = toStudyDay(20_000)

function line(standing: Standing, introduced = 4, waiting = 0): StudentLine {
  const counts = { items: 6, introduced, done: introduced, expected: 0.5, met: false }
  return {
    memberId: MemberId.parse('018f4e5a-0000-7000-8000-000000000001'),
    name: 'Ada',
    ...{ startsOn: day, dueOn: day, today: day, standing, waiting },
    progress: { ...counts, share: 0.5, recall: 0.5 },
    ...{ answers: 3, ms: 1000, lastDay: day },
  }
}

describe('where a student stands', () => {
  it.each([
    [line({ kind: 'done' }, 6), 'Done'],
    [line({ kind: 'done' }, 6, 3), 'Done; 3 to review'],
    [line({ kind: 'early' }), 'Not begun; it has not started'],
    [line({ kind: 'away' }, 0), 'Has not been here since it started'],
    [line({ kind: 'overdue', days: 1 }), 'Due 1 day ago and not done: 2 items not met yet'],
    [
      line({ kind: 'behind', days: 2 }, 5, 7),
      '2 days behind an even pace: 1 item not met yet, 7 to review',
    ],
    [
      line({ kind: 'behind', days: 4 }, 0),
      'Nothing answered yet, 4 days behind an even pace: 6 items not met yet',
    ],
    [line({ kind: 'on the way' }, 6), 'On the way'],
  ])('is said in words', (said, words) => {
    expect(standingWords(said)).toBe(words)
  })
})

it('says minutes and chances as people read them', () => {
  expect([0, 20_000, 30_000, 150_000].map(minuteWords)).toEqual(['0', '< 1', '1', '3'])
  expect([0.4, 0.034, 0.0021, 0.00001].map(chanceWords)).toEqual([
    '40 %',
    '3.4 %',
    '0.21 %',
    'less than 0.01 %',
  ])
})

it('names what speaks against a question', () => {
  const faults = ['unexpectedly wrong', 'overruled'] as const
  expect(verdictWords({ verdict: { kind: 'question', faults } })).toBe(
    'The question may be at fault: wrong far more often than memory makes likely; many said that the machine was wrong',
  )
  expect(verdictWords({ verdict: { kind: 'few' } })).toBe('Too few people to tell')
})
