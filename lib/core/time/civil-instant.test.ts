import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from './civil-instant'

const iso = (date: string, time: string, zone: string) => {
  const at = instantOf(date, time, zone)
  return at === null ? null : new Date(at).toISOString()
}

describe('the instant of a time on the wall', () => {
  it('is told by the zone', () => {
    expect(iso('2026-12-14', '09:00', 'UTC')).toBe('2026-12-14T09:00:00.000Z')
    expect(iso('2026-12-14', '09:00', 'Europe/Vienna')).toBe('2026-12-14T08:00:00.000Z')
    expect(iso('2026-07-14', '09:00', 'Europe/Vienna')).toBe('2026-07-14T07:00:00.000Z')
    expect(iso('2026-12-14', '09:00', 'Asia/Kathmandu')).toBe('2026-12-14T03:15:00.000Z')
    expect(iso('2026-12-14', '00:00', 'Pacific/Kiritimati')).toBe('2026-12-13T10:00:00.000Z')
    expect(iso('2026-12-14', '23:59', 'Pacific/Pago_Pago')).toBe('2026-12-15T10:59:00.000Z')
  })

  it('that the clock leaves out is as long after midnight as it says', () => {
    // Vienna, 29 March 2026: 02:00 becomes 03:00.
    expect(iso('2026-03-29', '01:59', 'Europe/Vienna')).toBe('2026-03-29T00:59:00.000Z')
    expect(iso('2026-03-29', '02:30', 'Europe/Vienna')).toBe('2026-03-29T01:30:00.000Z')
    expect(iso('2026-03-29', '03:00', 'Europe/Vienna')).toBe('2026-03-29T01:00:00.000Z')
    // Lord Howe sets its clock by half an hour: 02:00 becomes 02:30.
    expect(iso('2026-10-04', '02:15', 'Australia/Lord_Howe')).toBe('2026-10-03T15:45:00.000Z')
    // Samoa left out 30 December 2011.
    expect(iso('2011-12-30', '12:00', 'Pacific/Apia')).toBe('2011-12-30T22:00:00.000Z')
  })

  it('that comes twice is the first of the two', () => {
    // Vienna, 25 October 2026: 03:00 becomes 02:00.
    expect(iso('2026-10-25', '02:30', 'Europe/Vienna')).toBe('2026-10-25T00:30:00.000Z')
    expect(iso('2026-10-25', '03:00', 'Europe/Vienna')).toBe('2026-10-25T02:00:00.000Z')
  })

  it('is none where there is no such date or time', () => {
    for (const [date, time] of [
      ['2026-02-30', '09:00'],
      ['2026-12-14', '24:00'],
      ['2026-12-14', '9:00'],
      ['', ''],
    ] as const)
      expect(instantOf(date, time, 'UTC')).toBeNull()
    expect(() => instantOf('2026-12-14', '09:00', 'Mars/Olympus')).toThrow(RangeError)
  })

  it('reads on the wall as it was given, unless the clock leaves it out', () => {
    const zone = fc.constantFrom(
      ...['UTC', 'Europe/Vienna', 'America/St_Johns', 'Asia/Kathmandu', 'Africa/Cairo'],
      ...['Australia/Lord_Howe', 'Pacific/Chatham', 'Asia/Beirut'],
    )
    const minute = fc.integer({
      min: Date.parse('2012-01-01') / 60_000,
      max: Date.parse('2050-01-01') / 60_000,
    })
    fc.assert(
      fc.property(minute, zone, (m, timeZone) => {
        const written = (at: number) => {
          const parts = new Intl.DateTimeFormat('sv-SE', {
            ...{ timeZone, dateStyle: 'short', timeStyle: 'short' },
          }).format(at)
          return parts.split(' ') as [string, string]
        }
        // Whatever a clock shows at some instant, it is not left out.
        const [date, time] = written(m * 60_000)
        const at = instantOf(date, time, timeZone)
        expect(at).not.toBeNull()
        expect(written(at ?? 0)).toEqual([date, time])
        expect(at).toBeLessThanOrEqual(m * 60_000)
      }),
    )
  })
})
