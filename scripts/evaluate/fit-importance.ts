/**
 * Fits how much an item matters (lib/core/generate/features/importance.json) to the facts that readers found in texts before
 * any item was made of them: an item that asks for one counts as much as they said it matters, one that asks for none
 * counts nothing.
 */
import { coverage } from '@/lib/core/generate/measure/coverage'
import type { Features } from '@/lib/core/language/spans/features'
import { short } from '../language/fit-gates'
import { type Case, fitLogistic, type Logistic, oddsOf } from '../language/logistic'
import { check } from './check-answer'
import type { MakeItems } from './items-of'
import type { GoldText } from './texts'

export type Weighed = {
  readonly text: string
  readonly features: Features
  /** 0 where no reader listed it; else 1 … 3. */
  readonly importance: number
}

export function weighed(texts: readonly GoldText[], makeItems: MakeItems): readonly Weighed[] {
  return texts.flatMap(({ set, text, facts }) =>
    makeItems(text).map((item): Weighed => {
      const asked = coverage(facts, [item], check).find((one) => one.by !== null)
      const { said: _said, ...features } = item.features ?? {}
      return { text: set.text, features, importance: asked?.fact.importance ?? 0 }
    }),
  )
}

const MOST = 3
const RIDGES = [8, 32, 128, 512]
const RARE = 20

/** Each counts as three: as many of them right as it is important. */
const casesOf = (all: readonly Weighed[]): Case[] =>
  all.flatMap(({ features, importance }) =>
    Array.from({ length: MOST }, (_, n) => ({ features, right: n < importance })),
  )

export type FittedImportance = {
  readonly items: number
  readonly asking: number
  readonly texts: readonly string[]
  readonly ridge: number
  readonly model: Logistic
  /** Of the fifth that weights from other texts put first: how much each asks for, and how much one of all does. */
  readonly firstFifth: number
  readonly mean: number
}

export function fitImportance(all: readonly Weighed[]): FittedImportance {
  const texts = [...new Set(all.map((one) => one.text))].sort()
  const tried = RIDGES.map((ridge) => ({ ridge, firstFifth: firstFifth(all, texts, ridge) }))
  const best = tried.sort((a, b) => b.firstFifth - a.firstFifth)[0]
  if (best === undefined) throw new Error('there is no ridge to try')
  return {
    items: all.length,
    asking: all.filter((one) => one.importance > 0).length,
    texts,
    ...best,
    model: fitLogistic(casesOf(all), { ridge: best.ridge, rare: RARE }),
    mean: meanOf(all),
  }
}

const meanOf = (all: readonly Weighed[]): number =>
  all.reduce((sum, one) => sum + one.importance, 0) / Math.max(1, all.length)

function firstFifth(all: readonly Weighed[], texts: readonly string[], ridge: number): number {
  const first = texts.flatMap((text) => {
    const model = fitLogistic(casesOf(all.filter((one) => one.text !== text)), {
      ridge,
      rare: RARE,
    })
    const own = all.filter((one) => one.text === text)
    return own
      .map((one) => ({ one, odds: oddsOf(model, one.features) }))
      .sort((a, b) => b.odds - a.odds)
      .slice(0, Math.ceil(own.length / 5))
      .map(({ one }) => one)
  })
  return meanOf(first)
}

export function importanceJson({ model, items, asking, texts, ridge }: FittedImportance): string {
  return `${JSON.stringify({ learned: { items, asking, texts, ridge }, ...short(model) }, null, 2)}\n`
}

export function importancePage({ model, ...fitted }: FittedImportance): string {
  const strongest = Object.entries(short(model).weights)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, 30)
  const { items, asking, texts, ridge, firstFifth, mean } = fitted
  return [
    `${items} items that could be asked of ${texts.length} texts, ${asking} of them for a fact that readers listed; ridge ${ridge}.`,
    `Importance of one item: ${mean.toFixed(2)} of all, ${firstFifth.toFixed(2)} of the fifth put first by weights from other texts.`,
    ...strongest.map(([name, weight]) => `${weight.toFixed(2).padStart(6)}  ${name}`),
    '',
  ].join('\n')
}
