import { describe, expect, it } from 'vitest'
import { asJson, asTable, held, plain } from './report'
import { median, quantile } from './spread'

const FIGURES = [
  plain('raw', 2_000_000, 'transitions/s'),
  held('fold', 900_000, 'transitions/s', 2_000_000, { atLeast: 0.5 }),
  held('next card, p98', 12.345, 'ms', 50, { atMost: 1 }),
]

describe('the figures of a benchmark', () => {
  it('are one object for programs', () => {
    expect(JSON.parse(asJson('fold', FIGURES))).toEqual({
      name: 'fold',
      rows: [
        { case: 'raw', value: 2_000_000, unit: 'transitions/s', limit: null, ratio: null },
        { case: 'fold', value: 900_000, unit: 'transitions/s', limit: 2_000_000, ratio: 0.45 },
        { case: 'next card, p98', value: 12.345, unit: 'ms', limit: 50, ratio: 0.2469 },
      ],
    })
  })

  it('stand beside what they are held against, and say whether that was kept', () => {
    const [, raw, fold, page] = asTable(FIGURES).split('\n')
    expect(raw).toMatch(/^raw +2,000,000 {2}transitions\/s$/)
    expect(fold).toMatch(/^fold +900,000 +transitions\/s +2,000,000 +0\.45 +≥ 0\.5 +missed$/)
    expect(page).toMatch(/12\.3 +ms +50 +0\.25 +≤ 1 +kept$/)
  })
})

describe('what was measured', () => {
  it('has a middle and ends, by nearest rank', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(quantile([5, 1, 4, 2, 3], 0.98)).toBe(5)
    expect(quantile([5, 1, 4, 2, 3], 0)).toBe(1)
    expect(() => median([])).toThrow(/nothing was measured/)
  })
})
