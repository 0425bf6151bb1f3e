/** A memory begun anew: the item is as one that was never answered, its history stays, and it can be taken back. */
import 'server-only'
import { type CardId, ItemId, ReviewId } from '@/lib/core/ids'
import type { Learner } from '@/lib/core/learner'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { effectiveEvents } from '@/lib/core/review/effective'
import type { ReviewEvent } from '@/lib/core/review/event'
import { cardsOfItems, lockCards } from '@/lib/store/card'
import { type Db, inTransaction } from '@/lib/store/client'
import { appendReviews, reviewsOfCards } from '@/lib/store/review'
import { admitId, missing } from './door'
import { currentLearner, foldCards } from './fold-cards'
import { newId } from './new-id'
import type { Visit } from './visit'

type Changed = Outcome<{ changed: number }>

export async function startOver(visit: Visit, input: { itemId: string }): Promise<Changed> {
  return recordForCards(visit, input.itemId, async (db, cards, learner) => {
    const states = await foldCards(db, learner, cards)
    return cards
      .filter((id) => states.get(id)?.memory.phase !== 'new')
      .map((cardId) => ({ ...stamp(visit), cardId, kind: 'reset' }))
  })
}

/** The memory as it was; only until the item is answered again, since two memories of it would be one too many. */
export async function takeBackStartOver(visit: Visit, input: { itemId: string }): Promise<Changed> {
  return recordForCards(visit, input.itemId, async (db, cards) => {
    const events = await reviewsOfCards(db, visit.learner.id, cards)
    return cards.flatMap((cardId): ReviewEvent[] => {
      const last = effectiveEvents(events.get(cardId) ?? []).findLast(isOfMemory)
      return last?.kind === 'reset'
        ? [{ ...stamp(visit), cardId, kind: 'undo', targetId: last.id }]
        : []
    })
  })
}

const isOfMemory = ({ kind }: ReviewEvent) => kind === 'review' || kind === 'reset'

/** Appends what `decide` makes of the item's cards, locked until all is folded. */
async function recordForCards(
  visit: Visit,
  itemId: string,
  decide: (db: Db, cards: readonly CardId[], learner: Learner) => Promise<ReviewEvent[]>,
): Promise<Changed> {
  const id = admitId(ItemId, itemId, 'item')
  if (!id.ok) return id
  const learnerId = visit.learner.id
  return inTransaction(async (db) => {
    const found = await cardsOfItems(db, learnerId, [id.value])
    if (found.length === 0) return failed('notFound', missing('item'))
    const locked = await lockCards(
      db,
      learnerId,
      found.map((card) => card.id),
    )
    const learner = await currentLearner(db, visit.learner, locked)
    const events = await decide(db, locked.ids, learner)
    const said = { clientReviewedAt: new Date(visit.now), timeZone: visit.timeZone }
    await appendReviews(
      db,
      learnerId,
      events.map((event) => ({ event, ...said })),
    )
    await foldCards(db, learner, locked.ids)
    return done({ changed: events.length })
  })
}

const stamp = (visit: Visit) => ({
  id: ReviewId.parse(newId()),
  at: visit.now,
  studyDay: visit.studyDay,
})
