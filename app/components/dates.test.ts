import { describe, expect, it } from 'vitest'
import { count, longDay, minutes, onDay, shortDay } from './dates'

describe('days in words', () => {
  it('names a day the same in every zone', () => {
    expect(longDay('2026-11-22')).toBe('Sunday 22 November')
    expect(shortDay('2026-11-22')).toBe('Sun 22 Nov')
  })

  it('says tomorrow for the next day, over the end of a year too', () => {
    expect(onDay('2027-01-01', '2026-12-31')).toBe('tomorrow')
    expect(onDay('2027-01-02', '2026-12-31')).toBe('on Saturday 2 January')
  })
})

describe('numbers in words', () => {
  it('counts one and many', () => {
    expect(count(1, 'item')).toBe('1 item')
    expect(count(1204, 'review')).toBe('1,204 reviews')
    expect(count(2, 'copy', 'copies')).toBe('2 copies')
  })

  it('never says that something takes no time', () => {
    expect(minutes(0.2)).toBe('1 minute')
    expect(minutes(8.6)).toBe('9 minutes')
  })
})
