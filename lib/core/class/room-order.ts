/** In which order a class is asked: what it knows least comes first. */
import { groupBy } from '../group-by'
import type { ItemId } from '../ids'

/** What one student recalls of one item now, 0 … 1; null: has it and was never asked. */
export type StudentRecall = { readonly itemId: ItemId; readonly recall: number | null }

export type ClassRecall = {
  readonly itemId: ItemId
  /** The mean over those who have it, who never was asked counting nothing; null where nobody was. */
  readonly recall: number | null
  /** Students who have it. */
  readonly students: number
}

/**
 * The items by the class's mean recall, the lowest first. What nobody has been asked is not known to be unknown: it comes
 * last, as it stands in the deck.
 */
export function leastKnownFirst(
  items: readonly ItemId[],
  recalls: readonly StudentRecall[],
): ClassRecall[] {
  const byItem = groupBy(recalls, ({ itemId }) => itemId)
  const known = items.map((itemId): ClassRecall => {
    const of = byItem.get(itemId) ?? []
    const isAsked = of.some(({ recall }) => recall !== null)
    const sum = of.reduce((total, { recall }) => total + (recall ?? 0), 0)
    return { itemId, recall: isAsked ? sum / of.length : null, students: of.length }
  })
  // Sorting is stable: equals stay as they stand in the deck.
  return known.sort((a, b) => (a.recall ?? 2) - (b.recall ?? 2))
}
