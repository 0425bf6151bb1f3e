import { describe, expect, it } from 'vitest'
import { forgettingOf } from '../../memory/algorithm'
import { draw } from '../../memory/draw'
import { DEFAULT_PARAMETERS } from '../../memory/parameters'
import { elsewhere, learnRecall, type Point, type Recollection, rightIf } from './learned-recall'
import { PRIOR } from './prior'
import { curveOf, recallOf } from './true-recall'

const model = forgettingOf(DEFAULT_PARAMETERS)

/** Answers of somebody who departs from the model as told. */
function answersOf(departure: readonly number[], count: number, picked = false): Recollection[] {
  const curve = curveOf(departure, model)
  return Array.from({ length: count }, (_, n) => {
    const stability = Math.exp(draw(`s:${n}`) * 4)
    const days = Math.max(1, Math.round(stability * (0.5 + 2 * draw(`d:${n}`))))
    const chance = rightIf(recallOf({ days, stability }, departure, curve), picked)
    return { days, stability, picked, right: draw(`r:${n}`) < chance, weight: 1 }
  })
}

const learn = (answers: readonly Recollection[]) => learnRecall(answers, PRIOR, model)
const meanOf = (points: readonly Point[], i: number) =>
  points.reduce((sum, { departure, weight }) => sum + weight * (departure[i] ?? 0), 0)
const deviationOf = (points: readonly Point[], i: number) =>
  Math.sqrt(
    points.reduce(
      (sum, { departure, weight }) => sum + weight * ((departure[i] ?? 0) - meanOf(points, i)) ** 2,
      0,
    ),
  )

describe('what answers tell of a memory', () => {
  it('is the prior as long as there are none', () => {
    const points = learn([])
    expect(points.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9)
    for (const i of [0, 1, 2]) {
      expect(meanOf(points, i)).toBeCloseTo(PRIOR.mean[i] ?? 0, 2)
      const deviation = Math.sqrt(PRIOR.covariance[i]?.[i] ?? 0)
      expect(deviationOf(points, i) / deviation).toBeCloseTo(1, 1)
    }
  })

  it('comes nearer to the truth, and surer, with every answer', () => {
    const truth = [-0.9, 0.3, 0.4]
    const [few, many] = [learn(answersOf(truth, 60)), learn(answersOf(truth, 6000))]
    expect(deviationOf(many, 0)).toBeLessThan(0.4 * deviationOf(few, 0))
    expect(Math.abs(meanOf(many, 0) - -0.9)).toBeLessThan(3 * deviationOf(many, 0))
    expect(Math.abs(meanOf(many, 1) - 0.3)).toBeLessThan(3 * deviationOf(many, 1))
  })

  it('is less where answers were picked among options, and the guess does not pass for memory', () => {
    const truth = [-0.9, 0, 0]
    const [typed, picked] = [learn(answersOf(truth, 1500)), learn(answersOf(truth, 1500, true))]
    expect(deviationOf(picked, 0)).toBeGreaterThan(deviationOf(typed, 0))
    expect(Math.abs(meanOf(picked, 0) - -0.9)).toBeLessThan(3 * deviationOf(picked, 0))
  })

  it('counts an answer as much as its weight', () => {
    const once = answersOf([-0.5, 0, 0], 100)
    const twice = learn([...once, ...once])
    const heavy = learn(once.map((answer) => ({ ...answer, weight: 2 })))
    for (const i of [0, 1, 2]) expect(meanOf(heavy, i)).toBeCloseTo(meanOf(twice, i), 6)
    const none = learn(once.map((answer) => ({ ...answer, weight: 0 })))
    expect(meanOf(none, 0)).toBeCloseTo(meanOf(learn([]), 0), 6)
  })

  it('holds through answers that the model thinks impossible', () => {
    const lost = Array.from({ length: 400 }, () => ({
      ...{ days: 1, stability: 300, picked: false, right: false, weight: 1 },
    }))
    const points = learn(lost)
    expect(points.every(({ weight }) => Number.isFinite(weight))).toBe(true)
    expect(meanOf(points, 0)).toBeLessThan(-1)
  })

  it('is a little less sure of other cards, however many answers there were', () => {
    const points = learn(answersOf([0, 0, 0], 6000))
    expect(meanOf(elsewhere(points), 0)).toBeCloseTo(meanOf(points, 0), 9)
    expect(deviationOf(elsewhere(points), 0)).toBeGreaterThan(0.2)
  })
})
