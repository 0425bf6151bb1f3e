import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Verdict } from '../gold/judgement'
import { agreement } from './agreement'
import { calibration } from './calibration'
import { type JudgedItem, precision, rangeOf } from './precision'

/** "good wrong": what reader a says, then reader b; '–' for nothing. */
function item(verdicts: string, construction = 'who-did', confidence = 0.9): JudgedItem {
  const said = verdicts
    .split(' ')
    .flatMap((verdict, i) =>
      verdict === '–' ? [] : [{ reader: i === 0 ? 'a' : 'b', verdict: verdict as Verdict }],
    )
  return { construction, confidence, said }
}

describe('precision', () => {
  it('counts the judged alone, and halves what readers do not agree on', () => {
    const found = precision([item('good good'), item('good wrong'), item('trivial'), item('–')])
    expect(found).toMatchObject({ items: 4, judged: 3, good: 1.5 })
    expect(found.verdicts).toMatchObject({ good: 1.5, wrong: 0.5, trivial: 1, grammar: 0 })
  })

  it('lets each judged item speak for its construction, however many of that were judged', () => {
    // Eight of one make, of which two are judged, both good; two of another, both judged, both wrong; one unjudged.
    const common = ['good', 'good', '–', '–', '–', '–', '–', '–'].map((v) => item(v))
    const rare = ['wrong', 'wrong'].map((v) => item(v, 'when-did'))
    const { estimate } = precision([...common, ...rare, item('–', 'said-by')])
    expect(estimate?.shares.good).toBeCloseTo(0.8)
    expect(estimate?.shares.wrong).toBeCloseTo(0.2)
    expect(estimate?.effective).toBeCloseTo(100 / 34)
    expect(estimate?.spokenFor).toBeCloseTo(10 / 11)
    expect(precision([item('–')]).estimate).toBeNull()
  })

  it('says who judged how many', () => {
    expect(precision([item('good good'), item('good wrong'), item('trivial')]).readers).toEqual([
      { reader: 'a', judged: 3, good: 2 },
      { reader: 'b', judged: 2, good: 1 },
    ])
  })

  it('is told by construction, the commonest first', () => {
    const items = [item('good', 'when-did'), item('wrong'), item('–')]
    expect(precision(items).constructions).toEqual([
      { construction: 'who-did', items: 2, judged: 1, good: 0 },
      { construction: 'when-did', items: 1, judged: 1, good: 1 },
    ])
  })
})

describe('the range of a share', () => {
  it('is what Wilson gives', () => {
    const range = rangeOf(9, 10)
    expect(range?.low).toBeCloseTo(0.596, 3)
    expect(range?.high).toBeCloseTo(0.982, 3)
    expect(rangeOf(0, 0)).toBeNull()
  })

  it('holds the share, within 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (good, bad) => {
        const range = rangeOf(good, good + bad)
        if (range === null) return good + bad === 0
        const share = good / (good + bad)
        return (
          range.low >= 0 &&
          range.high <= 1 &&
          range.low <= share + 1e-9 &&
          range.high >= share - 1e-9
        )
      }),
    )
  })
})

describe('agreement', () => {
  it('is counted on what both have judged, and beyond chance', () => {
    const items = ['good good', 'good good', 'wrong trivial', 'good wrong', 'good', '– good'].map(
      (v) => item(v),
    )
    const [found] = agreement(items)
    expect(found).toMatchObject({ readers: ['a', 'b'], both: 4, same: 3, sameVerdict: 2 })
    // By chance: 3/4 · 2/4 + 1/4 · 2/4 = 1/2.
    expect(found?.kappa).toBeCloseTo(0.5)
  })

  it('has no kappa where both say good of all, and is not there where nobody judged the same', () => {
    expect(agreement([item('good good')])[0]?.kappa).toBeNull()
    expect(agreement([item('good'), item('– good')])).toEqual([])
  })
})

describe('calibration', () => {
  it('holds what was said against what is good, by bands, with 1 in the last', () => {
    const items = [
      item('good', 'x', 1),
      item('wrong', 'x', 0.9),
      item('good', 'x', 0.72),
      item('–'),
    ]
    expect(calibration(items)).toEqual([
      { from: 0.7, to: 0.8, judged: 1, good: 1, said: 0.72 },
      { from: 0.9, to: 1, judged: 2, good: 1, said: 0.95 },
    ])
  })
})
