import { describe, expect, it } from 'vitest'
import type { ItemKind } from '../../items/item'
import {
  chanceOf,
  covarianceOf,
  type FirstAnswer,
  learnKnown,
  logOdds,
  termsOf,
} from './first-answers'

const answers = (right: number, of: number, rest: Partial<FirstAnswer> = {}): FirstAnswer[] =>
  Array.from({ length: of }, (_, n) => ({
    ...{ kind: 'date', sectionKey: 'one', picked: false, right: n < right },
    ...rest,
  }))

function judged(given: readonly FirstAnswer[], kind: ItemKind = 'date', sectionKey = 'one') {
  const known = learnKnown(given, ['date', 'person'], ['one', 'two'])
  const terms = termsOf(known, kind, sectionKey)
  return {
    chance: chanceOf(logOdds(known, terms)),
    deviation: Math.sqrt(covarianceOf(known, terms, terms)),
  }
}

describe('unseen items', () => {
  it('follow the first answers of their kind and section, the more the more there were', () => {
    expect(judged(answers(90, 100)).chance).toBeGreaterThan(0.85)
    expect(judged(answers(9, 10)).chance).toBeGreaterThan(judged([]).chance)
    expect(judged(answers(9, 10)).chance).toBeLessThan(judged(answers(90, 100)).chance)
    expect(judged(answers(90, 100)).deviation).toBeLessThan(judged(answers(9, 10)).deviation)
  })

  it('of another kind or section are judged by what went elsewhere, less surely', () => {
    const given = answers(90, 100)
    const other = [
      judged(given, 'person'),
      judged(given, 'date', 'two'),
      judged(given, 'person', 'two'),
    ]
    for (const { chance, deviation } of other) {
      expect(chance).toBeGreaterThan(judged([]).chance)
      expect(chance).toBeLessThan(judged(given).chance)
      expect(deviation).toBeGreaterThan(judged(given).deviation)
    }
  })

  it('of a section that nobody asked about count as elsewhere', () => {
    const given = answers(5, 100, { sectionKey: 'not in the exam' })
    expect(judged(given).chance).toBeLessThan(judged([]).chance)
    expect(judged(given, 'date', 'never heard of').chance).toBeLessThan(judged(given).chance)
  })

  it('are not taken for known because a third of the guesses come right', () => {
    const guessed = judged(answers(100, 300, { picked: true }))
    expect(guessed.chance).toBeLessThan(0.06)
    expect(judged(answers(100, 300)).chance).toBeGreaterThan(0.3)
  })
})
