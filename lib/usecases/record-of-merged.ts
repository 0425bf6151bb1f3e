/**
 * What still comes in the name of a learner who has become part of the visitor: from a page that was open, or from a device
 * that was offline. It is the visitor's now, on the cards that theirs have become.
 */
import 'server-only'
import { z } from 'zod'
import { CardId, ItemId, LearnerId, ReviewId } from '@/lib/core/ids'
import type { Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { cardAliases, itemAliases, mergedInto } from '@/lib/store/merge'
import { clashId } from '@/lib/store/merge-log'
import { cardsOfReviews } from '@/lib/store/review'
import { MAX_EVENTS, type ReviewResult, recordReviews } from './record-reviews'
import type { Visit } from './visit'

/** As much of an event as its names are; what is none of these is judged by the door of all reviews. */
const Names = z.looseObject({ id: ReviewId, cardId: CardId, targetId: ReviewId.optional() })
type Names = z.infer<typeof Names>

/** Whether this learner has become part of the visitor. */
export async function isMergedInto(visit: Visit, learnerId: string): Promise<boolean> {
  const id = LearnerId.safeParse(learnerId)
  return id.success && (await mergedInto(store(), id.data)) === visit.learner.id
}

/** For a learner who has become part of the visitor. The answers are told by the names they came with. */
export async function recordOfMerged(
  visit: Visit,
  from: LearnerId,
  events: readonly unknown[],
): Promise<Outcome<{ results: ReviewResult[] }>> {
  if (events.length > MAX_EVENTS) return recordReviews(visit, events)
  const named = events.map((event) => Names.safeParse(event).data ?? null)
  const known = named.filter((event): event is Names => event !== null)
  const rename = await namesNow(visit, from, known)
  const outcome = await recordReviews(
    visit,
    events.map((event, n) => {
      const names = named[n]
      return names ? rename(names) : event
    }),
  )
  if (!outcome.ok) return outcome
  const results = outcome.value.results.map((result, n) => calledAsSent(result, named[n] ?? null))
  return { ok: true, value: { results } }
}

function calledAsSent(result: ReviewResult, sent: Names | null): ReviewResult {
  if (!sent) return result
  if (result.status === 'refused') return { ...result, id: sent.id }
  return { ...result, id: sent.id, card: { ...result.card, id: sent.cardId } }
}

/** Cards are called as they are now; an event whose id the visitor's log has for something else, as the merge would. */
async function namesNow(
  visit: Visit,
  from: LearnerId,
  events: readonly Names[],
): Promise<(event: Names) => Names> {
  const into = visit.learner.id
  const cards = await cardAliases(
    store(),
    into,
    events.map((event) => event.cardId),
  )
  const cardOf = (event: Names): CardId => cards.get(event.cardId) ?? event.cardId
  const called = [
    ...new Set(events.flatMap(({ id, targetId }) => (targetId ? [id, targetId] : [id]))),
  ]
  const other = (id: ReviewId): ReviewId => ReviewId.parse(clashId(id, from))
  const stored = await cardsOfReviews(store(), into, [...called, ...called.map(other)])
  const clashing = new Set(
    events.flatMap((event) => {
      const storedFor = stored.get(event.id)
      return storedFor !== undefined && storedFor !== cardOf(event) ? [event.id] : []
    }),
  )
  const idNow = (id: ReviewId): ReviewId =>
    stored.has(other(id)) || clashing.has(id) ? other(id) : id
  return (event) => ({
    ...event,
    id: idNow(event.id),
    cardId: cardOf(event),
    ...(event.targetId && { targetId: idNow(event.targetId) }),
  })
}

const Given = z.looseObject({ given: z.array(z.string()).max(60) })

/** What was done in a sitting, where an answer names items: by what they are called now. */
export async function sittingOfMerged(
  visit: Visit,
  events: readonly unknown[],
): Promise<unknown[]> {
  const given = events.map((event) => Given.safeParse(event).data ?? null)
  const ids = given.flatMap((event) => event?.given ?? []).filter((words) => isItemId(words))
  const items = await itemAliases(store(), visit.learner.id, [...new Set(ids)])
  return events.map((event, n) => {
    const answer = given[n]
    return answer
      ? { ...answer, given: answer.given.map((words) => items.get(words) ?? words) }
      : event
  })
}

const isItemId = (words: string): boolean => ItemId.safeParse(words).success
