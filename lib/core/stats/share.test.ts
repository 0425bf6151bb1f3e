import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilson } from './share'

describe('the interval of a share', () => {
  it('is Wilson’s', () => {
    const nine = wilson({ of: 10, recalled: 9 })
    expect(nine.low).toBeCloseTo(0.5958, 4)
    expect(nine.high).toBeCloseTo(0.9821, 4)
    const half = wilson({ of: 100, recalled: 50 })
    expect(half.low).toBeCloseTo(0.4038, 4)
    expect(half.high).toBeCloseTo(0.5962, 4)
    expect(wilson({ of: 0, recalled: 0 })).toEqual({ low: 0, high: 1 })
  })

  it('holds the share, stays a probability, and narrows with more answers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, p) => {
          const recalled = Math.round(of * p)
          const { low, high } = wilson({ of, recalled })
          const wider = { low: low - 1e-12, high: high + 1e-12 }
          expect(low).toBeGreaterThanOrEqual(0)
          expect(high).toBeLessThanOrEqual(1)
          expect(recalled / of).toBeGreaterThanOrEqual(wider.low)
          expect(recalled / of).toBeLessThanOrEqual(wider.high)
          const more = wilson({ of: of * 4, recalled: recalled * 4 })
          expect(more.high - more.low).toBeLessThan(high - low)
        },
      ),
    )
  })
})
