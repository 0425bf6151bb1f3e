/** The generator that is measured: the one place that knows which it is. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Budget } from '@/lib/core/generate/budget'
import { candidatesOf, generate } from '@/lib/core/generate/generate'
import type { ProposedItem } from '@/lib/core/items/item'
import type { Features } from '@/lib/core/language/spans/features'
import type { SegmentedText } from '@/lib/core/passages/passage'
import { readModel, WEIGHTS } from '../language/weights'

/** The same for the same bytes. */
export const itemsHash = (items: readonly ProposedItem[]): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify(items))))

/** Where readers are to judge it: with what its confidence is made of. */
export type MadeItem = ProposedItem & { readonly features?: Features }

export type MakeItems = (text: SegmentedText) => readonly MadeItem[]

/** Loads what it needs: after that, making items is all that takes time. */
export function openGenerator(budget: Budget): MakeItems {
  const model = readModel(WEIGHTS)
  return (text) => generate(text, model, budget)
}

/** With their features; `budget` null: every item that passes the filter, shown to learners or not. */
export function openCandidates(budget: Budget | null): MakeItems {
  const model = readModel(WEIGHTS)
  return (text) =>
    candidatesOf(text, model, budget).map(({ item, features }) => ({ ...item, features }))
}
