/** Cards and reviews of one learner become another's: nothing of a review is changed but whose it is, and what it names. */
import { v5 } from 'uuid'
import { CardId, type LearnerId } from '@/lib/core/ids'
import type { Db } from './client'
import { Prisma } from './generated/client'
import { type Renaming, renamings } from './merge'

/** A review whose id the other learner's log has for something else; the same id each time it is asked. */
export const clashId = (id: string, from: LearnerId): string => v5(id, from)

/**
 * What the optimiser found for `from`, after what it found for `into`; answers how much further the numbers are. The
 * reviews that name them name them by those.
 */
export async function moveParameters(db: Db, from: LearnerId, into: LearnerId): Promise<number> {
  const last = await db.learnerParameters.aggregate({
    where: { learnerId: into },
    _max: { number: true },
  })
  const shift = last._max.number ?? 0
  await db.$executeRaw`
    INSERT INTO learner_parameters (learner_id, number, occasion, outcome, reviews, weights, trained_on, trained_until,
      held_back, loss_own, loss_in_use, compared_with, made_at)
    SELECT ${into}::uuid, number + ${shift}::int, 'merged-' || ${from}::text || '-' || occasion, outcome, reviews, weights,
      trained_on, trained_until, held_back, loss_own, loss_in_use, compared_with + ${shift}::int, made_at
    FROM learner_parameters WHERE learner_id = ${from}::uuid`
  return shift
}

/** Makes the cards that `into` does not have; answers what each of `from`'s is called there, where that is another name. */
export async function moveCards(
  db: Db,
  from: LearnerId,
  into: LearnerId,
  items: Renaming,
): Promise<Renaming> {
  await db.$executeRaw`
    INSERT INTO card (learner_id, id, item_id, element_key)
    SELECT ${into}::uuid, CASE WHEN EXISTS (SELECT 1 FROM card k WHERE k.learner_id = ${into}::uuid AND k.id = c.id)
      THEN gen_random_uuid() ELSE c.id END, coalesce(r.new, c.item_id), c.element_key
    FROM card c LEFT JOIN ${renamings(items)} AS r (old, new) ON r.old = c.item_id
    WHERE c.learner_id = ${from}::uuid ORDER BY c.id
    ON CONFLICT (learner_id, item_id, element_key) DO NOTHING`
  const rows = await db.$queryRaw<{ old: string; new: string }[]>`
    SELECT c.id::text AS old, k.id::text AS new
    FROM card c LEFT JOIN ${renamings(items)} AS r (old, new) ON r.old = c.item_id
    JOIN card k ON k.learner_id = ${into}::uuid AND k.item_id = coalesce(r.new, c.item_id) AND k.element_key = c.element_key
    WHERE c.learner_id = ${from}::uuid AND k.id <> c.id`
  return new Map(rows.map((row) => [row.old, row.new]))
}

type Appended = {
  /** Answers, those that were taken back too. */
  readonly answers: number
  /** The cards that have more events than before. */
  readonly cardIds: readonly CardId[]
  /** Reviews that bear another id now. */
  readonly clashes: Renaming
}

