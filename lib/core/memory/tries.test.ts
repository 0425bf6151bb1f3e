import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nextTry, tryBetween } from './tries'

it.each([
  [0, 999, null],
  [0, 1000, 1000],
  [999, 1000, 1000],
  [1000, 1001, null],
  [1000, 1999, null],
  [1990, 2010, 2000],
  [990, 4500, 4000],
])('from %i to %i reviews the try of %s is due', (before, after, due) => {
  expect(tryBetween(before, after)).toBe(due)
})

it('each count is met once, in whatever steps it is passed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 60 }), (steps) => {
      let at = 0
      const met: number[] = []
      for (const step of steps) {
        const due = tryBetween(at, at + step)
        if (due !== null) met.push(due)
        at += step
      }
      expect(new Set(met).size).toBe(met.length)
      expect(met).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000].filter((count) => count <= at))
      expect(nextTry(at)).toBeGreaterThan(at)
    }),
  )
})
