import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, toStudyDay } from '../time/study-day'
import type { Goal } from './assignment'
import { outlookOf } from './outlook'
import { asksAgain, lastIntroduction, newByDay, newNeeded, type Term, withinRoom } from './pace'

const MONDAY = toStudyDay(20_000)
const goal: fc.Arbitrary<Goal> = fc.oneof(
  fc.constant<Goal>({ kind: 'introduced' }),
  fc.integer({ min: 1, max: 10 }).map((days): Goal => ({ kind: 'recalled', days })),
  fc
    .double({ min: 0.5, max: 0.97, noNaN: true })
    .map((recall): Goal => ({ kind: 'expected', recall })),
)
const term: fc.Arbitrary<Term> = fc
  .record({ span: fc.integer({ min: 0, max: 200 }), goal })
  .map(({ span, goal: wanted }) => ({
    startsOn: MONDAY,
    dueOn: addDays(MONDAY, span),
    goal: wanted,
  }))
const count = fc.integer({ min: 0, max: 300 })

describe('the pace of an assignment', () => {
  it('introduces a chapter evenly and leaves the last day free', () => {
    const friday: Term = {
      startsOn: MONDAY,
      dueOn: addDays(MONDAY, 4),
      goal: { kind: 'introduced' },
    }
    expect(newByDay(friday, { fresh: 18, metToday: 0 }, MONDAY, 5)).toEqual([5, 5, 4, 4, 0])
  })

  it('is early enough for a goal of several days', () => {
    const days = { startsOn: MONDAY, dueOn: addDays(MONDAY, 13) }
    expect(lastIntroduction({ ...days, goal: { kind: 'recalled', days: 2 } })).toBe(MONDAY + 9)
    expect(lastIntroduction({ ...days, goal: { kind: 'recalled', days: 9 } })).toBe(MONDAY + 7)
  })

  it('asks nothing before the start, and all that is left on the day it is due and later', () => {
    const late: Term = { startsOn: MONDAY, dueOn: addDays(MONDAY, 6), goal: { kind: 'introduced' } }
    expect(newNeeded(late, { fresh: 9, metToday: 0 }, addDays(MONDAY, -1))).toBe(0)
    expect(newNeeded(late, { fresh: 9, metToday: 0 }, addDays(MONDAY, 6))).toBe(9)
    expect(newNeeded(late, { fresh: 9, metToday: 0 }, addDays(MONDAY, 30))).toBe(9)
  })

  it('introduces everything by its last day, whenever it is begun', () => {
    fc.assert(
      fc.property(term, count, fc.nat(50), (of, fresh, lateBy) => {
        const begun = addDays(of.startsOn, lateBy)
        const days = Math.max(1, lastIntroduction(of) - begun + 1)
        const needed = newByDay(of, { fresh, metToday: 0 }, begun, days)
        expect(needed.reduce((sum, n) => sum + n, 0)).toBe(fresh)
        expect(Math.max(...needed) - Math.min(...needed)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('does not ask for more because some of the day were met', () => {
    fc.assert(
      fc.property(term, count, fc.nat(300), (of, all, met) => {
        const whole = newNeeded(of, { fresh: all, metToday: 0 }, of.startsOn)
        const metToday = Math.min(met, all)
        const left = newNeeded(of, { fresh: all - metToday, metToday }, of.startsOn)
        expect(left).toBe(Math.max(0, whole - metToday))
      }),
    )
  })

  it('never takes more than there is room for, the soonest first', () => {
    expect(withinRoom([3, 4, 5], 6)).toEqual([3, 3, 0])
    expect(withinRoom([3], -2)).toEqual([0])
  })
})

describe('asking again for a goal of several days', () => {
  const of: Term = {
    startsOn: MONDAY,
    dueOn: addDays(MONDAY, 12),
    goal: { kind: 'recalled', days: 3 },
  }
  const met = { days: 1, lastStudyDay: MONDAY, dueDay: addDays(MONDAY, 30) }

  it('shares out the days that are left', () => {
    expect(asksAgain(met, of, addDays(MONDAY, 3))).toBe(false)
    expect(asksAgain(met, of, addDays(MONDAY, 4))).toBe(true)
  })

  it('leaves alone what comes by itself soon enough, has been recalled often enough, or is late', () => {
    expect(asksAgain({ ...met, dueDay: addDays(MONDAY, 6) }, of, addDays(MONDAY, 4))).toBe(false)
    expect(asksAgain({ ...met, days: 3 }, of, addDays(MONDAY, 4))).toBe(false)
    expect(asksAgain(met, of, addDays(MONDAY, 13))).toBe(false)
    expect(asksAgain({ ...met, lastStudyDay: addDays(MONDAY, 4) }, of, addDays(MONDAY, 4))).toBe(
      false,
    )
  })

  it('brings whoever recalls each time to the goal, where there are days enough', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 0, max: 40 }),
        (days, more) => {
          const dueOn = addDays(MONDAY, days + more)
          const wanted: Term = { startsOn: MONDAY, dueOn, goal: { kind: 'recalled', days } }
          let recalled = 0
          let last = MONDAY
          for (let day = addDays(MONDAY, 1); day <= dueOn; day = addDays(day, 1)) {
            const now = { days: recalled, lastStudyDay: last, dueDay: addDays(MONDAY, 400) }
            if (!asksAgain(now, wanted, day)) continue
            recalled += 1
            last = day
          }
          expect(recalled).toBe(days)
        },
      ),
    )
  })
})

describe('what an assignment will mean', () => {
  it('says how much is new a day and how long it takes', () => {
    const asked = Array.from({ length: 41 }, () => ({ form: 'typed' as const, elements: 0 }))
    const of: Term = { startsOn: MONDAY, dueOn: addDays(MONDAY, 11), goal: { kind: 'introduced' } }
    const outlook = outlookOf(asked, of)
    expect(outlook).toMatchObject({ items: 41, days: 12, newPerDay: 4 })
    expect(outlook.minutesPerDay).toBeGreaterThan(2)
    expect(outlook.minutesPerDay).toBeLessThan(6)
    expect(outlookOf([], of)).toMatchObject({ items: 0, newPerDay: 0, minutesPerDay: 0 })
  })
})
