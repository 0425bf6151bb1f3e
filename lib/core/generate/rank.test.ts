import { describe, expect, it } from 'vitest'
import { mostOf } from './budget'
import type { PassedFact } from './fact'
import { choose, type Judged } from './rank'

type Made = {
  sentence: number
  answer: string
  question?: string
  gap?: boolean
  confidence?: number
  weight?: number
  parallel?: boolean
}

/** Answers stand apart in their sentence, as long as they differ. */
const made = (
  {
    sentence,
    answer,
    question = `Who ${answer} in ${sentence}?`,
    gap = false,
    confidence = 0.9,
    weight = 0.5,
    parallel = false,
  }: Made,
  nth: number,
): Judged => {
  const fact: PassedFact = {
    kind: 'person',
    construction: 'who-did',
    ask: gap
      ? { way: 'gap', before: 'A', after: 'b.' }
      : { way: 'subject', word: 'Who', predicate: 'x' },
    answer: {
      text: answer,
      type: 'person',
      grain: '',
      number: '',
      span: { start: nth * 10, end: nth * 10 + 5 },
    },
    elements: [],
    parallel,
    place: { index: sentence, section: 0, mentions: [], block: sentence },
    leansOn: [],
    evidence: [{ start: sentence * 100, end: sentence * 100 + 60 }],
  }
  return { fact, question, confidence, weight, features: null }
}

function chosen(items: readonly Made[], most: number): string[] {
  const steps = choose(items.map(made), most, () => undefined)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value.map(({ fact }) => fact.answer.text)
  }
}

describe('choosing', () => {
  it('takes what matters most first, and tells it in the order of the text', () => {
    const items = [
      { sentence: 0, answer: 'Berg', weight: 0.6 },
      { sentence: 1, answer: 'Lind', weight: 0.1 },
      { sentence: 2, answer: 'Holm', weight: 0.9 },
    ]
    expect(chosen(items, 2)).toEqual(['Berg', 'Holm'])
  })

  it('takes the surer of two that matter alike', () => {
    const items = [
      { sentence: 0, answer: 'Berg', confidence: 0.7 },
      { sentence: 1, answer: 'Lind', confidence: 0.95 },
    ]
    expect(chosen(items, 1)).toEqual(['Lind'])
  })

  it('takes at most three of a sentence and three of an answer, but a whole row of parallel facts', () => {
    const of = (sentence: number) =>
      Array.from({ length: 6 }, (_, i) => ({ sentence, answer: `A${i}` }))
    expect(chosen(of(1), 20)).toHaveLength(3)
    const same = Array.from({ length: 6 }, (_, i) => ({
      sentence: i,
      answer: 'Berg',
      question: `Who ${'abcdef'[i]}${'ghijkl'[i]} ${'mnopqr'[i]}${'stuvwx'[i]} ${i}?`,
    }))
    expect(chosen(same, 20)).toHaveLength(3)
    expect(
      chosen(
        of(1).map((one) => ({ ...one, parallel: true })),
        20,
      ),
    ).toHaveLength(6)
  })

  it('spreads over sentences before it takes a second of one', () => {
    const items = [
      { sentence: 0, answer: 'Berg', weight: 0.5 },
      { sentence: 0, answer: 'Lind', weight: 0.5 },
      { sentence: 5, answer: 'Holm', weight: 0.45 },
    ]
    expect(chosen(items, 2)).toEqual(['Berg', 'Holm'])
  })

  it('takes a gap only where nothing else stands of its sentence', () => {
    const items = [
      { sentence: 0, answer: 'Berg' },
      { sentence: 0, answer: 'Lind', gap: true },
      { sentence: 1, answer: 'Holm', gap: true },
    ]
    expect(chosen(items, 9)).toEqual(['Berg', 'Holm'])
  })

  it('does not ask one question with two answers', () => {
    const question = 'Who built the mill?'
    const items = [
      { sentence: 0, answer: 'Berg', question },
      { sentence: 4, answer: 'Lind', question },
    ]
    expect(chosen(items, 9)).toEqual(['Berg'])
  })
})

describe('a budget', () => {
  it('is so many of a thousand words, and a handful of a short note', () => {
    expect([mostOf('few', 5000), mostOf('usual', 5000), mostOf('many', 5000)]).toEqual([
      40, 70, 100,
    ])
    expect(mostOf('usual', 50)).toBe(4)
  })
})
