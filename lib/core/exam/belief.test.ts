import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { algorithmFor } from '../memory/algorithm'
import { recallAfter } from '../memory/forgetting'
import { DEFAULT_PARAMETERS } from '../memory/parameters'
import { beliefOf, daysUntil, meanDeparture, recallBelieved } from './belief'

const { forgetting } = algorithmFor(DEFAULT_PARAMETERS)

describe('what a plan takes for true of recall', () => {
  const days = fc.double({ min: 0.5, max: 400, noNaN: true })
  const stability = fc.double({ min: 0.1, max: 1000, noNaN: true })
  const off = fc.double({ min: -1.5, max: 1.5, noNaN: true })

  it('is the model where nothing was learned of the learner', () => {
    fc.assert(
      fc.property(days, stability, (t, s) => {
        const believed = recallBelieved(beliefOf(DEFAULT_PARAMETERS), t, s)
        expect(believed).toBeCloseTo(recallAfter(t, s, forgetting), 5)
      }),
    )
  })

  it('recall has fallen to a retention on the day that is said for it', () => {
    fc.assert(
      fc.property(stability, fc.tuple(off, off, off), (s, departure) => {
        const belief = beliefOf(DEFAULT_PARAMETERS, departure)
        for (const retention of [0.7, 0.8, 0.95]) {
          const until = daysUntil(belief, retention, s)
          expect(recallBelieved(belief, until, s)).toBeCloseTo(retention, 6)
        }
      }),
    )
  })

  it('of several departures the mean counts, by how likely they are', () => {
    const point = (level: number, weight: number) => ({
      departure: [level, 0, 0],
      curve: forgetting,
      weight,
    })
    expect(meanDeparture([point(1, 0.75), point(-1, 0.25)])).toEqual([0.5, 0, 0])
  })
})
