/**
 * Fits how likely an item is to be good (lib/core/generate/confidence.json) to what readers said of items. Each text is
 * judged by weights learned from the others alone: what these would have said of it is what is reported, what the bar is
 * set by, and what the scale of the weights that ship is taken from.
 */
import { type Judgement, saidHash } from '@/lib/core/generate/gold/judgement'
import { groupBy } from '@/lib/core/group-by'
import type { Features } from '@/lib/core/language/spans/features'
import { fitLogistic, type Logistic, oddsOf } from '../language/logistic'
import type { MakeItems } from './items-of'
import type { GoldText } from './texts'

/** An item with what all its readers said. */
export type JudgedCase = {
  readonly text: string
  readonly construction: string
  readonly features: Features
  /** 0 … 1: how many of its readers found it good. */
  readonly good: number
  readonly readers: number
}

/** With what weights that have not seen its text say of it. */
export type Foreseen = JudgedCase & { readonly confidence: number }

export type Fitted = {
  /** Items, judgements and texts that it was learned from. */
  readonly items: number
  readonly judgements: number
  readonly texts: readonly string[]
  readonly ridge: number
  readonly bar: number
  readonly off: readonly string[]
  readonly model: Logistic
  readonly foreseen: readonly Foreseen[]
}

/** What is shown must be good so often, as far as can be foreseen. */
const WANTED = 0.92
/** A construction that shows fewer good ones among so many judged is switched off. */
const LEAST_GOOD = 0.8
const ENOUGH = 15

const RIDGES = [4, 8, 16, 32, 64, 128, 256, 512]
const RARE = 12

/**
 * What was said of items that the generator would still make, with what it knows of them now: of those that it has been
 * mended not to make nothing is to be learned.
 */
export function stillMade(
  texts: readonly GoldText[],
  makeItems: MakeItems,
  judgementsOf: (text: string) => readonly Judgement[],
): readonly Judgement[] {
  return texts.flatMap(({ set, text }) => {
    const said = judgementsOf(set.text)
    if (said.length === 0) return []
    const now = new Map(makeItems(text).map((item) => [saidHash(set.text, item), item]))
    return said.flatMap((one): Judgement[] => {
      const item = now.get(one.item)
      if (item?.features === undefined) return []
      return [{ ...one, construction: item.construction, features: item.features }]
    })
  })
}

/** Items that were judged without features teach nothing and are left out. */
export function casesOf(judgements: readonly Judgement[]): readonly JudgedCase[] {
  return [...groupBy(judgements, (one) => one.item).values()].flatMap((said): JudgedCase[] => {
    const last = said.findLast((one) => one.features !== undefined)
    if (last?.features === undefined) return []
    const { text, construction, features } = last
    const good = said.filter((one) => one.verdict === 'good').length / said.length
    return [{ text, construction, features, good, readers: said.length }]
  })
}

export function fitConfidence(cases: readonly JudgedCase[]): Fitted {
  const texts = [...new Set(cases.map((one) => one.text))].sort()
  const tried = RIDGES.map((ridge) => ({ ridge, foreseen: foresee(cases, texts, ridge) }))
  const best = tried.sort((a, b) => lossOf(a.foreseen) - lossOf(b.foreseen))[0]
  if (best === undefined) throw new Error('there is no ridge to try')
  const scale = scaleOf(best.foreseen)
  const foreseen = best.foreseen.map((one) => ({
    ...one,
    confidence: sigmoid(oddsOf(scale, { odds: logit(one.confidence) })),
  }))
  const bar = barOf(foreseen)
  return {
    items: cases.length,
    judgements: cases.reduce((sum, one) => sum + one.readers, 0),
    texts,
    ridge: best.ridge,
    bar,
    off: offBy(foreseen, bar),
    model: scaled(learn(cases, best.ridge), scale),
    foreseen,
  }
}

/** A case counts as good where more than half of its readers find it so; one that divides them counts as both. */
function learn(cases: readonly JudgedCase[], ridge: number): Logistic {
  const rates = ratesOf(cases)
  const model = fitLogistic(
    cases.flatMap(({ features, construction, good }) => {
      // Its own verdict is no part of what is known of an item.
      const rate = rates.without(construction, good)
      const known = { ...withoutConstruction(features), rate }
      return good === 0.5
        ? [
            { features: known, right: true },
            { features: known, right: false },
          ]
        : [{ features: known, right: good > 0.5 }]
    }),
    { ridge, rare: RARE },
  )
  const { rate = 0, ...weights } = model.weights
  // What a construction is worth is said once: one that nobody has judged is taken to be like the mean of all.
  return {
    bias: model.bias + rate * rates.mean,
    weights: {
      ...weights,
      ...Object.fromEntries(
        [...rates.all].map(([name, own]) => [`construction ${name}`, rate * (own - rates.mean)]),
      ),
    },
  }
}

