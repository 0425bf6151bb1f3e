import 'server-only'
import type { LearnerId } from '@/lib/core/ids'
import { cardKeys, type StoredItem } from '@/lib/core/items/stored'
import { ensureCards } from '@/lib/store/card'
import type { Db } from '@/lib/store/client'
import { newId } from './new-id'

/** Makes the cards that the items need and do not have: one for each, or one for each element of a list. */
export const makeCards = (
  db: Db,
  learnerId: LearnerId,
  items: readonly Pick<StoredItem, 'id' | 'elements'>[],
): Promise<void> =>
  ensureCards(
    db,
    learnerId,
    items.flatMap((item) => cardKeys(item).map((elementKey) => ({ itemId: item.id, elementKey }))),
    newId,
  )
