/** From real instants and zones to the memory: what counts is the day on the learner's wall, when the answer was given. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CardId } from '../ids'
import { endOfStudyDay, formatStudyDay, toStudyDay } from '../time/study-day'
import { foldCard } from './fold'
import { DEFAULT_PARAMETERS } from './parameters'
import { readLog } from './replay/read-log'
import type { MemoryState } from './state'

const CARD = CardId.parse('018f4e5a-0000-7000-8000-000000000001')
type Known = Exclude<MemoryState, { phase: 'new' }>
type Given = { readonly at: string; readonly zone: string; readonly grade?: number }

function memoryAfter(given: readonly Given[], rolloverHour = 4): Known {
  const read = readLog({
    rolloverHour,
    events: given.map(({ at, zone, grade = 3 }, n) => ({
      ...{ id: `${n}`, cardId: CARD, reviewedAt: at, timeZone: zone, grade },
    })),
  })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  const { memory } = foldCard(CARD, read.log.events, { ...DEFAULT_PARAMETERS, fuzz: false })
  if (memory.phase === 'new') throw new Error('an answer leaves no new card')
  return memory
}
const days = (memory: Known) => ({
  last: formatStudyDay(memory.lastStudyDay),
  due: formatStudyDay(memory.dueDay),
})
/** The stability after answers so many study days apart, in one zone at noon. */
const apart = (...gaps: readonly number[]) => {
  let day = 20_000
  const given = gaps.map((gap, n) => {
    day += gap
    return { at: new Date(day * 86_400_000 + 12 * 3_600_000 + n).toISOString(), zone: 'UTC' }
  })
  return memoryAfter(given).stability
}

describe('a flight from Tokyo to New York', () => {
  const takeOff = { at: '2026-05-10T01:00:00Z', zone: 'Asia/Tokyo' }
  const landing = { at: '2026-05-10T02:30:00Z', zone: 'America/New_York' }
  const later = { at: '2026-05-13T14:00:00Z', zone: 'America/New_York' }

  it('goes back by a study day and counts as no time at all', () => {
    expect(days(memoryAfter([takeOff])).last).toBe('2026-05-10')
    const landed = memoryAfter([takeOff, landing])
    expect(days(landed)).toEqual({ last: '2026-05-09', due: '2026-05-11' })
    expect(landed.stability).toBe(apart(0, 0))
  })

  it('goes on from the day on the wall there', () => {
    expect(memoryAfter([takeOff, landing, later]).stability).toBe(apart(0, 0, 4))
    // Without an answer on landing the days since Tokyo count, as they stood on its wall.
    expect(memoryAfter([takeOff, later]).stability).toBe(apart(0, 3))
  })

  it('leaves what was answered before as it was, wherever the next answer is given', () => {
    const before = [
      { at: '2026-05-01T23:30:00Z', zone: 'Asia/Tokyo' },
      { at: '2026-05-03T22:00:00Z', zone: 'Asia/Tokyo' },
    ]
    const inTokyo = memoryAfter([...before, { at: '2026-05-12T01:00:00Z', zone: 'Asia/Tokyo' }])
    const inNewYork = memoryAfter([...before, { at: '2026-05-12T16:00:00Z', zone: landing.zone }])
    // 2, 4 and 12 May on the walls: two days apart, then eight.
    expect([inTokyo.stability, inNewYork.stability]).toEqual([apart(0, 2, 8), apart(0, 2, 8)])
  })

  it('home again may bring a day in a few hours, and never a negative one', () => {
    const zones = fc.constantFrom(
      'Asia/Tokyo',
      'America/New_York',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
    )
    const stops = fc.array(fc.record({ hours: fc.integer({ min: 0, max: 40 }), zone: zones }), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(stops, fc.constantFrom(0, 4), (made, rollover) => {
        let at = Date.parse('2026-05-10T01:00:00Z')
        const given = made.map(({ hours, zone }, n) => {
          at += hours * 3_600_000 + n
          return { at: new Date(at).toISOString(), zone, grade: 4 }
        })
        const memory = memoryAfter(given, rollover)
        expect(memory.dueDay).toBeGreaterThan(memory.lastStudyDay)
        // Good answers never weaken: a negative number of days would.
        expect(memory.stability).toBeGreaterThanOrEqual(
          memoryAfter(given.slice(0, 1), rollover).stability,
        )
      }),
    )
  })
})

