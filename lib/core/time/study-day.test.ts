import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTimeZone } from './civil-time'
import {
  addDays,
  endOfStudyDay,
  formatStudyDay,
  parseStudyDay,
  studyDayOf,
  toStudyDay,
} from './study-day'

const HOUR = 3_600_000
const dayAt = (iso: string, zone: string, rollover = 4) =>
  formatStudyDay(studyDayOf(Date.parse(iso), zone, rollover))

describe('the study day of an instant', () => {
  it('changes at the rollover hour, not at midnight', () => {
    expect(dayAt('2026-01-15T03:59:59.999Z', 'UTC')).toBe('2026-01-14')
    expect(dayAt('2026-01-15T04:00:00.000Z', 'UTC')).toBe('2026-01-15')
    expect(dayAt('2026-01-14T23:59:59.999Z', 'UTC', 0)).toBe('2026-01-14')
    expect(dayAt('2026-01-15T00:00:00.000Z', 'UTC', 0)).toBe('2026-01-15')
  })

  it('is that of the learner, not of Greenwich', () => {
    expect(dayAt('2026-01-14T14:30:00Z', 'Pacific/Kiritimati')).toBe('2026-01-15')
    expect(dayAt('2026-01-14T13:59:59Z', 'Pacific/Kiritimati')).toBe('2026-01-14')
    expect(dayAt('2026-01-14T10:00:00Z', 'Pacific/Kiritimati', 0)).toBe('2026-01-15')
    expect(dayAt('2026-01-15T10:00:00Z', 'Pacific/Pago_Pago', 0)).toBe('2026-01-14')
    expect(dayAt('2026-01-14T22:14:59Z', 'Asia/Kathmandu')).toBe('2026-01-14')
    expect(dayAt('2026-01-14T22:15:00Z', 'Asia/Kathmandu')).toBe('2026-01-15')
  })

  it('begins at 4:00 on the wall in the night that has 23 hours', () => {
    // Berlin, 29 March 2026: 02:00 becomes 03:00, so 04:00 is 02:00 UTC.
    expect(dayAt('2026-03-29T01:59:59Z', 'Europe/Berlin')).toBe('2026-03-28')
    expect(dayAt('2026-03-29T02:00:00Z', 'Europe/Berlin')).toBe('2026-03-29')
  })

  it('begins at 4:00 on the wall in the night that has 25 hours', () => {
    expect(dayAt('2026-10-25T02:59:59Z', 'Europe/Berlin')).toBe('2026-10-24')
    expect(dayAt('2026-10-25T03:00:00Z', 'Europe/Berlin')).toBe('2026-10-25')
    // With the rollover at the repeated hour the day begins once and stays.
    expect(dayAt('2026-10-24T23:59:59Z', 'Europe/Berlin', 2)).toBe('2026-10-24')
    expect(dayAt('2026-10-25T00:30:00Z', 'Europe/Berlin', 2)).toBe('2026-10-25')
    expect(dayAt('2026-10-25T01:30:00Z', 'Europe/Berlin', 2)).toBe('2026-10-25')
  })

  it('can fall back by one on a flight from Tokyo to New York', () => {
    const landing = Date.parse('2026-05-10T15:00:00Z')
    expect(studyDayOf(landing - 13 * HOUR, 'Asia/Tokyo', 4)).toBe(
      studyDayOf(landing, 'America/New_York', 4),
    )
    expect(dayAt('2026-05-10T01:00:00Z', 'Asia/Tokyo')).toBe('2026-05-10')
    expect(dayAt('2026-05-10T02:00:00Z', 'America/New_York')).toBe('2026-05-09')
  })

  it('refuses what is no zone, no instant and no hour', () => {
    expect(() => studyDayOf(0, 'Mars/Olympus', 4)).toThrow(RangeError)
    expect(() => studyDayOf(Number.NaN, 'UTC', 4)).toThrow(RangeError)
    expect(() => studyDayOf(9e15, 'UTC', 4)).toThrow(RangeError)
    expect(() => studyDayOf(0, 'UTC', 24)).toThrow(/rollover/)
    expect(() => studyDayOf(0, 'UTC', 1.5)).toThrow(/rollover/)
    expect(() => toStudyDay(1.5)).toThrow(RangeError)
  })
})

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Pacific/Chatham',
]
const zone = fc.constantFrom(...zones)
const rollover = fc.constantFrom(0, 4, 2, 23)
const at = fc.integer({ min: Date.parse('2012-01-01'), max: Date.parse('2060-01-01') })

