import 'server-only'
import { z } from 'zod'
import { groupBy } from '@/lib/core/group-by'
import { ItemId } from '@/lib/core/ids'
import type { ItemStatus } from '@/lib/core/items/stored'
import { done, type Outcome } from '@/lib/core/outcome'
import { inTransaction } from '@/lib/store/client'
import { removeFromDecks } from '@/lib/store/deck'
import { changeStatus, findItems, retireOutdated } from '@/lib/store/item'
import { lockLearner } from '@/lib/store/learner'
import { admit, manyIds } from './door'
import { keepInDeck } from './give-text'
import { passOn } from './pass-on'
import type { Visit } from './visit'

const Decision = z.enum(['keep', 'reject', 'propose'])

/** What each decision makes of an item, and which states it can be made in. */
const MEANING: Record<z.infer<typeof Decision>, { from: ItemStatus[]; to: ItemStatus }> = {
  keep: { from: ['proposed', 'rejected'], to: 'kept' },
  reject: { from: ['proposed', 'kept'], to: 'rejected' },
  propose: { from: ['kept', 'rejected'], to: 'proposed' },
}

/**
 * Decides on proposed items. Keeping puts them into the deck of their text and makes their cards; 'propose' takes a
 * decision back. Deciding the same again changes nothing. What the text no longer says is retired instead.
 */
export async function decideItems(
  visit: Visit,
  input: { itemIds: string[]; decision: string },
): Promise<Outcome<{ changed: number }>> {
  const ids = admit(manyIds(ItemId), input.itemIds)
  if (!ids.ok) return ids
  const decision = admit(Decision, input.decision)
  if (!decision.ok) return decision
  const { from, to } = MEANING[decision.value]
  const ownerId = visit.learner.id
  return inTransaction(async (db) => {
    await lockLearner(db, ownerId)
    // What was written without a text was never a proposal, and has no other deck to go back to.
    const changed = await changeStatus(db, ownerId, ids.value, from, to, { ofTexts: true })
    if (to !== 'kept') await removeFromDecks(db, ownerId, changed)
    else {
      const items = await findItems(db, ownerId, { ids: changed })
      for (const [id, some] of groupBy(items, (item) => item.textId)) {
        if (id) await keepInDeck(db, ownerId, { id, title: some[0]?.textTitle ?? '' }, some)
      }
    }
    await retireOutdated(db, ownerId, changed)
    await passOn(db, changed, visit.now)
    return done({ changed: changed.length })
  })
}
