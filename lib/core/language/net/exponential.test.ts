import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exponential, softmax } from './exponential'

describe('the exponential function', () => {
  it('is what it should be to twelve digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -690, max: 0, noNaN: true }), (x) => {
        const exact = Math.exp(x)
        expect(Math.abs(exponential(x) - exact)).toBeLessThanOrEqual(1e-12 * exact)
      }),
    )
    expect([exponential(0), exponential(-1e9), exponential(Number.NEGATIVE_INFINITY)]).toEqual([
      1, 0, 0,
    ])
  })

  it('gives shares that make up one, the greatest to the greatest score', () => {
    const score = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 20 }), (scores) => {
        const shares = Float64Array.from([7, ...scores, 7])
        const best = softmax(shares, 1, scores.length, 2)
        expect(scores[best]).toBe(Math.max(...scores))
        const own = [...shares.subarray(1, scores.length + 1)]
        expect(own.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
        expect(Math.max(...own)).toBe(own[best])
        expect([shares[0], shares.at(-1)]).toEqual([7, 7])
      }),
    )
  })
})
