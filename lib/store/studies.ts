/** What a learner studies, as a forecast needs it: a sample of the memories, the items to come, the time that answers take. */
import type { LearnerId } from '@/lib/core/ids'
import type { PresentCard } from '@/lib/core/stats/forecast-retention'
import { toStudyDay } from '@/lib/core/time/study-day'
import type { Db } from './client'
import { Prisma } from './generated/client'
import { IS_LIVE } from './queue'

const ASKED = Prisma.sql`FROM card c JOIN item i ON i.id = c.item_id AND i.status = 'kept' AND ${IS_LIVE}`
const CARDS_OF_ITEM = Prisma.sql`CASE WHEN i.kind = 'list' THEN jsonb_array_length(i.elements) ELSE 1 END`

type PresentRow = {
  phase: PresentCard['memory']['phase']
  step: number
  stability: number
  difficulty: number
  reps: number
  lapses: number
  lastDay: number
  dueDay: number
  ofItem: number
  total: number
}

/** At most `most` of the cards that have a memory and are not suspended, spread evenly over their due days. */
export async function samplePresent(
  db: Db,
  learnerId: LearnerId,
  most: number,
): Promise<{ cards: PresentCard[]; total: number }> {
  const rows = await db.$queryRaw<PresentRow[]>`
    WITH present AS (
      SELECT c.phase, c.step, c.stability, c.difficulty, c.reps, c.lapses,
        c.last_study_day - '1970-01-01'::date AS "lastDay", c.due_day - '1970-01-01'::date AS "dueDay",
        ${CARDS_OF_ITEM} AS "ofItem", count(*) OVER () AS total,
        row_number() OVER (ORDER BY c.due_day, c.id) AS place
      ${ASKED} WHERE c.learner_id = ${learnerId}::uuid AND c.phase <> 'new' AND NOT c.suspended
    )
    SELECT phase, step, stability, difficulty, reps, lapses, "lastDay", "dueDay", "ofItem", total::int AS total
    FROM present WHERE total <= ${most}::int OR place * ${most}::int / total <> (place - 1) * ${most}::int / total
    ORDER BY place`
  const cards = rows.map(({ lastDay, dueDay, ofItem, total: _, ...memory }) => ({
    memory: {
      ...memory,
      lastStudyDay: toStudyDay(lastDay),
      dueDay: toStudyDay(dueDay),
      lastAt: 0,
      dueAt: 0,
    },
    share: 1 / ofItem,
  }))
  return { cards, total: rows[0]?.total ?? 0 }
}

/** Items of live decks that were never answered, and how many cards they have. */
export async function newStudies(
  db: Db,
  learnerId: LearnerId,
): Promise<{ items: number; cards: number }> {
  const [row] = await db.$queryRaw<{ items: number; cards: number }[]>`
    SELECT count(DISTINCT c.item_id)::int AS items, count(*)::int AS cards
    ${ASKED} WHERE c.learner_id = ${learnerId}::uuid AND c.phase = 'new' AND NOT c.suspended
      AND EXISTS (SELECT 1 FROM deck_item di JOIN deck d ON d.id = di.deck_id AND d.archived_at IS NULL AND d.studied WHERE di.item_id = i.id)`
  return row ?? { items: 0, cards: 0 }
}

/** Seconds that the latest answers took, at most `latest` of them; null where there was none of the kind. */
export async function answerSeconds(
  db: Db,
  learnerId: LearnerId,
  latest: number,
): Promise<{ answers: number; recalled: number | null; forgotten: number | null }> {
  const [row] = await db.$queryRaw<
    { answers: number; recalled: number | null; forgotten: number | null }[]
  >`
    SELECT count(*)::int AS answers, (avg(duration_ms) FILTER (WHERE grade > 1) / 1000)::float8 AS recalled,
      (avg(duration_ms) FILTER (WHERE grade = 1) / 1000)::float8 AS forgotten
    FROM (
      SELECT grade, duration_ms FROM review WHERE learner_id = ${learnerId}::uuid AND kind = 'review'
      ORDER BY study_day DESC LIMIT ${latest}::int
    ) AS late`
  return row ?? { answers: 0, recalled: null, forgotten: null }
}

/** For each item with cards on the schedule: these cards, and the days they are due on. */
export async function scheduledCards(
  db: Db,
  learnerId: LearnerId,
): Promise<{ id: string; itemId: string; dueDay: number }[]> {
  return db.$queryRaw`
    SELECT c.id::text AS id, c.item_id::text AS "itemId", c.due_day - '1970-01-01'::date AS "dueDay"
    ${ASKED} WHERE c.learner_id = ${learnerId}::uuid AND c.phase = 'review' AND NOT c.suspended ORDER BY c.id`
}
