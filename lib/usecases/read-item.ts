import 'server-only'
import { ItemId, type ReviewId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { effectiveEvents } from '@/lib/core/review/effective'
import type { ReviewEvent } from '@/lib/core/review/event'
import type { PassageExcerpt, Rival } from '@/lib/core/session/question'
import { store } from '@/lib/store/client'
import { reviewsOfCards } from '@/lib/store/review'
import { admitId, missing } from './door'
import { excerptsOf } from './excerpt'
import { type ItemView, itemView } from './item-view'
import { rivalsOf } from './rivals'
import { type Original, readOriginal } from './take-over'
import type { Visit } from './visit'

export type ReviewLine = {
  readonly id: ReviewId
  /** Milliseconds since 1970. */
  readonly at: number
  readonly kind: Exclude<ReviewEvent['kind'], 'undo'>
  readonly grade: 1 | 2 | 3 | 4 | null
  readonly form: string | null
  readonly typed: string | null
  /** Which element of a list; '' for the whole. */
  readonly elementKey: string
  readonly undone: boolean
}

export type ItemPage = {
  readonly item: ItemView
  readonly passage: PassageExcerpt | null
  /** The newest first. */
  readonly reviews: readonly ReviewLine[]
  /** It was started over and has not been answered since: that can be taken back. */
  readonly startedOver: boolean
  /** What it is most likely mistaken for, where it keeps slipping and something is known. */
  readonly rival: Rival | null
  /** What the original says, where the learner has worded their copy otherwise. */
  readonly original: Original | null
}

export async function readItem(visit: Visit, itemId: string): Promise<Outcome<ItemPage>> {
  const id = admitId(ItemId, itemId, 'item')
  if (!id.ok) return id
  const item = await itemView(visit, id.value)
  if (!item) return failed('notFound', missing('item'))
  const [excerpts, rivals, original, events] = await Promise.all([
    excerptsOf(visit.learner.id, [item]),
    rivalsOf(visit, [item]),
    readOriginal(visit, item.id),
    reviewsOfCards(
      store(),
      visit.learner.id,
      item.cards.map((c) => c.id),
    ),
  ])
  const reviews = item.cards.flatMap((card) => linesOf(events.get(card.id) ?? [], card.elementKey))
  reviews.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  const startedOver =
    item.cards.every((card) => card.state.memory.phase === 'new') &&
    reviews.some((line) => line.kind === 'reset' && !line.undone)
  const passage = excerpts.get(item.id) ?? null
  const rival = rivals.get(item.id) ?? null
  return done({ item, passage, reviews, startedOver, rival, original })
}

function linesOf(events: readonly ReviewEvent[], elementKey: string): ReviewLine[] {
  const effective = new Set(effectiveEvents(events).map((e) => e.id))
  return events.flatMap((e) => {
    if (e.kind === 'undo') return []
    const asked =
      e.kind === 'review'
        ? { grade: e.grade, form: e.form, typed: e.typed }
        : { grade: null, form: null, typed: null }
    return [
      { id: e.id, at: e.at, kind: e.kind, ...asked, elementKey, undone: !effective.has(e.id) },
    ]
  })
}
