/** Learners with many cards and a long past, written in bulk: ten million reviews in minutes. */
import type pg from 'pg'
import type { LearnerId } from '@/lib/core/ids'
import { insertLearner, learnerIdOf, seedCards } from './seed'

export interface Size {
  readonly number: number
  readonly cards: number
  /** Cards due today; the rest of those with a memory are due on one of the next 200 days. */
  readonly due: number
  /** Share of the cards that are new. */
  readonly fresh: number
  readonly reviewsPerCard: number
}

export interface Told {
  /** The day that is today, as YYYY-MM-DD. */
  readonly today: string
  /** What the memory of the cards is said to be folded with. */
  readonly foldedWith: string
  readonly say: (line: string) => void
}

const reviewed = ({ cards, fresh }: Size) => cards - Math.round(cards * fresh)

export async function populate(
  client: pg.Client,
  sizes: readonly Size[],
  told: Told,
): Promise<void> {
  for (const size of sizes) {
    const id = await insertLearner(client, size.number)
    await seedCards(client, id, size.cards, size.number)
    await giveMemory(client, id, size, told)
    told.say(`learner ${size.number} has ${size.cards} cards`)
  }
  const restore = await withoutIndexes(client)
  let written = 0
  for (const size of sizes) {
    written += await giveReviews(client, size, told)
    told.say(`${written} reviews written`)
  }
  told.say('building the indexes of the reviews')
  await restore()
  told.say('VACUUM ANALYZE')
  await client.query('VACUUM ANALYZE')
}

/** As if each card had been answered every ten days, up to some days ago. */
async function giveMemory(
  client: pg.Client,
  id: LearnerId,
  size: Size,
  { today, foldedWith }: Told,
): Promise<void> {
  await client.query(
    `UPDATE card SET phase = 'review', stability = 5 + n % 190, difficulty = 1 + n % 10, reps = $3, event_count = $3,
       last_study_day = due - (1 + n % 190)::int, due_day = due, folded_with = $6,
       last_at = (due - (1 + n % 190)::int + time '09:00') AT TIME ZONE 'UTC',
       due_at = (due - (1 + n % 190)::int + time '09:00') AT TIME ZONE 'UTC'
     FROM (
       SELECT id AS card_id, n, CASE WHEN n <= $4 THEN $5::date - (n % 5)::int ELSE $5::date + (1 + n % 200)::int END AS due
       FROM (SELECT id, row_number() OVER (ORDER BY md5(id::text)) AS n FROM card WHERE learner_id = $1) AS c
       WHERE n <= $2
     ) AS past
     WHERE card.learner_id = $1 AND card.id = past.card_id`,
    [id, reviewed(size), size.reviewsPerCard, size.due, today, foldedWith],
  )
}

/** Reviews in one statement for each learner, spread over the years before the card's last day. */
async function giveReviews(client: pg.Client, size: Size, { today }: Told): Promise<number> {
  const { rowCount } = await client.query(
    `INSERT INTO review (learner_id, id, card_id, kind, grade, form, typed, overruled, duration_ms, reviewed_at,
       client_reviewed_at, time_zone, study_day)
     SELECT c.learner_id, ('0000000f-0000-7000-8000-' || lpad(to_hex(row_number() OVER ()), 12, '0'))::uuid, c.id, 'review',
       3, 'typed', 'an answer', false, 4000, at, at, 'Europe/Vienna', at::date
     FROM card c, generate_series(0, c.reps - 1) AS r,
       LATERAL (SELECT (least(c.last_study_day, $2::date - 1) - r * 10 + time '09:00') AT TIME ZONE 'UTC' AS at) AS moment
     WHERE c.learner_id = $1 AND c.phase = 'review'`,
    [learnerIdOf(size.number), today],
  )
  return rowCount ?? 0
}

/** Ten million rows go in several times as fast without their indexes and references, which are then made over the whole. */
async function withoutIndexes(client: pg.Client): Promise<() => Promise<void>> {
  const { rows: constraints } = await client.query<{ name: string; made: string }>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS made FROM pg_constraint
     WHERE conrelid = 'review'::regclass AND contype IN ('p', 'f') ORDER BY contype`,
  )
  for (const { name } of constraints) {
    await client.query(`ALTER TABLE review DROP CONSTRAINT ${client.escapeIdentifier(name)}`)
  }
  const { rows: indexes } = await client.query<{ name: string; made: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS made FROM pg_index
     WHERE indrelid = 'review'::regclass`,
  )
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`)
  return async () => {
    await client.query(`SET maintenance_work_mem = '1GB'`)
    for (const { made } of indexes) await client.query(made)
    for (const { name, made } of constraints) {
      await client.query(
        `ALTER TABLE review ADD CONSTRAINT ${client.escapeIdentifier(name)} ${made}`,
      )
    }
  }
}
