import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atMost, chanceOf, logit, shiftOf } from './chance'

const chance = fc.double({ min: 0, max: 1, noNaN: true })
const inside = fc.double({ min: 0.02, max: 0.98, noNaN: true })

describe('the chance of so few right answers', () => {
  it('is what is counted by hand', () => {
    // .1 · .4, and with one right .9 · .4 + .1 · .6
    expect(atMost(0, [0.9, 0.6])).toBeCloseTo(0.04, 12)
    expect(atMost(1, [0.9, 0.6])).toBeCloseTo(0.46, 12)
    expect(atMost(2, [0.9, 0.6])).toBe(1)
    expect(atMost(-1, [0.9])).toBe(0)
    expect(atMost(0, [])).toBe(1)
  })

  it('is binomial where all chances are the same', () => {
    // P(X ≤ 2) of 10 at .5: (1 + 10 + 45) / 1024
    expect(
      atMost(
        2,
        Array.from({ length: 10 }, () => 0.5),
      ),
    ).toBeCloseTo(56 / 1024, 12)
  })

  it('is what going through all outcomes gives', () => {
    fc.assert(
      fc.property(fc.array(chance, { maxLength: 8 }), fc.nat(8), (chances, right) => {
        let sum = 0
        for (let outcome = 0; outcome < 2 ** chances.length; outcome++) {
          const hits = chances.filter((_, i) => outcome & (1 << i)).length
          if (hits > right) continue
          sum += chances.reduce((all, p, i) => all * (outcome & (1 << i) ? p : 1 - p), 1)
        }
        expect(atMost(right, chances)).toBeCloseTo(sum, 9)
      }),
    )
  })

  it('rises with what was right and falls with what was expected', () => {
    fc.assert(
      fc.property(fc.array(chance, { minLength: 1, maxLength: 60 }), fc.nat(60), (chances, k) => {
        expect(atMost(k + 1, chances)).toBeGreaterThanOrEqual(atMost(k, chances) - 1e-12)
        const higher = chances.map((p) => (1 + p) / 2)
        expect(atMost(k, higher)).toBeLessThanOrEqual(atMost(k, chances) + 1e-12)
      }),
    )
  })
})

describe('the shift to how a class does', () => {
  it('is nothing where as much was right as was said', () => {
    fc.assert(
      fc.property(fc.array(inside, { maxLength: 50 }), (said) => {
        const right = said.reduce((sum, p) => sum + p, 0)
        expect(shiftOf(said.map(logit), right)).toBeCloseTo(0, 6)
      }),
    )
  })

  it('brings many forecasts to what was right, from wherever it is sought', () => {
    const said = Array.from({ length: 4000 }, () => logit(0.9))
    const shift = shiftOf(said, 2800)
    expect(chanceOf(logit(0.9) + shift)).toBeCloseTo(0.7, 2)
    expect(shiftOf(said, 2800, 5)).toBeCloseTo(shift, 5)
    expect(shiftOf(said, 2800, -5)).toBeCloseTo(shift, 5)
  })

  it('is held back by few, and always there', () => {
    expect(Math.abs(shiftOf([logit(0.9)], 0))).toBeLessThan(1)
    fc.assert(
      fc.property(fc.array(chance, { maxLength: 40 }), fc.nat(40), (said, n) => {
        const right = Math.min(n, said.length)
        const shift = shiftOf(said.map(logit), right)
        const left = right - shift - said.reduce((sum, p) => sum + chanceOf(logit(p) + shift), 0)
        expect(left).toBeCloseTo(0, 4)
      }),
    )
  })
})
