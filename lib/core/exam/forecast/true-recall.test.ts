import { describe, expect, it } from 'vitest'
import { forgettingOf } from '../../memory/algorithm'
import { recallAfter } from '../../memory/forgetting'
import { DEFAULT_PARAMETERS } from '../../memory/parameters'
import { curveOf, type Departure, recallOf, slopesOf } from './true-recall'

const model = forgettingOf(DEFAULT_PARAMETERS)
const recall = (days: number, stability: number, departure: Departure) =>
  recallOf({ days, stability }, departure, curveOf(departure, model))

describe('true recall', () => {
  it('without a departure is what the model says', () => {
    for (const [days, stability] of [
      [1, 2],
      [30, 10],
      [400, 3],
    ] as const) {
      expect(recall(days, stability, [0, 0, 0])).toBeCloseTo(recallAfter(days, stability, model), 9)
    }
  })

  it('is 90 % after as many days as the true stability has, whatever the decay', () => {
    for (const decay of [-1, 0, 1]) {
      expect(recall(20, 10, [Math.log(2), 0, decay])).toBeCloseTo(0.9, 9)
      // Ten times as strong as ten days: the slope counts half of ln 10.
      expect(recall(100 * Math.exp(Math.log(10) / 4), 100, [0, 0.5, decay])).toBeCloseTo(0.9, 9)
    }
  })

  it('moves with each of its three numbers as its slopes say', () => {
    const small = 1e-5
    for (const at of [
      [0, 0, 0],
      [-1, 0.4, 0.7],
      [0.8, -0.3, -0.6],
    ]) {
      for (const [days, stability] of [
        [3, 1],
        [12, 60],
        [60, 9],
      ] as const) {
        const slopes = slopesOf(
          { days, stability },
          at,
          curveOf(at, model),
          recall(days, stability, at),
        )
        for (const [i, slope] of slopes.entries()) {
          const moved = (by: number) => at.map((value, j) => (i === j ? value + by : value))
          const rise =
            recall(days, stability, moved(small)) - recall(days, stability, moved(-small))
          expect(slope).toBeCloseTo(rise / (2 * small), 6)
        }
      }
    }
  })
})