describe('laws of the study day', () => {
  it('never goes back while time goes on', () => {
    fc.assert(
      fc.property(at, fc.integer({ min: 0, max: 30 * HOUR }), zone, rollover, (a, more, z, r) => {
        const first = studyDayOf(a, z, r)
        const later = studyDayOf(a + more, z, r)
        expect(later).toBeGreaterThanOrEqual(first)
        expect(later - first).toBeLessThanOrEqual(2)
      }),
    )
  })

  it('ends at the first millisecond of the next day', () => {
    fc.assert(
      fc.property(at, zone, rollover, (a, z, r) => {
        const day = studyDayOf(a, z, r)
        const end = endOfStudyDay(day, z, r)
        expect(end).toBeGreaterThan(a)
        expect(end - a).toBeLessThanOrEqual(26 * HOUR)
        expect(studyDayOf(end - 1, z, r)).toBe(day)
        expect(studyDayOf(end, z, r)).toBe(day + 1)
      }),
      { numRuns: 60 },
    )
  })

  it('is read back from how it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (n) => {
        const day = toStudyDay(n)
        expect(parseStudyDay(formatStudyDay(day))).toBe(day)
      }),
    )
  })
})

describe('the end of a study day', () => {
  it('is known on the nights the clock is set', () => {
    const end = (text: string, z: string, r = 4) => {
      const day = parseStudyDay(text)
      return day === null ? '' : new Date(endOfStudyDay(day, z, r)).toISOString()
    }
    expect(end('2026-03-28', 'Europe/Berlin')).toBe('2026-03-29T02:00:00.000Z')
    expect(end('2026-10-24', 'Europe/Berlin')).toBe('2026-10-25T03:00:00.000Z')
    expect(end('2026-01-15', 'Pacific/Kiritimati', 0)).toBe('2026-01-15T10:00:00.000Z')
    // Beirut's clock jumps from 00:00 to 01:00: the day begins at 01:00.
    expect(end('2026-03-28', 'Asia/Beirut', 0)).toBe('2026-03-28T22:00:00.000Z')
    // Samoa left out 30 December 2011.
    expect(end('2011-12-29', 'Pacific/Apia', 0)).toBe('2011-12-30T10:00:00.000Z')
  })
})

describe('days in writing', () => {
  it('are refused when the calendar does not have them', () => {
    for (const text of [
      '2026-02-30',
      '2026-13-01',
      '2026-1-1',
      '',
      '2026-01-01T00:00',
      '0x10-01-01',
    ])
      expect(parseStudyDay(text)).toBeNull()
    expect(parseStudyDay('2024-02-29')).not.toBeNull()
    expect(parseStudyDay('1970-01-01')).toBe(0)
  })

  it('are counted on over months and years', () => {
    const carnival = parseStudyDay('2028-02-28')
    expect(carnival === null ? '' : formatStudyDay(addDays(carnival, 2))).toBe('2028-03-01')
    expect(formatStudyDay(addDays(toStudyDay(0), -1))).toBe('1969-12-31')
  })
})

describe('zones', () => {
  it('are known by name only', () => {
    for (const z of [...zones, 'Etc/GMT+12', 'europe/berlin']) expect(isTimeZone(z)).toBe(true)
    for (const z of ['', 'Mars/Olympus', '+02:00', '-05:00', 'Europe/Berlin ', '../etc/passwd'])
      expect(isTimeZone(z)).toBe(false)
  })
})
