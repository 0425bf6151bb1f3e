/** Duplicates: items that ask what an earlier one of the text has asked. */
import type { ProposedItem } from '@/lib/core/items/item'
import type { Span } from '@/lib/core/text/source'
import { readValue } from '@/lib/core/text/values/read-value'
import { sameValue } from '@/lib/core/text/values/same-value'
import { fold } from './content-words'
import { type Asked, asked, eachHasOwn, nearlySame } from './near-questions'

export type Duplicate = {
  readonly item: string
  /** The earlier one. */
  readonly of: string
  readonly why: 'same fact' | 'same question'
}

type One = { readonly item: ProposedItem; readonly asked: Asked; readonly sentence: number }

/** `sentences` in the order of the text. Of each item at most one duplicate is named, the first. */
export function duplicates(
  items: readonly ProposedItem[],
  sentences: readonly Span[],
): readonly Duplicate[] {
  const ones = items.map(
    (item): One => ({
      item,
      asked: asked(item.question),
      sentence: sentences.findIndex(
        (s) => item.evidence[0] !== undefined && item.evidence[0].start < s.end,
      ),
    }),
  )
  return ones.flatMap((one, i) => {
    for (const other of ones.slice(0, i)) {
      const why = whySame(one, other)
      if (why !== null) return [{ item: one.item.key, of: other.item.key, why }]
    }
    return []
  })
}

function whySame(a: One, b: One): Duplicate['why'] | null {
  const answer = sameAnswer(a.item, b.item)
  if (answer && a.sentence === b.sentence && !eachHasOwn(a.asked, b.asked)) return 'same fact'
  if (answer && nearlySame(a.asked, b.asked)) return 'same question'
  // One question with two answers: neither is the only one.
  return fold(a.item.question) === fold(b.item.question) ? 'same question' : null
}

function sameAnswer(a: ProposedItem, b: ProposedItem): boolean {
  if (bare(a.answer) === bare(b.answer)) return true
  const [x, y] = [readValue(a.answer), readValue(b.answer)]
  return x !== null && y !== null && sameValue(x, y) && sameValue(y, x)
}

const bare = (answer: string): string =>
  fold(answer)
    .replace(/[^\p{L}\p{N}\s%£$€.,-]/gu, '')
    .replace(/^(?:the|an?) /, '')
