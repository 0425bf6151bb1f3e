import type { ProposedItem } from '@/lib/core/items/item'

/** Keys of the items whose evidence is not, letter for letter, what the text has where it says so; or that have none. */
export const notVerbatim = (items: readonly ProposedItem[], body: string): readonly string[] =>
  items
    .filter(
      ({ evidence }) =>
        evidence.length === 0 || evidence.some((e) => body.slice(e.start, e.end) !== e.quote),
    )
    .map((item) => item.key)
