/** What is measured on the items of one text. */
import { type Judgement, saidHash } from '@/lib/core/generate/gold/judgement'
import { coverage } from '@/lib/core/generate/measure/coverage'
import { duplicates } from '@/lib/core/generate/measure/duplicates'
import type { Measured } from '@/lib/core/generate/measure/figures'
import { leaks } from '@/lib/core/generate/measure/leaks'
import { type NameOfText, optionFaults } from '@/lib/core/generate/measure/option-faults'
import { notVerbatim } from '@/lib/core/generate/measure/verbatim'
import type { ProposedItem } from '@/lib/core/items/item'
import { check } from './check-answer'
import type { GoldText } from './texts'

export type Found = {
  readonly items: readonly ProposedItem[]
  readonly judgements: readonly Judgement[]
  readonly names: readonly NameOfText[]
}

/** What can be seen in the items themselves: all but what they cost. */
export type Seen = Omit<Measured, 'cost'>

export function measureText(gold: GoldText, { items, judgements, names }: Found): Seen {
  const { set, text } = gold
  const facts = coverage(gold.facts, items, check)
  return {
    text: set.text,
    half: set.half,
    words: text.words,
    facts,
    items: items.map((item) => ({
      construction: item.construction,
      confidence: item.confidence,
      said: judgements.filter((one) => one.item === saidHash(set.text, item)),
    })),
    notVerbatim: notVerbatim(items, text.source.body),
    duplicates: duplicates(items, text.sentences),
    leaks: leaks(items),
    options: optionFaults(items, facts, { check, names }),
  }
}
