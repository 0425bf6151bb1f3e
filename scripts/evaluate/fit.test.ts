import { describe, expect, it } from 'vitest'
import type { Judgement } from '@/lib/core/generate/gold/judgement'
import { casesOf, fitConfidence } from './fit'
import { fitPage, fittedJson } from './fit-page'

const hash = (n: number) => n.toString(16).padStart(16, '0')

/** Six texts of sixty items each: nine in ten of those without a pronoun are good, one in ten of the others. */
const judgements: readonly Judgement[] = Array.from({ length: 360 }, (_, i): Judgement => {
  const pronoun = i % 3 === 0
  const isOdd = Math.floor(i / 3) % 10 === 0
  return {
    item: hash(i),
    text: `text-${Math.floor(i / 60)}`,
    reader: 'a',
    verdict: pronoun === isOdd ? 'good' : 'context',
    construction: i % 2 === 0 ? 'who-did' : 'gap-noun',
    features: pronoun ? { 'question pronouns': 1 } : { 'question anchors': 1 },
  }
})

describe('what is learned from judgements', () => {
  it('puts above the bar what readers keep, and says how sure it is', () => {
    const fitted = fitConfidence(casesOf(judgements))
    const anchored = fitted.foreseen.filter((one) => one.features['question anchors'] === 1)
    const others = fitted.foreseen.filter((one) => one.features['question anchors'] !== 1)
    const mean = (all: typeof anchored) =>
      all.reduce((sum, one) => sum + one.confidence, 0) / all.length
    expect(mean(anchored)).toBeCloseTo(0.9, 1)
    expect(mean(others)).toBeCloseTo(0.1, 1)
    expect(fitted).toMatchObject({ items: 360, judgements: 360 })
    expect(fitPage(fitted)).toContain('6 texts')
    expect(JSON.parse(fittedJson(fitted))).toMatchObject({ learned: { items: 360 } })
  })

  it('switches off what is shown and not good', () => {
    const sure = judgements.map((one) => {
      const isGood = one.features?.['question anchors'] === 1
      return { ...one, verdict: isGood ? 'good' : 'context' } as const
    })
    const bad = Array.from(
      { length: 20 },
      (_, i): Judgement => ({
        item: hash(1000 + i),
        text: `text-${i % 6}`,
        reader: 'a',
        verdict: i % 3 === 0 ? 'good' : 'wrong',
        construction: 'guess',
        features: { 'question anchors': 1 },
      }),
    )
    const fitted = fitConfidence(casesOf([...sure, ...bad]))
    expect(fitted.off).toEqual(['guess'])
  })

  it('counts two readers of one item as one item, and leaves out what was judged without features', () => {
    const [first] = judgements
    if (first === undefined) throw new Error('no judgement')
    const { features: _features, ...bare } = first
    expect(casesOf([first, { ...first, reader: 'b', verdict: 'good' }])).toMatchObject([
      { good: first.verdict === 'good' ? 1 : 0.5, readers: 2 },
    ])
    expect(casesOf([bare])).toEqual([])
  })
})
