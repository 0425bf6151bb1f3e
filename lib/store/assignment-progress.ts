/** What students remember of what is assigned to them, card by card, as goals and pace are counted from. */
import type { AssignedCard } from '@/lib/core/class/progress'
import { daysRecalled } from '@/lib/core/class/progress'
import { AssignmentId, CardId, ItemId, LearnerId, TextId } from '@/lib/core/ids'
import { type StudyDay, toStudyDay } from '@/lib/core/time/study-day'
import { ASSIGNED_ITEMS } from './assignment'
import type { Db } from './client'
import { Prisma } from './generated/client'
import { IS_LIVE } from './queue'
import { reviewsOfCards } from './review'

/** An item of an assignment as one student has it. */
export type StudentItem = {
  readonly assignmentId: AssignmentId
  readonly learnerId: LearnerId
  /** The teacher's. */
  readonly originId: ItemId
  /** The student's own; null where they have it no more. */
  readonly itemId: ItemId | null
  /** The heading it stands under. */
  readonly section: string
  /** Where its text says it; null for an item without a text. */
  readonly place: { readonly textId: TextId; readonly start: number; readonly end: number } | null
  readonly cards: readonly StudentCard[]
}

export type StudentCard = AssignedCard & {
  readonly id: CardId
  readonly dueDay: StudyDay | null
  readonly live: boolean
  readonly suspended: boolean
  readonly buriedOn: StudyDay | null
}

type Row = {
  assignmentId: string
  learnerId: string
  originId: string
  itemId: string | null
  section: string
  textId: string | null
  start: number | null
  end: number | null
  cards: RawCard[] | null
}

/** id, phase, stability, last study day, due day, live, suspended, buried on, days recalled, whether that is to be folded */
type RawCard = [
  string,
  'new' | 'learning' | 'relearning' | 'review',
  number | null,
  number | null,
  number | null,
  boolean,
  boolean,
  number | null,
  number,
  boolean,
]

/** What the student of the delivery `d` has of the item `o`: a copy of it or, as copying leaves it, the same item of the same text. */
export const HELD_ITEM = Prisma.sql`
  LATERAL (
    SELECT i.id FROM item i WHERE i.owner_id = d.learner_id AND i.status = 'kept'
      AND (i.origin_id = o.id OR (i.text_id = o.text_id AND i.key = o.key))
    ORDER BY (i.origin_id = o.id) DESC NULLS LAST, i.id LIMIT 1
  )`

/**
 * By assignment and student, in the order of the texts; of everybody it has reached, or of one student. The days on
 * which a card was recalled are counted in SQL, but where something was taken back or started over: there the events tell.
 */
export async function studentItems(
  db: Db,
  assignmentIds: readonly AssignmentId[],
  only: LearnerId | null = null,
): Promise<StudentItem[]> {
  if (assignmentIds.length === 0) return []
  const one = only ? Prisma.sql`AND d.learner_id = ${only}::uuid` : Prisma.empty
  const rows = await db.$queryRaw<Row[]>`
    WITH held AS (
      SELECT a.id AS assignment_id, d.learner_id, o.id AS origin_id, o.text_id, o.position, o.section, i.id AS item_id
      FROM ${ASSIGNED_ITEMS}
      JOIN delivery d ON d.assignment_id = a.id ${one} LEFT JOIN ${HELD_ITEM} i ON true
      WHERE a.id = ANY(${[...assignmentIds]}::uuid[])
    ), asked AS (
      SELECT h.learner_id, h.item_id, json_agg(json_build_array(c.id, c.phase, c.stability, c.last_study_day - DATE 'epoch',
        c.due_day - DATE 'epoch', c.live, c.suspended, c.buried_on - DATE 'epoch', f.days, EXISTS (
          SELECT 1 FROM review u WHERE u.learner_id = c.learner_id AND u.card_id = c.id AND u.kind IN ('undo', 'reset'))
      ) ORDER BY c.id) AS cards
      FROM (SELECT DISTINCT learner_id, item_id FROM held) h
      JOIN item i ON i.id = h.item_id JOIN card c ON c.learner_id = h.learner_id AND c.item_id = h.item_id AND ${IS_LIVE}
      CROSS JOIN LATERAL (
        SELECT (count(*) FILTER (WHERE grade > 1))::int AS days FROM (
          SELECT DISTINCT ON (r.study_day) r.grade FROM review r
          WHERE r.learner_id = c.learner_id AND r.card_id = c.id AND r.kind = 'review' AND c.event_count > 0
          ORDER BY r.study_day, r.reviewed_at, r.id
        ) first
      ) f
      GROUP BY h.learner_id, h.item_id
    )
    SELECT h.assignment_id::text AS "assignmentId", h.learner_id::text AS "learnerId", h.origin_id::text AS "originId",
      h.item_id::text AS "itemId", h.section, h.text_id::text AS "textId", e.start_offset AS start, e.end_offset AS end,
      c.cards
    FROM held h LEFT JOIN asked c ON c.learner_id = h.learner_id AND c.item_id = h.item_id
    LEFT JOIN evidence e ON e.item_id = h.origin_id AND e.ordinal = 0
    ORDER BY h.assignment_id, h.learner_id, h.text_id, h.position, h.origin_id`
  const folded = await foldedDays(db, rows)
  return rows.map((row) => ({
    assignmentId: AssignmentId.parse(row.assignmentId),
    learnerId: LearnerId.parse(row.learnerId),
    originId: ItemId.parse(row.originId),
    itemId: row.itemId === null ? null : ItemId.parse(row.itemId),
    section: row.section,
    place:
      row.textId === null || row.start === null || row.end === null
        ? null
        : { textId: TextId.parse(row.textId), start: row.start, end: row.end },
    cards: (row.cards ?? []).map((card) => cardOf(card, folded)),
  }))
}

async function foldedDays(db: Db, rows: readonly Row[]): Promise<ReadonlyMap<string, number>> {
  const byLearner = new Map<string, Set<CardId>>()
  for (const { learnerId, cards } of rows) {
    for (const card of cards ?? []) {
      if (!card[9]) continue
      byLearner.set(learnerId, (byLearner.get(learnerId) ?? new Set()).add(CardId.parse(card[0])))
    }
  }
  const days = new Map<string, number>()
  for (const [learnerId, ids] of byLearner) {
    const events = await reviewsOfCards(db, LearnerId.parse(learnerId), [...ids])
    for (const [id, of] of events) days.set(id, daysRecalled(of))
  }
  return days
}

const dayOf = (day: number | null): StudyDay | null => (day === null ? null : toStudyDay(day))

function cardOf(
  [id, phase, stability, last, due, live, suspended, buried, days]: RawCard,
  folded: ReadonlyMap<string, number>,
): StudentCard {
  const rest = { live, suspended, dueDay: dayOf(due), buriedOn: dayOf(buried) }
  const daysRecalled = folded.get(id) ?? days
  const base = { id: CardId.parse(id), daysRecalled, ...rest }
  if (phase === 'new' || stability === null || last === null)
    return { ...base, memory: { phase: 'new' } }
  return { ...base, memory: { phase, stability, lastStudyDay: toStudyDay(last) } }
}
