import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReviewEvent } from '../review/event'
import { formatStudyDay } from '../time/study-day'
import { calendarOf, streakOf } from './calendar'
import { day, other, review, suspend, tallyOf, undo } from './log-fixture'

const streak = (events: readonly ReviewEvent[], today: number, live = true) =>
  streakOf(tallyOf(events, day(today), undefined, live), day(today))

describe('a streak', () => {
  it('counts the days studied one after the other', () => {
    const log = [review(0), review(1, 3, { card: 2 }), review(2)]
    expect(streak(log, 2)).toEqual({ current: 3, longest: 3, studied: 3, since: day(0) })
  })

  it('is not broken by days on which nothing was due, and does not count them', () => {
    // Due on day 2, then on day 13.
    expect(streak([review(0), review(2), review(13)], 13)).toMatchObject({ current: 3 })
    expect(streak([review(0), review(2)], 12)).toMatchObject({ current: 2 })
  })

  it('is broken by a day on which a card was due and nothing was answered', () => {
    expect(streak([review(0), review(3)], 3)).toMatchObject({ current: 1, longest: 1 })
    expect(streak([review(0), review(2)], 14)).toMatchObject({ current: 0, longest: 2 })
  })

  it('is not broken by today, while today lasts', () => {
    expect(streak([review(0)], 2)).toMatchObject({ current: 1 })
    expect(streak([review(0)], 3)).toMatchObject({ current: 0 })
  })

  it('is not broken by what was suspended or buried, or cannot be asked any more', () => {
    expect(streak([review(0), suspend(1)], 9)).toMatchObject({ current: 1 })
    expect(streak([review(0), other(2, 'bury'), review(3)], 3)).toMatchObject({ current: 2 })
    expect(streak([review(0)], 9, false)).toMatchObject({ current: 1 })
  })

  it('keeps the days on which cards were answered that were started over since', () => {
    expect(streak([review(0), review(2), other(3, 'reset')], 3)).toMatchObject({ current: 2 })
  })

  it('does not count a day whose answers were all taken back', () => {
    const slip = review(1, 3, { card: 2 })
    expect(streak([review(0), slip, undo(1, slip)], 1)).toMatchObject({ current: 1, studied: 1 })
  })

  it('is never longer for having studied less', () => {
    const logs = fc
      .array(fc.integer({ min: 0, max: 40 }), { maxLength: 15 })
      .map((days) =>
        days.toSorted((a, b) => a - b).map((n, i) => review(n, 3, { card: (i % 3) + 1 })),
      )
    fc.assert(
      fc.property(logs, (log) => {
        const { current, longest, studied } = streak(log, 45)
        expect(current).toBeLessThanOrEqual(longest)
        expect(longest).toBeLessThanOrEqual(studied)
        expect(studied).toBe(new Set(log.map((e) => e.studyDay)).size)
      }),
    )
  })
})

describe('the calendar', () => {
  it('has weeks from Monday, and a mark and a figure for each day', () => {
    const tally = tallyOf([review(2), review(2, 3, { card: 2 }), review(4)], day(9))
    const [first, second] = calendarOf(tally, day(9), 2)
    expect(formatStudyDay(first?.[0]?.day ?? day(0))).toBe('2026-03-02')
    expect(first?.map((d) => d.mark)).toEqual([
      'before',
      'before',
      'answered',
      'free',
      'answered',
      // The second card was due on Friday, and lies since.
      'missed',
      'missed',
    ])
    expect(first?.map((d) => d.answers)).toEqual([0, 0, 2, 0, 1, 0, 0])
    expect(second?.map((d) => d.mark)).toEqual([
      'missed',
      'missed',
      'open',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
    ])
  })

  it('is empty before the first answer', () => {
    const days = calendarOf(tallyOf([], day(3)), day(3), 4).flat()
    expect(days).toHaveLength(28)
    expect(new Set(days.map((d) => d.mark))).toEqual(new Set(['before', 'ahead']))
  })
})
