import { describe, expect, it } from 'vitest'
import { briefDay, leftWords, scoreWords, whenWords } from './words'

describe('an exam in words', () => {
  it('says when it is, and in which zone where that is another', () => {
    const when = { date: '2026-12-14', time: '09:05', timeZone: 'Europe/Vienna' }
    expect(whenWords(when, 'Europe/Vienna')).toBe('Monday 14 December 2026, 9:05')
    expect(whenWords(when, 'UTC')).toBe('Monday 14 December 2026, 9:05 (Europe/Vienna)')
    expect(briefDay('2026-12-04')).toBe('4 Dec')
  })

  it('says how long it is until then', () => {
    expect([0, 1, 2, 22].map(leftWords)).toEqual(['today', 'tomorrow', 'in 2 days', 'in 22 days'])
  })

  it('says the score as it was given', () => {
    expect(scoreWords({ points: 78, of: 100 })).toBe('78 %')
    expect(scoreWords({ points: 23.5, of: 30 })).toBe('23.5 of 30, which is 78 %')
    expect(scoreWords({ points: 77.5, of: 100 })).toBe('77.5 of 100, which is 78 %')
  })
})
