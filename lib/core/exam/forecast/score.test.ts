import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normal, spreadOf } from './score'

const even = (count: number) => Array.from({ length: count }, () => 1 / count)
const all = (count: number, chance: number) => Array.from({ length: count }, () => chance)
const sure = (chances: readonly number[]) => [{ weight: 1, chances }]

describe('the spread of a score', () => {
  it('lies within 0 … 1, in order, and knows what is certain', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0.01, max: 5 }), fc.double({ min: 0, max: 1 })), {
          minLength: 1,
          maxLength: 30,
        }),
        (answers) => {
          fc.pre(answers.every(([worth, chance]) => Number.isFinite(worth + chance)))
          const sum = answers.reduce((so, [worth]) => so + worth, 0)
          const worth = answers.map(([one]) => one / sum)
          const { expected, low, high } = spreadOf(worth, sure(answers.map(([, chance]) => chance)))
          expect(low).toBeGreaterThanOrEqual(0)
          expect(low).toBeLessThanOrEqual(high)
          expect(high).toBeLessThanOrEqual(1)
          expect(expected).toBeGreaterThanOrEqual(-1e-9)
          expect(expected).toBeLessThanOrEqual(1 + 1e-9)
        },
      ),
    )
    const right = spreadOf(even(3), sure(all(3, 1)))
    expect(right.expected).toBeCloseTo(1, 9)
    expect(right.high).toBeCloseTo(1, 9)
  })

  it('holds four fifths of what a few even answers come to, half of the ends counted', () => {
    // Of 10 with a chance of a half: 3 or less 0.172, 2 or less 0.055, so a tenth lies half way through 3.
    const { low, high } = spreadOf(even(10), sure(all(10, 0.5)))
    expect(low).toBeGreaterThan(0.2)
    expect(low).toBeLessThan(0.3)
    expect(low + high).toBeCloseTo(1, 9)
    const half = spreadOf([1], sure([0.5]))
    expect(half).toMatchObject({ low: 0, high: 1 })
  })

  it('is the same whether added up exactly or as a normal distribution', () => {
    const chances = Array.from({ length: 400 }, (_, n) => 0.6 + 0.35 * (n / 400))
    const [exact, one] = [spreadOf(even(400), sure(chances)), 0.7]
    const normally = spreadOf(even(401), sure([...chances, one]))
    for (const key of ['expected', 'low', 'high'] as const) {
      expect(Math.abs(exact[key] - normally[key])).toBeLessThan(0.001)
    }
  })

  it('is hardly blurred where answers differ in worth', () => {
    const uneven = [...all(20, 1 / 30), ...all(40, 1 / 120)]
    const { low, high } = spreadOf(uneven, sure(all(60, 0.8)))
    const deviation = Math.sqrt(0.16 * (20 / 900 + 40 / 14_400))
    expect(Math.abs(high - low - 2 * 1.2816 * deviation)).toBeLessThan(0.02)
  })

  it('is wider where it is not known which of two assumptions holds', () => {
    const either = [
      { weight: 0.5, chances: all(100, 0.6) },
      { weight: 0.5, chances: all(100, 0.9) },
    ]
    const { expected, low, high } = spreadOf(even(100), either)
    expect(expected).toBeCloseTo(0.75, 9)
    expect(low).toBeLessThan(0.6)
    expect(high).toBeGreaterThan(0.9)
  })
})

it('the normal distribution is as its tables have it', () => {
  expect(normal(0)).toBeCloseTo(0.5, 7)
  expect(normal(1.2815516)).toBeCloseTo(0.9, 6)
  expect(normal(-1.959964)).toBeCloseTo(0.025, 6)
})
