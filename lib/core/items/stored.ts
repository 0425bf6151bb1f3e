/** An item as somebody keeps it: its content, where it came from and what has been decided about it. */
import { z } from 'zod'
import type { DeckId, ItemId, TextId } from '../ids'
import type { ItemContent } from './item'

/** proposed: not looked at yet; retired: its evidence is gone from the text; deleted: in the trash. */
export const ItemStatus = z.enum(['proposed', 'kept', 'rejected', 'retired', 'deleted'])
export type ItemStatus = z.infer<typeof ItemStatus>

/** The construction of items written by hand. */
export const BY_HAND = 'own'

export type StoredItem = ItemContent & {
  readonly id: ItemId
  readonly textId: TextId | null
  readonly textTitle: string | null
  /** As BCP 47 writes it; '' where it is not known. */
  readonly textLanguage: string
  readonly status: ItemStatus
  readonly key: string
  readonly construction: string
  readonly confidence: number
  readonly decks: readonly {
    readonly id: DeckId
    readonly name: string
    readonly archived: boolean
  }[]
  /** ISO instant of the last change. */
  readonly updatedAt: string
}

/** The keys of the cards that train an item: one for the whole, or one for each element of a list. */
export function cardKeys(content: Pick<ItemContent, 'elements'>): readonly string[] {
  return content.elements.length === 0 ? [''] : content.elements.map((e) => e.key)
}
