import 'server-only'
import { z } from 'zod'
import { LearnerId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { inTransaction, store } from '@/lib/store/client'
import { eraseLearner as eraseRows, type Holdings, holdingsOf } from '@/lib/store/erasure'
import { findLearner } from '@/lib/store/learner'
import { mergedInto } from '@/lib/store/merge'
import { admit } from './door'
import { leaveDecks } from './leave-decks'
import { MAX_EVENTS, type ReviewResult } from './record-reviews'
import type { Visit } from './visit'

export type { Holdings }

/** What has to be typed, so that nobody erases everything by a slip. */
const WORD = 'delete'

const Confirmed = z.object({
  word: z
    .string()
    .trim()
    .toLowerCase()
    .refine((word) => word === WORD, `Nothing was deleted. Type the word “${WORD}” to confirm.`),
})

/** What would go. */
export const readHoldings = (visit: Visit): Promise<Holdings> =>
  holdingsOf(store(), visit.learner.id)

/** Takes away the learner and everything of theirs, at once and for good. The library stays, and so do all others. */
export async function eraseLearner(visit: Visit, input: unknown): Promise<Outcome<null>> {
  const confirmed = admit(Confirmed, input)
  if (!confirmed.ok) return confirmed
  await inTransaction(async (db) => {
    await leaveDecks(db, visit.learner.id, visit.now)
    await eraseRows(db, visit.learner.id)
  })
  return done(null)
}

/**
 * Answers that waited on a device for a learner who is no more: each is refused with the reason, so that they do not wait
 * for ever. null where there is such a learner, or one that they have become part of.
 */
export async function refuseOfErased(
  learnerId: string,
  events: readonly unknown[],
): Promise<Outcome<{ results: ReviewResult[] }> | null> {
  const id = LearnerId.safeParse(learnerId)
  if (id.success) {
    // Who has become part of another one is not gone: what is theirs waits for that one to be signed in.
    if (await findLearner(store(), id.data)) return null
    if (await mergedInto(store(), id.data)) return null
  }
  if (events.length > MAX_EVENTS)
    return failed('tooLarge', `A batch holds at most ${MAX_EVENTS} events.`)
  const reason = 'whoever gave this answer has deleted everything of theirs, and it was not stored'
  return done({
    results: events.map((event) => ({ id: idOf(event), status: 'refused' as const, reason })),
  })
}

const idOf = (event: unknown): string =>
  z.object({ id: z.string().max(100) }).safeParse(event).data?.id ?? ''
