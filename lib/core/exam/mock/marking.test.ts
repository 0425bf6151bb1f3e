import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lessonsOf } from './lessons'
import { markAnswer } from './marking'
import { itemId, NAMES, poolItem } from './mock-fixture'
import { pointsOf, type TestQuestion } from './question'
import { scoreOf } from './score'

const typed: TestQuestion = { form: 'typed', prompt: 'Which?', item: poolItem(1, 'the Danube') }
const choice: TestQuestion = {
  form: 'choice',
  prompt: 'Which?',
  options: ['42 metres', '112 metres', '113 metres'],
  item: poolItem(2, '112 metres', { options: ['42 metres', '113 metres'] }),
}
const list: TestQuestion = {
  form: 'list',
  prompt: 'Name them.',
  item: poolItem(3, 'all', { elements: ['Adda', 'Mincio', 'Brenta', 'Volturno'] }),
}
const four = [4, 5, 6, 7].map((n, at) => poolItem(n, NAMES[at] ?? ''))
const match: TestQuestion = {
  form: 'match',
  prompt: 'Match.',
  items: four,
  answers: NAMES.slice(0, 6),
}
const order: TestQuestion = {
  form: 'order',
  prompt: 'Order.',
  items: [6, 4, 7, 5].map((n) => poolItem(n, String(1000 + n))),
  inTime: [4, 5, 6, 7].map(itemId),
}
const WHOLE = { shortages: [], filled: 0 }
const credit = (question: TestQuestion, given: readonly string[]) =>
  markAnswer(question, [...given]).parts.reduce((sum, part) => sum + part.credit, 0)

describe('marking', () => {
  it('judges words as a session does', () => {
    expect(markAnswer(typed, ['Danube']).verdict).toBe('right')
    expect(markAnswer(typed, ['the Danubbe'])).toMatchObject({
      verdict: 'right',
      spelled: 'the Danube',
    })
    expect(markAnswer(typed, ['the Rhine']).verdict).toBe('wrong')
    expect(markAnswer(choice, ['112 metres']).verdict).toBe('right')
    expect(markAnswer(choice, ['113 metres']).verdict).toBe('wrong')
  })

  it('tells what was left open from what was wrong', () => {
    for (const question of [typed, choice, list, match, order]) {
      expect(markAnswer(question, undefined).verdict).toBe('unanswered')
      expect(markAnswer(question, ['', '  ']).verdict).toBe('unanswered')
    }
  })

  it('gives a list the share of its elements, and writing everything down does not help', () => {
    expect(credit(list, ['Mincio', 'Adda'])).toBe(0.5)
    expect(credit(list, ['Volturno', 'Adda', 'Brenta', 'Mincio'])).toBe(1)
    // One wrong line in four costs the element that it stands for, not more.
    expect(credit(list, ['Volturno', 'Adda', 'Brenta', 'Rhine'])).toBe(0.75)
    expect(
      credit(list, [...['Volturno', 'Adda', 'Brenta', 'Mincio'], 'Rhine', 'Elbe']),
    ).toBeCloseTo(4 / 6)
    fc.assert(
      fc.property(
        fc.subarray(NAMES),
        fc.subarray(['Rhine', 'Elbe', 'Weser', 'Oder']),
        (a, wrong) => {
          expect(credit(list, [...a, ...wrong])).toBeLessThanOrEqual(credit(list, a))
        },
      ),
    )
  })

  it('marks the pairs of a match one by one, and one answer for two of them for neither', () => {
    expect(credit(match, NAMES.slice(0, 4))).toBe(4)
    expect(credit(match, ['Adda', 'Mincio', 'Tanaro', 'Brenta'])).toBe(2)
    expect(credit(match, ['Adda', 'Adda', '', ''])).toBe(0)
    expect(markAnswer(match, ['Adda']).parts.map((part) => part.cards.length)).toEqual([1, 0, 0, 0])
  })

  it('gives an order its τ: all for the right one, nothing for one turned round, and a guess little', () => {
    const [a, b, c, d] = [4, 5, 6, 7].map(itemId)
    const of = (...ids: (string | undefined)[]) => credit(order, ids.map(String)) / pointsOf(order)
    expect(of(a, b, c, d)).toBe(1)
    expect(of(b, a, c, d)).toBeCloseTo(4 / 6)
    expect(of(d, c, b, a)).toBe(0)
    expect(markAnswer(order, [String(a), String(b)]).verdict).toBe('unanswered')
    const all = permutations([a, b, c, d]).map((ids) => of(...ids))
    expect(all).toHaveLength(24)
    expect(all.reduce((sum, one) => sum + one, 0) / 24).toBeCloseTo(0.194, 3)
  })

  it('never gives more than the points of a question, whatever is sent', () => {
    const words = fc.oneof(fc.constantFrom(...NAMES, ...[4, 5, 6, 7].map(itemId)), fc.string())
    fc.assert(
      fc.property(
        fc.constantFrom(typed, choice, list, match, order),
        fc.array(words, { maxLength: 12 }),
        (question, given) => {
          const earned = credit(question, given)
          expect(earned).toBeGreaterThanOrEqual(0)
          expect(earned).toBeLessThanOrEqual(pointsOf(question))
        },
      ),
    )
  })
})

