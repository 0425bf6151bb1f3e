/** How many reviews of a learner are stored. */
import type { LearnerId } from '@/lib/core/ids'
import type { Db } from './client'
import type { Sql } from './sql'

/**
 * Counts reviews that are being stored, and says how many there are with them. Other devices of the learner wait until the
 * transaction ends: each count is met once.
 */
export async function addToTally(db: Sql, learnerId: LearnerId, added: number): Promise<number> {
  const [row] = await db.$queryRaw<{ reviews: number }[]>`
    INSERT INTO review_tally (learner_id, reviews) VALUES (${learnerId}::uuid, ${added}::int)
    ON CONFLICT (learner_id) DO UPDATE SET reviews = review_tally.reviews + excluded.reviews
    RETURNING reviews`
  return row?.reviews ?? added
}

export async function tallyOf(db: Db, learnerId: LearnerId): Promise<number> {
  const row = await db.reviewTally.findUnique({ where: { learnerId } })
  return row?.reviews ?? 0
}
