/** Precision: how many of the items are good, as far as people have judged them. */
import { groupBy } from '@/lib/core/group-by'
import type { Judgement, Verdict } from '../gold/judgement'

/** An item of a run with what its readers said. */
export type JudgedItem = {
  readonly construction: string
  /** 0 … 1, as the generator gave it. */
  readonly confidence: number
  readonly said: readonly Pick<Judgement, 'reader' | 'verdict'>[]
}

export type Good = {
  readonly items: number
  /** Those that somebody has judged. */
  readonly judged: number
  /** Among the judged; one that only one of two readers finds good counts half. */
  readonly good: number
}

export type Precision = Good & {
  /** How many of the judged have each verdict, counted as `good` is. */
  readonly verdicts: Readonly<Record<Verdict, number>>
  readonly estimate: Estimate | null
  /** By name. */
  readonly readers: readonly (Pick<Good, 'judged' | 'good'> & { readonly reader: string })[]
  /** The commonest first. */
  readonly constructions: readonly (Good & { readonly construction: string })[]
}

/**
 * What is said of all items by those that are judged. Readers are given evenly of every construction, rare or not, so a
 * judged item counts for as many as its construction has of them (post-stratification).
 */
export type Estimate = {
  readonly shares: Readonly<Record<Verdict, number>>
  /** How many judged items drawn by chance would tell as much (Kish 1965). */
  readonly effective: number
  /** The share of the items whose construction has judged ones: of the others nothing is said. */
  readonly spokenFor: number
}

export function precision(items: readonly JudgedItem[]): Precision {
  const said = items.flatMap((item) => item.said)
  const byConstruction = [...groupBy(items, (item) => item.construction)]
  return {
    ...count(items),
    verdicts: byVerdict((verdict) => sumOf(judgedOf(items), (one) => shareSaying(verdict, one))),
    estimate: estimateOf(items),
    readers: [...groupBy(said, (one) => one.reader)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([reader, own]) => ({
        reader,
        judged: own.length,
        good: own.filter((one) => one.verdict === 'good').length,
      })),
    constructions: byConstruction
      .map(([construction, own]) => ({ construction, ...count(own) }))
      .sort((a, b) => b.items - a.items || (a.construction < b.construction ? -1 : 1)),
  }
}

const judgedOf = (items: readonly JudgedItem[]): readonly JudgedItem[] =>
  items.filter((item) => item.said.length > 0)

const sumOf = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((total, value) => total + of(value), 0)

function count(items: readonly JudgedItem[]): Good {
  const judged = judgedOf(items)
  return {
    items: items.length,
    judged: judged.length,
    good: sumOf(judged, (item) => shareSaying('good', item)),
  }
}

const byVerdict = (of: (verdict: Verdict) => number): Record<Verdict, number> => ({
  grammar: of('grammar'),
  context: of('context'),
  ambiguous: of('ambiguous'),
  wrong: of('wrong'),
  trivial: of('trivial'),
  good: of('good'),
})

function estimateOf(items: readonly JudgedItem[]): Estimate | null {
  const weighed = [...groupBy(items, (item) => item.construction).values()].flatMap((own) => {
    const judged = judgedOf(own)
    return judged.map((item) => ({ item, weight: own.length / judged.length }))
  })
  if (weighed.length === 0) return null
  const all = sumOf(weighed, ({ weight }) => weight)
  return {
    shares: byVerdict(
      (verdict) => sumOf(weighed, ({ item, weight }) => weight * shareSaying(verdict, item)) / all,
    ),
    effective: all ** 2 / sumOf(weighed, ({ weight }) => weight ** 2),
    spokenFor: all / items.length,
  }
}

/** 0 … 1, of the readers of an item that somebody has judged. */
export const shareSaying = (verdict: Verdict, { said }: JudgedItem): number =>
  said.filter((one) => one.verdict === verdict).length / said.length

export type Range = { readonly low: number; readonly high: number }

/**
 * Where the share of all would lie nineteen times in twenty if these were drawn by chance (Wilson 1927); null of none.
 */
export function rangeOf(good: number, judged: number): Range | null {
  if (judged === 0) return null
  const z2 = 1.96 ** 2
  const p = good / judged
  const middle = (p + z2 / (2 * judged)) / (1 + z2 / judged)
  const half =
    (1.96 * Math.sqrt((p * (1 - p)) / judged + z2 / (4 * judged ** 2))) / (1 + z2 / judged)
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
