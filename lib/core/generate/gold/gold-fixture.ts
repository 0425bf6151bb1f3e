/** Gold facts: what a reader says a text teaches, in words of our own, with key words that find where the text says it. */
import type { ItemKind, ProposedItem } from '@/lib/core/items/item'

export type GoldFact = {
  /** The fact, told by the person who read the text. */
  readonly fact: string
  readonly kinds: readonly ItemKind[]
  /** All of these stand in the item's evidence. */
  readonly evidence: readonly string[]
  /** All of these stand in the question. */
  readonly question: readonly string[]
  /** All of these stand in the answer, or in the elements of a list. */
  readonly answer: readonly string[]
  /** How many elements the list has. */
  readonly elements?: number
}

/** The item that covers a fact; undefined where none does. */
export function covering(fact: GoldFact, items: readonly ProposedItem[]): ProposedItem | undefined {
  return items.find((item) => {
    const evidence = item.evidence.map((e) => e.quote).join(' ')
    const answer = [item.answer, ...item.elements.map((e) => e.text)].join(' ')
    return (
      fact.kinds.includes(item.kind) &&
      holdsAll(evidence, fact.evidence) &&
      holdsAll(item.question, fact.question) &&
      holdsAll(answer, fact.answer) &&
      (fact.elements === undefined || item.elements.length === fact.elements)
    )
  })
}

const holdsAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.toLowerCase().includes(word.toLowerCase()))
