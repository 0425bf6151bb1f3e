/** The generator that is measured: the one place that knows which it is. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { generate } from '@/lib/core/generate/generate'
import type { ProposedItem } from '@/lib/core/items/item'
import type { SegmentedText } from '@/lib/core/passages/passage'
import { readModel, WEIGHTS } from '../language/weights'

/** Items per 1,000 words at most, as somebody asks for them. */
export const BUDGETS = { few: 8, usual: 14, many: 20 } as const
export type Budget = keyof typeof BUDGETS

export const isBudget = (word: string): word is Budget => Object.hasOwn(BUDGETS, word)

/** The same for the same bytes. */
export const itemsHash = (items: readonly ProposedItem[]): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify(items))))

/** With what the generator knew of it, once it gives that: what its confidence is learned from. */
export type MadeItem = ProposedItem & { readonly features?: readonly number[] }

export type MakeItems = (text: SegmentedText) => readonly MadeItem[]

/** Loads what it needs: after that, making items is all that takes time. */
export function openGenerator(budget: Budget): MakeItems {
  const model = readModel(WEIGHTS)
  return (text) => {
    const items = generate(text, model)
    const most = Math.max(1, Math.ceil((text.words / 1000) * BUDGETS[budget]))
    // The generator has no budget of its own but the largest: of its items the surest, in the text's order.
    const surest = [...items].sort((a, b) => b.confidence - a.confidence).slice(0, most)
    const kept = new Set(surest)
    return items.filter((item) => kept.has(item))
  }
}