describe('the nights when the clock is set', () => {
  const inBerlin = (...instants: string[]) => instants.map((at) => ({ at, zone: 'Europe/Berlin' }))

  it('of 23 hours: half past three is still the evening before, half past four the next day', () => {
    // 22:30 on the 28th; 03:30 and 04:30 summer time on the 29th.
    const [evening, night, morning] = [
      '2026-03-28T21:30:00Z',
      '2026-03-29T01:30:00Z',
      '2026-03-29T02:30:00Z',
    ]
    const sameDay = memoryAfter(inBerlin(evening, night))
    expect(days(sameDay)).toEqual({ last: '2026-03-28', due: '2026-03-30' })
    expect(sameDay.stability).toBe(apart(0, 0))
    const nextDay = memoryAfter(inBerlin(evening, morning))
    expect(days(nextDay).last).toBe('2026-03-29')
    expect(nextDay.stability).toBe(apart(0, 1))
  })

  it('of 25 hours: both half past twos are the evening before, and the day is one day long', () => {
    // 22:30 on the 24th; 02:30 twice and 04:30 winter time on the 25th.
    const [evening, first, second, morning] = [
      '2026-10-24T20:30:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      '2026-10-25T03:30:00Z',
    ]
    const night = memoryAfter(inBerlin(evening, first, second))
    expect(days(night).last).toBe('2026-10-24')
    expect(night.stability).toBe(apart(0, 0, 0))
    expect(memoryAfter(inBerlin(evening, morning)).stability).toBe(apart(0, 1))
    // The day after, 24 hours later by the wall and 25 by the sun, it is one day still.
    expect(memoryAfter(inBerlin(evening, '2026-10-25T21:30:00Z')).stability).toBe(apart(0, 1))
  })

  it.each([
    ['2026-03-27T12:00:00Z', '2026-03-29T02:00:00.000Z'],
    ['2026-10-23T12:00:00Z', '2026-10-25T03:00:00.000Z'],
  ])('what was learned on %s is due two days later from four on the wall, %s', (at, from) => {
    const learned = memoryAfter([
      { at, zone: 'Europe/Berlin' },
      { at: at.replace('12:00', '12:10'), zone: 'Europe/Berlin' },
    ])
    expect(learned.dueDay - learned.lastStudyDay).toBe(2)
    const begins = endOfStudyDay(toStudyDay(learned.dueDay - 1), 'Europe/Berlin', 4)
    expect(new Date(begins).toISOString()).toBe(from)
  })
})

describe('the hour at which a study day begins', () => {
  const late = { at: '2026-01-14T22:00:00Z', zone: 'Europe/Lisbon', grade: 4 }
  const pastMidnight = { at: '2026-01-15T01:00:00Z', zone: 'Europe/Lisbon', grade: 4 }

  it('decides the due day of what is answered past midnight', () => {
    expect(days(memoryAfter([pastMidnight], 4))).toEqual({ last: '2026-01-14', due: '2026-01-22' })
    expect(days(memoryAfter([pastMidnight], 0))).toEqual({ last: '2026-01-15', due: '2026-01-23' })
  })

  it('decides whether a night lies between two answers', () => {
    const [at4, at0] = [memoryAfter([late, pastMidnight], 4), memoryAfter([late, pastMidnight], 0)]
    expect(at4.stability).toBeLessThan(at0.stability)
    expect(days(at4).last).toBe('2026-01-14')
    expect(days(at0).last).toBe('2026-01-15')
  })
})

describe('a learner at UTC+14', () => {
  const zone = 'Pacific/Kiritimati'

  it('has the next day before everyone else', () => {
    // 04:30 on the 15th by the wall; Greenwich has the 14th.
    const early = { at: '2026-01-14T14:30:00Z', zone, grade: 4 }
    expect(days(memoryAfter([early]))).toEqual({ last: '2026-01-15', due: '2026-01-23' })
    expect(days(memoryAfter([early], 0)).last).toBe('2026-01-15')
    const halfPastThree = { ...early, at: '2026-01-14T13:30:00Z' }
    expect(days(memoryAfter([halfPastThree])).last).toBe('2026-01-14')
    expect(days(memoryAfter([halfPastThree], 0)).last).toBe('2026-01-15')
  })

  it('is a day apart where Greenwich sees one day, and on one day where Greenwich sees two', () => {
    const [three, five] = ['2026-01-14T13:00:00Z', '2026-01-14T15:00:00Z']
    expect(
      memoryAfter([
        { at: three, zone },
        { at: five, zone },
      ]).stability,
    ).toBe(apart(0, 1))
    const [noon, evening] = ['2026-01-14T22:00:00Z', '2026-01-15T08:00:00Z']
    expect(
      memoryAfter([
        { at: noon, zone },
        { at: evening, zone },
      ]).stability,
    ).toBe(apart(0, 0))
  })
})
