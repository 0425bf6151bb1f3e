import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dot, inverse, solve, times, triangleOf } from './matrix'

const number = fc.double({ min: -3, max: 3, noNaN: true })
/** m·mᵀ + 1 is symmetric and positive definite whatever m is. */
const definite = fc
  .array(fc.array(number, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })
  .map((m) => m.map((row, i) => m.map((other, j) => dot(row, other) + (i === j ? 1 : 0))))

describe('matrices', () => {
  it('are solved and inverted', () => {
    const vector = fc.array(number, { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(definite, vector, (a, b) => {
        for (const [i, value] of times(a, solve(a, b)).entries())
          expect(value).toBeCloseTo(b[i] ?? 0)
        for (const [i, row] of inverse(a).entries()) {
          for (const [j, value] of times(a, row).entries()) {
            expect(value).toBeCloseTo(i === j ? 1 : 0)
          }
        }
      }),
    )
  })

  it('are refused where they are no covariance', () => {
    const contradictory = [
      [1, 2],
      [2, 1],
    ]
    expect(() => triangleOf(contradictory)).toThrow(RangeError)
  })
})
