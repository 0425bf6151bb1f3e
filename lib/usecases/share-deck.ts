import 'server-only'
import { DeckId, ShareId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { inTransaction, store } from '@/lib/store/client'
import { findDeck } from '@/lib/store/deck'
import { lockLearner } from '@/lib/store/learner'
import { endShares, insertShare, renameShare, shareOfDeck } from '@/lib/store/share'
import { admit, admitId, missing, words } from './door'
import { newId } from './new-id'
import { shareToken } from './share-link'
import type { Visit } from './visit'

const SharedAs = words()
  .min(1, 'Say by which name you want to be shown.')
  .max(100, 'A name has at most 100 characters.')

export type SharedDeck = { readonly token: string; readonly name: string }

/** The link of the visitor's deck, if it is shared. */
export async function readShare(
  visit: Visit,
  deckId: DeckId,
  secret: string,
): Promise<SharedDeck | null> {
  const share = await shareOfDeck(store(), visit.learner.id, deckId)
  return share && { token: shareToken(share.id, secret), name: share.name }
}

/** Offers a deck by link, under a name that its owner chooses; a deck that is shared keeps its link. */
export async function shareDeck(
  visit: Visit,
  input: { deckId: string; name: string },
  secret: string,
): Promise<Outcome<SharedDeck>> {
  const deckId = admitId(DeckId, input.deckId, 'deck')
  if (!deckId.ok) return deckId
  const name = admit(SharedAs, input.name)
  if (!name.ok) return name
  const ownerId = visit.learner.id
  return inTransaction(async (db) => {
    await lockLearner(db, ownerId)
    if (!(await findDeck(db, ownerId, deckId.value))) return failed('notFound', missing('deck'))
    const known = await shareOfDeck(db, ownerId, deckId.value)
    const id = known?.id ?? ShareId.parse(newId())
    if (known) await renameShare(db, id, name.value)
    else await insertShare(db, { id, ownerId, deckId: deckId.value, name: name.value })
    return done({ token: shareToken(id, secret), name: name.value })
  })
}

/** The link opens nothing any more. What was copied stays with those who copied it. */
export async function endShare(
  visit: Visit,
  input: { deckId: string },
): Promise<Outcome<{ ended: true }>> {
  const deckId = admitId(DeckId, input.deckId, 'deck')
  if (!deckId.ok) return deckId
  if (!(await findDeck(store(), visit.learner.id, deckId.value)))
    return failed('notFound', missing('deck'))
  await endShares(store(), visit.learner.id, deckId.value, visit.now)
  return done({ ended: true })
}