const withoutConstruction = (features: Features): Features =>
  Object.fromEntries(Object.entries(features).filter(([name]) => !name.startsWith('construction ')))

/** So many judgements of the mean stand beside those of a construction: few judged say little. */
const PRIOR = 4

/** How many of each construction are good, in log odds. */
function ratesOf(cases: readonly JudgedCase[]) {
  const mean = cases.reduce((sum, one) => sum + one.good, 0) / Math.max(1, cases.length)
  const counts = new Map(
    [...groupBy(cases, (one) => one.construction)].map(([name, own]) => [
      name,
      { of: own.length, good: own.reduce((sum, one) => sum + one.good, 0) },
    ]),
  )
  const rateOf = (good: number, of: number) => logit((good + PRIOR * mean) / (of + PRIOR))
  return {
    mean: logit(mean),
    all: new Map([...counts].map(([name, { good, of }]) => [name, rateOf(good, of)])),
    without: (construction: string, good: number): number => {
      const own = counts.get(construction) ?? { of: 1, good }
      return rateOf(own.good - good, own.of - 1)
    },
  }
}

/** A chapter and its study edition tell the same. */
const kinOf = (text: string): string => text.replace(/^(?:\d+|serge)-|-study-edition$/g, '')

function foresee(
  cases: readonly JudgedCase[],
  texts: readonly string[],
  ridge: number,
): readonly Foreseen[] {
  return texts.flatMap((text) => {
    const model = learn(
      cases.filter((one) => kinOf(one.text) !== kinOf(text)),
      ridge,
    )
    return cases
      .filter((one) => one.text === text)
      .map((one) => ({ ...one, confidence: sigmoid(oddsOf(model, one.features)) }))
  })
}

/** Mean log loss. */
const lossOf = (foreseen: readonly Foreseen[]): number =>
  foreseen.reduce((sum, { good, confidence }) => {
    const p = Math.min(0.999, Math.max(0.001, confidence))
    return sum - good * Math.log(p) - (1 - good) * Math.log(1 - p)
  }, 0) / Math.max(1, foreseen.length)

/** So that nine in ten of those said to be good with 0.9 are, on texts that the weights have not seen. */
const scaleOf = (foreseen: readonly Foreseen[]): Logistic =>
  fitLogistic(
    foreseen.flatMap(({ confidence, good }) => {
      const features = { odds: logit(confidence) }
      return good === 0.5
        ? [
            { features, right: true },
            { features, right: false },
          ]
        : [{ features, right: good > 0.5 }]
    }),
    { ridge: 1, rare: 1 },
  )

function scaled({ bias, weights }: Logistic, scale: Logistic): Logistic {
  const times = scale.weights.odds ?? 1
  return {
    bias: scale.bias + times * bias,
    weights: Object.fromEntries(
      Object.entries(weights).map(([name, value]) => [name, times * value] as const),
    ),
  }
}

/** The least confidence from which on, down to which, enough are good; of several the one that keeps most. */
function barOf(foreseen: readonly Foreseen[]): number {
  let good = 0
  let bar = 0.95
  const sorted = [...foreseen].sort((a, b) => b.confidence - a.confidence)
  for (const [i, one] of sorted.entries()) {
    good += one.good
    if (i + 1 >= ENOUGH && good / (i + 1) >= WANTED) bar = one.confidence
  }
  return Math.floor(bar * 1000) / 1000
}

const offBy = (foreseen: readonly Foreseen[], bar: number): readonly string[] =>
  [...groupBy(foreseen, (one) => one.construction)]
    .filter(([, own]) => {
      const shown = own.filter((one) => one.confidence >= bar)
      const good = shown.reduce((sum, one) => sum + one.good, 0)
      return shown.length >= ENOUGH && good / shown.length < LEAST_GOOD
    })
    .map(([construction]) => construction)
    .sort()

const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds))

const logit = (p: number): number => {
  const inside = Math.min(0.9999, Math.max(0.0001, p))
  return Math.log(inside / (1 - inside))
}
