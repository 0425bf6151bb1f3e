import { describe, expect, it } from 'vitest'
import { toStudyDay } from '@/lib/core/time/study-day'
import { askedWords, doneWords, pointsWords } from './grade-words'

const day = {
  day: toStudyDay(20_000),
  due: 0,
  fresh: 0,
  first: 0,
  later: 0,
  claimed: false,
  credit: 0,
}

describe('the words of grades', () => {
  it('say what was asked', () => {
    expect(askedWords({ due: 0, fresh: 0 })).toBe('nothing')
    expect(askedWords({ due: 3, fresh: 0 })).toBe('3 due')
    expect(askedWords({ due: 3, fresh: 2 })).toBe('3 due, 2 new')
  })

  it('say what was done of it', () => {
    expect(doneWords({ ...day, due: 3 })).toBe('nothing')
    expect(doneWords({ ...day, due: 3, first: 2 })).toBe('2')
    expect(doneWords({ ...day, due: 3, first: 2, later: 1 })).toBe('2, and 1 in a later session')
    expect(doneWords(day)).toBe('not claimed')
    expect(doneWords({ ...day, credit: 1 })).toBe('studied all the same')
    expect(doneWords({ ...day, claimed: true, credit: 1 })).toBe('claimed')
  })

  it('count the days', () => {
    expect(pointsWords({ days: [day], points: 1, share: 1 })).toBe('1 of 1 day')
    expect(pointsWords({ days: [day, day], points: 1.25, share: 0.625 })).toBe('1.3 of 2 days')
  })
})
