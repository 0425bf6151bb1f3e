/** One run of the generator over the texts that were asked for. */
import type { Budget } from '@/lib/core/generate/budget'
import { type Figures, figuresOf, type Measured } from '@/lib/core/generate/measure/figures'
import type { ProposedItem } from '@/lib/core/items/item'
import { bundleFresh, runFresh } from './fresh-process'
import { itemsHash, type MakeItems, openGenerator } from './items-of'
import { judgementsOf } from './judgements'
import { measureText, type Seen } from './measure-text'
import { type NamesIn, openNames } from './names-of'
import type { GoldText, Places } from './texts'

export type SeenRun = {
  readonly gold: GoldText
  readonly items: readonly ProposedItem[]
  readonly seen: Seen
}

export type Readers = { readonly makeItems: MakeItems; readonly namesIn: NamesIn }

export const openReaders = (budget: Budget): Readers => ({
  makeItems: openGenerator(budget),
  namesIn: openNames(),
})

/** Without what it costs: nothing is run twice. */
export function seeAll(
  texts: readonly GoldText[],
  places: Places,
  { makeItems, namesIn }: Readers,
): readonly SeenRun[] {
  return texts.map((gold) => {
    const items = makeItems(gold.text)
    const judgements = judgementsOf(places.judgements, gold.set.text)
    const seen = measureText(gold, { items, judgements, names: namesIn(gold.text) })
    return { gold, items, seen }
  })
}

export type TextRun = {
  readonly gold: GoldText
  readonly measured: Measured
  readonly figures: Figures
}

export function measureAll(
  texts: readonly GoldText[],
  places: Places,
  budget: Budget,
): readonly TextRun[] {
  const code = bundleFresh()
  return seeAll(texts, places, openReaders(budget)).map(({ gold, items, seen }) => {
    const { sha256, ...cost } = runFresh(code, gold.file, budget)
    const measured = { ...seen, cost: { ...cost, sameBytes: sha256 === itemsHash(items) } }
    return { gold, measured, figures: figuresOf([measured]) }
  })
}
