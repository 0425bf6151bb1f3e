/** Several items at once: into the trash and back, from deck to deck, out of the questions and back in. */
import 'server-only'
import { DeckId, ItemId, ReviewId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import type { ReviewEvent } from '@/lib/core/review/event'
import { MAX_REASON } from '@/lib/core/review/limits'
import { cardsOfItems, lockCards } from '@/lib/store/card'
import { inTransaction } from '@/lib/store/client'
import { addToDeck, findDeck, removeFromDeck } from '@/lib/store/deck'
import { changeStatus, findItems, retireOutdated } from '@/lib/store/item'
import { lockLearner } from '@/lib/store/learner'
import { appendReviews } from '@/lib/store/review'
import { admit, admitId, manyIds, missing, words } from './door'
import { currentLearner, foldCards } from './fold-cards'
import { makeCards } from './make-cards'
import { newId } from './new-id'
import { passOn } from './pass-on'
import type { Visit } from './visit'

type Changed = Outcome<{ changed: number }>

/** Into the trash. Cards and reviews stay, so that restoring loses nothing. */
export async function deleteItems(visit: Visit, input: { itemIds: string[] }): Promise<Changed> {
  const ids = admit(manyIds(ItemId), input.itemIds)
  if (!ids.ok) return ids
  return inTransaction(async (db) => {
    await lockLearner(db, visit.learner.id)
    const from = ['proposed', 'kept', 'rejected', 'retired'] as const
    const deleted = await changeStatus(db, visit.learner.id, ids.value, from, 'deleted')
    await passOn(db, deleted, visit.now)
    return done({ changed: deleted.length })
  })
}

/** Out of the trash, into the decks they were in. */
export async function restoreItems(visit: Visit, input: { itemIds: string[] }): Promise<Changed> {
  const ids = admit(manyIds(ItemId), input.itemIds)
  if (!ids.ok) return ids
  const ownerId = visit.learner.id
  return inTransaction(async (db) => {
    await lockLearner(db, ownerId)
    const items = await findItems(db, ownerId, { ids: ids.value, status: ['deleted'] })
    // What was in no deck was a proposal when it was deleted, and is one again.
    const kept = items.filter((item) => item.decks.length > 0)
    const rest = items.filter((item) => item.decks.length === 0)
    await changeStatus(db, ownerId, idsOf(kept), ['deleted'], 'kept')
    await changeStatus(db, ownerId, idsOf(rest), ['deleted'], 'proposed')
    await retireOutdated(db, ownerId, idsOf(items))
    await makeCards(db, ownerId, kept)
    await passOn(db, idsOf(kept), visit.now)
    return done({ changed: items.length })
  })
}

const idsOf = (items: readonly { id: ItemId }[]) => items.map((item) => item.id)

/** From one deck into another. */
export async function moveItems(
  visit: Visit,
  input: { itemIds: string[]; from: string; to: string },
): Promise<Changed> {
  const ids = admit(manyIds(ItemId), input.itemIds)
  if (!ids.ok) return ids
  const from = admitId(DeckId, input.from, 'deck')
  if (!from.ok) return from
  const to = admitId(DeckId, input.to, 'deck')
  if (!to.ok) return to
  if (from.value === to.value) return done({ changed: 0 })
  const ownerId = visit.learner.id
  return inTransaction(async (db) => {
    await lockLearner(db, ownerId)
    for (const id of [from.value, to.value]) {
      if (!(await findDeck(db, ownerId, id))) return failed('notFound', missing('deck'))
    }
    const items = await findItems(db, ownerId, { ids: ids.value, deckId: from.value })
    const found = idsOf(items)
    await addToDeck(db, ownerId, to.value, found)
    await removeFromDeck(db, ownerId, from.value, found)
    await passOn(db, found, visit.now)
    return done({ changed: found.length })
  })
}

/** No longer asked until resumed; why is kept. */
export async function suspendItems(
  visit: Visit,
  input: { itemIds: string[]; reason: string },
): Promise<Changed> {
  const reason = admit(
    words().max(MAX_REASON, 'The reason has at most 2,000 characters.'),
    input.reason,
  )
  if (!reason.ok) return reason
  return recordForItems(visit, input.itemIds, { kind: 'suspend', reason: reason.value })
}

export async function resumeItems(visit: Visit, input: { itemIds: string[] }): Promise<Changed> {
  return recordForItems(visit, input.itemIds, { kind: 'resume' })
}

/** Records the same event for every card of the items, and folds them. */
async function recordForItems(
  visit: Visit,
  itemIds: string[],
  what: { kind: 'suspend'; reason: string } | { kind: 'resume' },
): Promise<Changed> {
  const ids = admit(manyIds(ItemId), itemIds)
  if (!ids.ok) return ids
  return inTransaction(async (db) => {
    const cards = await cardsOfItems(db, visit.learner.id, ids.value)
    const wanted = cards.filter((c) => (c.state.suspended !== null) !== (what.kind === 'suspend'))
    const locked = await lockCards(
      db,
      visit.learner.id,
      wanted.map((c) => c.id),
    )
    await appendReviews(
      db,
      visit.learner.id,
      locked.ids.map((cardId) => ({ event: eventOf(visit, cardId, what), ...said(visit) })),
    )
    const learner = await currentLearner(db, visit.learner, locked)
    await foldCards(db, learner, locked.ids)
    return done({ changed: new Set(wanted.map((c) => c.itemId)).size })
  })
}

const said = (visit: Visit) => ({ clientReviewedAt: new Date(visit.now), timeZone: visit.timeZone })

function eventOf(
  visit: Visit,
  cardId: ReviewEvent['cardId'],
  what: { kind: 'suspend'; reason: string } | { kind: 'resume' },
): ReviewEvent {
  return { ...what, id: ReviewId.parse(newId()), cardId, at: visit.now, studyDay: visit.studyDay }
}
