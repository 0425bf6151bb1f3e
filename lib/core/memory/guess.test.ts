import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Grade } from '../review/event'
import { algorithmFor, nextStrength, type Strength } from './algorithm'
import { mixedStability } from './forgetting'
import { recalledIfRight } from './guess'
import { binned, calibrationError, simulate, type World } from './guess-simulation-fixture'
import { DEFAULT_PARAMETERS } from './parameters'

const ALGORITHM = algorithmFor(DEFAULT_PARAMETERS)
const strength: fc.Arbitrary<Strength> = fc.record({
  stability: fc.double({ min: 0.01, max: 2000, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
})
const answered = (before: Strength | null, days: number, grade: Grade, form: 'choice' | 'typed') =>
  nextStrength(ALGORITHM, before, days, grade, form)

describe('a right option', () => {
  it('was recalled as Bayes has it, with a guess hitting one time in three', () => {
    expect(recalledIfRight(0.9)).toBeCloseTo(0.9 / (0.9 + 0.1 / 3), 12)
    expect(recalledIfRight(0.25)).toBeCloseTo(0.5, 12)
    expect(recalledIfRight(1)).toBe(1)
    expect(recalledIfRight(0)).toBe(0)
  })

  it('at the first answer was recalled three times in four', () => {
    expect(recalledIfRight(null)).toBeCloseTo(0.75, 12)
  })
})

describe('the stability of a memory that may have been guessed', () => {
  it('is when the mixture of the two falls to nine in ten, wherever they stand', () => {
    const days = fc.double({ min: 0.001, max: 36_500, noNaN: true })
    fc.assert(
      fc.property(days, days, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
        const mixed = mixedStability(ALGORITHM.forgetting, share, [a, b])
        const recall = (stability: number) => ALGORITHM.forgetting_curve(mixed, stability)
        // The stability has eight decimals, which is coarse where it is a thousandth of a day.
        expect(share * recall(a) + (1 - share) * recall(b)).toBeCloseTo(0.9, 5)
        expect(mixed).toBeGreaterThanOrEqual(Math.min(a, b) - 1e-8)
        expect(mixed).toBeLessThanOrEqual(Math.max(a, b) + 1e-8)
      }),
    )
  })

  it('lies between those of a failure and of a recall', () => {
    fc.assert(
      fc.property(strength, fc.integer({ min: 1, max: 2000 }), (before, days) => {
        const [failed, chosen, typed] = [
          answered(before, days, 1, 'typed'),
          answered(before, days, 3, 'choice'),
          answered(before, days, 3, 'typed'),
        ]
        expect(chosen.stability).toBeGreaterThanOrEqual(failed.stability)
        expect(chosen.stability).toBeLessThanOrEqual(typed.stability)
        expect(chosen.difficulty).toBeGreaterThanOrEqual(typed.difficulty)
        expect(chosen.difficulty).toBeLessThanOrEqual(failed.difficulty)
      }),
    )
  })

  it('keeps the grades in order', () => {
    fc.assert(
      fc.property(
        fc.option(strength, { nil: null }),
        fc.integer({ min: 1, max: 2000 }),
        (before, days) => {
          const grades = ([1, 2, 3, 4] as const).map((g) => answered(before, days, g, 'choice'))
          for (const [i, { stability }] of grades.entries())
            expect(stability).toBeGreaterThanOrEqual(grades[i - 1]?.stability ?? 0)
        },
      ),
    )
  })

  it('at the first answer is under half of what an answer from memory gives', () => {
    expect(answered(null, 0, 3, 'typed').stability).toBe(2.3065)
    expect(answered(null, 0, 3, 'choice').stability).toBeCloseTo(1.0298, 3)
  })

  it('is that of a recall on the day of the last answer, where the model has nothing to say', () => {
    fc.assert(
      fc.property(strength, fc.constantFrom<Grade>(1, 2, 3, 4), (before, grade) => {
        expect(answered(before, 0, grade, 'choice')).toEqual(answered(before, 0, grade, 'typed'))
      }),
    )
  })

  it('after a wrong option is that of every other Again', () => {
    fc.assert(
      fc.property(fc.option(strength, { nil: null }), fc.nat({ max: 2000 }), (before, days) => {
        expect(answered(before, days, 1, 'choice')).toEqual(answered(before, days, 1, 'typed'))
      }),
    )
  })
})

describe('forecasts for learners who also guess (simulated, so that the truth is known)', () => {
  // By day alone: the minutes of learning steps would only make the lives longer.
  const parameters = { ...DEFAULT_PARAMETERS, fuzz: false, learningSteps: [], relearningSteps: [] }
  const world: World = {
    seed: 4,
    cards: 4000,
    answers: 8,
    knownAtFirst: 0.5,
    choices: 0.7,
    countedAs: 'choice',
  }
  const errorOf = (change: Partial<World>) =>
    calibrationError(binned(simulate({ ...world, ...change }, parameters)))

  it('come true with the discount, and do not without it', () => {
    const bins = binned(simulate(world, parameters))
    const large = bins.filter((bin) => bin.count >= 1000)
    expect(large.length).toBeGreaterThanOrEqual(3)
    for (const bin of large) expect(Math.abs(bin.forecast - bin.happened)).toBeLessThan(0.025)
    const error = calibrationError(bins)
    expect(error).toBeLessThan(0.012)
    expect(error).toBeLessThan(errorOf({ countedAs: 'typed' }) / 2)
  })

  it.each([0.3, 0.7])('are better with it also where %f were known at first', (knownAtFirst) => {
    const some = { knownAtFirst, cards: 1500 }
    expect(errorOf(some)).toBeLessThan(errorOf({ ...some, countedAs: 'typed' }) / 2)
  })

  it('are as good as ever where nothing is asked as a choice', () => {
    const typed = { choices: 0, cards: 1500, knownAtFirst: 0.5 }
    expect(errorOf(typed)).toBeLessThan(0.015)
  })
})