describe('the score', () => {
  const item = (n: number, section: string) => poolItem(n, 'the Danube', { section })
  const questions = [item(1, 'a'), item(2, 'a'), item(3, 'b')].map((one): TestQuestion => {
    return { form: 'typed', prompt: 'Which?', item: one }
  })
  const sections = (weights: readonly (number | null)[]) =>
    ['a', 'b'].map((key, at) => ({ key, name: key, weight: weights[at] ?? null }))
  const answers = new Map([
    [0, ['Danube']],
    [1, ['Rhine']],
    [2, ['Danube']],
  ])

  it('is told by section, and weighed where an exam has weights', () => {
    const plain = scoreOf(
      { ...WHOLE, sections: sections([null, null]), questions },
      answers,
      new Map(),
    )
    expect(plain).toMatchObject({ points: 2, of: 3, share: 2 / 3 })
    expect(plain.sections.map(({ points, of }) => [points, of])).toEqual([
      [1, 2],
      [1, 1],
    ])
    const weighed = scoreOf({ ...WHOLE, sections: sections([3, 1]), questions }, answers, new Map())
    expect(weighed.share).toBeCloseTo((3 * 0.5 + 1) / 4)
  })

  it('counts what is contested as right, and says so', () => {
    const test = { ...WHOLE, sections: sections([null, null]), questions }
    const score = scoreOf(test, answers, new Map([[1, 'The text says both.']]))
    expect(score).toMatchObject({ points: 3, contested: 1 })
    expect(score.questions[1]).toMatchObject({ mark: { verdict: 'wrong' }, points: 1 })
  })
})

describe('what a test teaches', () => {
  const handedIn = { stage: { phase: 'handedIn', at: 9, by: 'learner' } as const }
  const given = (lines: string[]) => ({ given: lines, at: 5, ms: 4_000 })
  const test = { ...WHOLE, sections: [], questions: [typed, list, match, order, choice] }
  const answers = new Map([
    [0, given(['the Rhine'])],
    [1, given(['Adda', 'Rhine'])],
    [2, given(['Adda', 'Rhine', '', ''])],
    [3, given([4, 5, 6, 7].map((n) => String(itemId(n))))],
  ])

  it('is what was answered, card by card: not what was left open, and no order', () => {
    const lessons = lessonsOf(test, { ...handedIn, answers, contests: new Map() })
    expect(lessons.map(({ form, grade, typed: words }) => [form, grade, words])).toEqual([
      ['typed', 1, 'the Rhine'],
      ['list', 3, 'Adda'],
      ['list', 1, ''],
      ['list', 1, ''],
      ['list', 1, ''],
      ['match', 3, 'Adda'],
      ['match', 1, 'Rhine'],
    ])
    expect(lessons.map((lesson) => lesson.durationMs)).toEqual([
      4000, 1000, 1000, 1000, 1000, 2000, 2000,
    ])
  })

  it('is nothing before it is handed in', () => {
    const open = { stage: { phase: 'open' } as const, answers, contests: new Map<number, string>() }
    expect(lessonsOf(test, open)).toEqual([])
  })

  it('says which wrong answers are contested', () => {
    const contests = new Map([[0, 'It is both.']])
    const lessons = lessonsOf(test, { ...handedIn, answers, contests })
    expect(lessons.filter((lesson) => lesson.contested).map((lesson) => lesson.form)).toEqual([
      'typed',
    ])
  })
})

function permutations<T>(values: readonly T[]): T[][] {
  if (values.length === 0) return [[]]
  return values.flatMap((value, at) =>
    permutations(values.filter((_, other) => other !== at)).map((rest) => [value, ...rest]),
  )
}
