import { describe, expect, it } from 'vitest'
import { compareOnExam, type PolicyFigures } from './exam'
import { WRONG } from './learners'

const named = (policies: readonly PolicyFigures[], name: string): PolicyFigures => {
  const found = policies.find((policy) => policy.name === name)
  if (!found) throw new Error(`No policy is called ${name}`)
  return found
}

describe('what the plan promises, at a few seeds', () => {
  const some = WRONG.filter(({ name }) => /^(forgetful|loses more)/.test(name))
  const { policies, wrongParameters } = compareOnExam({ cards: 300, days: 60, seeds: 2 }, some)
  const plan = named(policies, 'plan')
  const high = named(policies, 'retention .95')

  it('recall on the day is higher than with retention .95, for 40 % fewer reviews', () => {
    expect(plan.recallOnDay).toBeGreaterThanOrEqual(0.975)
    expect(plan.recallOnDay).toBeGreaterThan(high.recallOnDay)
    expect(plan.reviews).toBeLessThanOrEqual(0.6 * high.reviews)
    expect(plan.minutes).toBeLessThan(0.75 * high.minutes)
  })

  it('no day holds more than 50 of 300, first times included; a cap at the date puts all on one', () => {
    expect(plan.peakWithFirstTimes).toBeLessThanOrEqual(50)
    expect(named(policies, 'retention .80, capped at the exam').peakDay).toBe(300)
  })

  it('with wrong parameters it loses no more than .005 against retention .95 with the same', () => {
    expect(wrongParameters.map(({ learner }) => learner)).toEqual(some.map(({ name }) => name))
    for (const { policies: wrong } of wrongParameters) {
      const difference =
        named(wrong, 'plan').recallOnDay - named(wrong, 'retention .95').recallOnDay
      expect(difference).toBeGreaterThanOrEqual(-0.005)
    }
  })

  it('the same seeds give the same figures', () => {
    const small = { cards: 20, days: 20, seeds: 2 }
    expect(compareOnExam(small, [])).toEqual(compareOnExam(small, []))
  })
})
