/** What a learner decided on the items that were proposed to them, by the construction that made them. */
import type { ConstructionTally } from '@/lib/core/generate/learned-off'
import type { LearnerId } from '@/lib/core/ids'
import { BY_HAND } from '@/lib/core/items/stored'
import type { Db } from './client'

export type OwnTally = ConstructionTally & {
  /** Of those proposed, how many say something else now than when they were made. */
  readonly edited: number
  /** A question that it made, of those decided the one that was made last. */
  readonly example: string
}

/**
 * Of the learner's own texts: what came with the library or from somebody else was decided by others. An item that was
 * called bad once is bad, also when it was mended or deleted since; one that was taken back is not.
 */
export async function talliesOf(db: Db, learnerId: LearnerId): Promise<OwnTally[]> {
  return db.$queryRaw<OwnTally[]>`
    WITH made AS (
      SELECT i.construction, i.status, i.question, i.created_at, i.revision > 1 AS edited,
        EXISTS (SELECT 1 FROM card c WHERE c.learner_id = i.owner_id AND c.item_id = i.id) AS studied,
        EXISTS (
          SELECT 1 FROM card c JOIN review r ON r.learner_id = c.learner_id AND r.card_id = c.id
          WHERE c.learner_id = i.owner_id AND c.item_id = i.id AND r.kind = 'suspend' AND r.reason <> ''
            AND NOT EXISTS (SELECT 1 FROM review u WHERE u.learner_id = r.learner_id AND u.card_id = r.card_id
              AND u.kind = 'undo' AND u.target_id = r.id)
        ) AS bad
      FROM item i JOIN text t ON t.id = i.text_id
      WHERE i.owner_id = ${learnerId}::uuid AND t.owner_id = i.owner_id AND i.origin_id IS NULL
        AND i.construction <> ${BY_HAND}
    ), judged AS (
      SELECT *, CASE WHEN status = 'rejected' THEN 'rejected' WHEN bad THEN 'bad'
        WHEN status = 'kept' OR (status IN ('retired', 'deleted') AND studied) THEN 'kept' END AS verdict
      FROM made
    )
    SELECT construction, count(*)::int AS proposed, count(*) FILTER (WHERE verdict = 'kept')::int AS kept,
      count(*) FILTER (WHERE verdict = 'rejected')::int AS rejected, count(*) FILTER (WHERE verdict = 'bad')::int AS bad,
      count(*) FILTER (WHERE edited)::int AS edited,
      (array_agg(question ORDER BY verdict IS NULL, created_at DESC, question))[1] AS example
    FROM judged GROUP BY construction ORDER BY count(verdict) DESC, count(*) DESC, construction`
}
