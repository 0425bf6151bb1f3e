import { describe, expect, it } from 'vitest'
import { DEFAULT_PARAMETERS } from '../memory/parameters'
import { day, other, review, tallyOf, undo } from './log-fixture'
import { retentionOf } from './retention'

const all = (events: Parameters<typeof tallyOf>[0], today = 400) =>
  retentionOf(tallyOf(events, day(today)), day(today)).at(-1)

describe('true retention', () => {
  it('is the share recalled at the first answer of a day, of cards in review', () => {
    const log = [review(0), review(2), review(13, 1), review(13), review(14, 2)]
    // Not the first answer ever, nor the second of day 13.
    expect(all(log)).toEqual({
      days: null,
      young: { of: 3, recalled: 2 },
      mature: { of: 0, recalled: 0 },
      all: { of: 3, recalled: 2 },
    })
  })

  it('calls a card mature whose interval was 21 days or more', () => {
    // Due after 2, 11 and 46 days.
    const log = [review(0), review(2), review(13), review(59)]
    expect(all(log)).toMatchObject({ young: { of: 2 }, mature: { of: 1, recalled: 1 } })
  })

  it('leaves out cards in a learning step, also on the day after', () => {
    const log = [review(0, 1), review(1, 1), review(2, 3)]
    const tally = tallyOf(log, day(9), DEFAULT_PARAMETERS)
    expect(retentionOf(tally, day(9)).at(-1)?.all).toEqual({ of: 0, recalled: 0 })
  })

  it('counts the days that end with today', () => {
    const log = [review(0), review(2), review(13)]
    const windows = (today: number) =>
      retentionOf(tallyOf(log, day(today)), day(today)).map(({ days, all: { of } }) => [days, of])
    expect(windows(13)).toEqual([
      [7, 1],
      [30, 2],
      [90, 2],
      [365, 2],
      [null, 2],
    ])
    expect(windows(20)[0]).toEqual([7, 0])
    expect(windows(19)[0]).toEqual([7, 1])
  })

  it('does not count what came before a card was started over', () => {
    const log = [review(0), review(2, 1), other(3, 'reset'), review(4), review(6)]
    expect(all(log)?.all).toEqual({ of: 1, recalled: 1 })
  })

  it('does not count what was taken back', () => {
    const slip = review(2, 1)
    expect(all([review(0), slip, undo(2, slip), review(2)])?.all).toEqual({ of: 1, recalled: 1 })
  })
})
