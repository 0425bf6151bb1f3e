import { describe, expect, it } from 'vitest'
import { outcomeOf, tableOf } from './figures'
import { fitPrior } from './fit-prior'
import { trialsOf } from './trial'

describe('what a forecast promises, at a few exams', () => {
  const trials = trialsOf('few', 150)
  const { all } = outcomeOf(trials)

  it('its range holds the score in about four of five', () => {
    expect(all.exams).toBe(150)
    // Two standard errors of 150 exams are 6.5 in a hundred; 2,000 exams are asked for 75 to 85.
    expect(all.held).toBeGreaterThan(0.72)
    expect(all.held).toBeLessThan(0.88)
  })

  it('with studied items it is off by little more than chance', () => {
    const studied = outcomeOf(trials.filter(({ unseen, log }) => unseen < 0.5 && log !== 'none'))
    expect(Math.abs(studied.all.bias)).toBeLessThan(2)
    expect(studied.all.distance).toBeLessThan(2 * studied.all.byChance)
  })

  it('is told by group, and is the same each time', () => {
    expect(trialsOf('few', 5)).toEqual(trials.slice(0, 5))
    const table = tableOf(outcomeOf(trials))
    for (const group of ['usual', 'forgetful', 'months', '20 to 59', '16 to 30']) {
      expect(table).toContain(group)
    }
  })
})

it('the prior stands apart from nobody and is as wide as people are', () => {
  const { mean, covariance } = fitPrior(12)
  expect(Math.abs(mean[0] ?? 9)).toBeLessThan(0.6)
  for (const i of [0, 1, 2]) expect(covariance[i]?.[i]).toBeGreaterThan(0.03)
})
