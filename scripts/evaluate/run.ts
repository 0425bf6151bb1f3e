/** One run of the generator over the texts that were asked for. */
import { type Figures, figuresOf, type Measured } from '@/lib/core/generate/measure/figures'
import type { ProposedItem } from '@/lib/core/items/item'
import { bundleFresh, runFresh } from './fresh-process'
import { type Budget, openGenerator } from './items-of'
import { judgementsOf } from './judgements'
import { measureText } from './measure-text'
import type { GoldText, Places } from './texts'

export type TextRun = {
  readonly gold: GoldText
  readonly items: readonly ProposedItem[]
  readonly measured: Measured
  readonly figures: Figures
}

export function runAll(
  texts: readonly GoldText[],
  places: Places,
  budget: Budget,
): readonly TextRun[] {
  const generate = openGenerator()
  const code = bundleFresh()
  return texts.map((gold) => {
    const items = generate(gold.text, budget)
    const judgements = judgementsOf(places.judgements, gold.set.text)
    const fresh = runFresh(code, gold.file, budget)
    const measured = measureText(gold, { items, judgements, fresh })
    return { gold, items, measured, figures: figuresOf([measured]) }
  })
}
