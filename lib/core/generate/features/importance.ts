/** How much a fact matters to the text, as far as the text shows it: its headings, and what it speaks of again and again. */
import type { Features } from '@/lib/core/language/spans/features'
import { isFunctionWord } from '@/lib/core/language/words'
import type { Fact } from '../fact'
import { wordsOf } from '../pointers'
import fitted from './importance.json'
import { nameOf, stemOf, type TextCounts } from './text-counts'

/** Each 0 … 1; how much which of them says, `weigh` knows. */
export function importanceOf(fact: Fact, counts: TextCounts): Features {
  const { sentence, answer } = fact
  const heading = counts.headings(sentence.section)
  const said = wordsOf(sentence.view.text)
    .map((w) => w.toLowerCase())
    .filter((w) => w.length > 2 && !isFunctionWord(w))
  const stems = new Set(said.map(stemOf))
  const announced = [...heading].filter((stem) => stems.has(stem)).length
  const names = sentence.typed.flatMap((m) => nameOf(m) ?? [])
  const opens = counts.opens(sentence.index)
  return {
    'weight heading': heading.size === 0 ? 0 : announced / heading.size,
    'weight names': dwells(names.map((name) => counts.names.get(name) ?? 0)),
    'weight words': dwells(topThree(said.map((word) => counts.words.get(word) ?? 0))),
    'weight answer': dwells(
      wordsOf(answer.text).map((word) =>
        isFunctionWord(word.toLowerCase()) ? 0 : (counts.words.get(word.toLowerCase()) ?? 0),
      ),
    ),
    'weight opens': opens.section ? 1 : opens.paragraph ? 0.6 : 0,
    'weight exact': EXACT.has(answer.type) ? 1 : 0,
    'weight list': fact.elements.length > 0 ? 1 : 0,
  }
}

/** Figures and dates: what is one answer and no other. */
export const EXACT: ReadonlySet<string> = new Set([
  'share',
  'money',
  'quantity',
  'duration',
  'number',
  'date',
  'period',
])

/** The mean, on a scale on which ten times and more is 1. */
function dwells(times: readonly number[]): number {
  if (times.length === 0) return 0
  const mean = times.reduce((sum, n) => sum + Math.log(1 + n), 0) / times.length
  return Math.min(1, mean / Math.log(11))
}

const topThree = (values: readonly number[]): readonly number[] =>
  [...values].sort((a, b) => b - a).slice(0, 3)

const WEIGHTS: Readonly<Record<string, number>> = fitted.weights

/** 0 … 1: what can be expected of how much it matters, learned from what readers of other texts listed as worth knowing. */
export function weigh(features: Features): number {
  let odds = fitted.bias
  for (const [name, value] of Object.entries(features)) odds += (WEIGHTS[name] ?? 0) * value
  return 1 / (1 + Math.exp(-odds))
}