/** Appends `from`'s whole log to `into`'s, with ids, times and study days as they were. */
export async function moveReviews(
  db: Db,
  from: LearnerId,
  into: LearnerId,
  names: { readonly cards: Renaming; readonly parameters: number },
): Promise<Appended> {
  const clashes = await clashesOf(db, from, into, names.cards)
  const rows = await db.$queryRaw<{ cardId: string; answers: number }[]>`
    WITH added AS (
      INSERT INTO review (learner_id, id, card_id, kind, grade, form, typed, overruled, duration_ms, target_id, reason,
        due_day, reviewed_at, client_reviewed_at, time_zone, study_day, scheduled_with, stored_at)
      SELECT ${into}::uuid, coalesce(own.new, r.id), coalesce(c.new, r.card_id), r.kind, r.grade, r.form, r.typed,
        r.overruled, r.duration_ms, coalesce(target.new, r.target_id), r.reason, r.due_day, r.reviewed_at,
        r.client_reviewed_at, r.time_zone, r.study_day, ${scheduledWith(names.parameters)}, r.stored_at
      FROM review r JOIN learner l ON l.id = r.learner_id
      CROSS JOIN LATERAL (SELECT ${nameOfDueDay} AS name) said
      LEFT JOIN ${renamings(names.cards)} AS c (old, new) ON c.old = r.card_id
      LEFT JOIN ${renamings(clashes)} AS own (old, new) ON own.old = r.id
      LEFT JOIN ${renamings(clashes)} AS target (old, new) ON target.old = r.target_id
      WHERE r.learner_id = ${from}::uuid
      ON CONFLICT (learner_id, id) DO NOTHING RETURNING card_id, kind
    )
    SELECT card_id::text AS "cardId", count(*) FILTER (WHERE kind = 'review')::int AS answers FROM added GROUP BY card_id`
  return {
    answers: rows.reduce((sum, row) => sum + row.answers, 0),
    cardIds: rows.map((row) => CardId.parse(row.cardId)),
    clashes,
  }
}

/**
 * What the due day after a review was set with, as lib/core/memory/scheduled-with.ts says it: all days may have been set
 * anew since, and those from before names were kept were set with the usual weights.
 */
const nameOfDueDay = Prisma.sql`CASE WHEN r.kind = 'review' THEN CASE WHEN r.reviewed_at <= l.rescheduled_at
  THEN l.rescheduled_with ELSE coalesce(r.scheduled_with, 'usual/' || l.desired_retention) END END`

/** Days that are set stay: a review keeps the name of what its day was set with, by the number that this has now. */
const scheduledWith = (shift: number): Prisma.Sql => Prisma.sql`
  CASE WHEN said.name ~ '^own-[0-9]{1,6}/'
    THEN 'own-' || (split_part(substr(said.name, 5), '/', 1)::int + ${shift}::int) || '/' || split_part(said.name, '/', 2)
    ELSE said.name END`

/**
 * Reviews of `from`'s whose ids `into` has for something else, with the ids that they get. One that is the very same was
 * stored for both, and is there once.
 */
async function clashesOf(
  db: Db,
  from: LearnerId,
  into: LearnerId,
  cards: Renaming,
): Promise<Renaming> {
  const both = await db.$queryRaw<{ id: string; targetId: string | null; same: boolean }[]>`
    SELECT f.id::text AS id, f.target_id::text AS "targetId",
      (f.kind, f.grade, f.form, f.typed, f.overruled, f.duration_ms, f.target_id, f.reason, f.reviewed_at)
        IS NOT DISTINCT FROM (i.kind, i.grade, i.form, i.typed, i.overruled, i.duration_ms, i.target_id, i.reason, i.reviewed_at)
      AND i.card_id = coalesce(c.new, f.card_id) AS same
    FROM review f JOIN review i ON i.learner_id = ${into}::uuid AND i.id = f.id
    LEFT JOIN ${renamings(cards)} AS c (old, new) ON c.old = f.card_id
    WHERE f.learner_id = ${from}::uuid`
  const clashes = new Map<string, string>()
  const isClash = ({ id, targetId, same }: (typeof both)[number]) =>
    !clashes.has(id) && (!same || (targetId !== null && clashes.has(targetId)))
  // What takes back something that is called otherwise now is no longer the same either.
  for (let found = both.filter(isClash); found.length > 0; found = both.filter(isClash))
    for (const { id } of found) clashes.set(id, clashId(id, from))
  return clashes
}

/** Answers in a room name the review of the same id: the one that it bears now. */
export async function renameRoomReviews(db: Db, from: LearnerId, clashes: Renaming): Promise<void> {
  for (const [old, id] of clashes) {
    await db.roomAnswer.updateMany({
      where: { reviewId: old, member: { learnerId: from } },
      data: { reviewId: id },
    })
  }
}
