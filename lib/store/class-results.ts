/**
 * What a class's students did with an assignment: their copies of its items, the cards of these, and their logs, for all
 * students in one statement each.
 */
import type { Assignment } from '@/lib/core/class/assignment'
import { CardId, type ClassId, ItemId, LearnerId, MemberId, RevisionId } from '@/lib/core/ids'
import type { ReviewEvent } from '@/lib/core/review/event'
import { type StudyDay, toStudyDay } from '@/lib/core/time/study-day'
import { assignmentOf } from './assignment'
import type { Db } from './client'
import { eventOfLine, LOG_LINE, type LogLine } from './log'

/** Somebody who studies in the class, with what their memory is computed by. */
export type Student = {
  readonly memberId: MemberId
  readonly learnerId: LearnerId
  readonly displayName: string
  readonly timeZone: string
  readonly rolloverHour: number
  readonly desiredRetention: number
  /** Their own weights, where these are in use. */
  readonly weights: readonly number[] | null
}

type StudentRow = Omit<Student, 'memberId' | 'learnerId'> & { memberId: string; learnerId: string }

/** Those who sit on a seat as students, by name; who left is left out. */
export async function studentsOf(db: Db, classId: ClassId): Promise<Student[]> {
  const rows = await db.$queryRaw<StudentRow[]>`
    SELECT m.id::text AS "memberId", m.learner_id::text AS "learnerId", m.display_name AS "displayName",
      l.time_zone AS "timeZone", l.rollover_hour AS "rolloverHour", l.desired_retention AS "desiredRetention", p.weights
    FROM class_member m JOIN learner l ON l.id = m.learner_id
    LEFT JOIN learner_parameters p ON p.learner_id = l.id AND p.number = l.parameters_number
    WHERE m.class_id = ${classId}::uuid AND m.role = 'student' AND m.ended_at IS NULL
    ORDER BY m.display_name, m.id`
  return rows.map((row) => ({
    ...row,
    memberId: MemberId.parse(row.memberId),
    learnerId: LearnerId.parse(row.learnerId),
  }))
}

/** A card that trains a student's copy, with its whole log in order of time. */
export type CopyCard = {
  readonly learnerId: LearnerId
  /** The teacher's item. */
  readonly originId: ItemId
  readonly elementKey: string
  /** When it is due; null where it was never answered, or is not asked (any more). */
  readonly dueDay: StudyDay | null
  readonly events: readonly ReviewEvent[]
}

type CopyRow = {
  learnerId: string
  originId: string
  id: string
  elementKey: string
  dueDay: number | null
  log: string | null
}

/**
 * Of what stands for each origin with each learner, the copy or else what they have of the same text with the same key;
 * kept ones only: what somebody put into the trash they study no longer. What was typed only where `words` are asked for.
 */
export async function copiedCards(
  db: Db,
  learnerIds: readonly LearnerId[],
  originIds: readonly ItemId[],
  words: boolean,
): Promise<CopyCard[]> {
  const learners = [...learnerIds]
  const origins = [...originIds]
  const rows = await db.$queryRaw<CopyRow[]>`
    WITH held AS (
      SELECT id, owner_id, origin_id, 0 AS rank FROM item
      WHERE origin_id = ANY(${origins}::uuid[]) AND owner_id = ANY(${learners}::uuid[]) AND status = 'kept'
      UNION ALL
      SELECT h.id, h.owner_id, o.id, 1 FROM item o CROSS JOIN unnest(${learners}::uuid[]) AS w (owner_id)
      JOIN item h ON h.owner_id = w.owner_id AND h.text_id = o.text_id AND h.key = o.key
      WHERE o.id = ANY(${origins}::uuid[]) AND h.id <> o.id AND h.status = 'kept'
    ), copy AS (
      SELECT DISTINCT ON (owner_id, origin_id) id, owner_id, origin_id FROM held ORDER BY owner_id, origin_id, rank, id
    )
    SELECT c.learner_id::text AS "learnerId", copy.origin_id::text AS "originId", c.id::text AS id,
      c.element_key AS "elementKey",
      CASE WHEN c.live AND NOT c.suspended THEN c.due_day - date '1970-01-01' END AS "dueDay", r.log
    FROM copy JOIN item i ON i.id = copy.id JOIN card c ON c.learner_id = copy.owner_id AND c.item_id = copy.id
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_array(${LOG_LINE}, overruled, CASE WHEN ${words}::boolean THEN typed END)
        ORDER BY reviewed_at, id)::text AS log
      FROM review WHERE learner_id = c.learner_id AND card_id = c.id
    ) r ON c.event_count > 0
    WHERE CASE WHEN i.kind = 'list' THEN i.elements @> jsonb_build_array(jsonb_build_object('key', c.element_key))
      ELSE c.element_key = '' END
    ORDER BY copy.owner_id, copy.origin_id, c.id`
  return rows.map(({ log, ...row }) => {
    const cardId = CardId.parse(row.id)
    return {
      learnerId: LearnerId.parse(row.learnerId),
      originId: ItemId.parse(row.originId),
      elementKey: row.elementKey,
      dueDay: row.dueDay === null ? null : toStudyDay(row.dueDay),
      events: log === null ? [] : linesOf(log).map((line) => eventOf(cardId, line)),
    }
  })
}

/** With whether its writer said that the machine was wrong, and what was typed. */
type Line = [...LogLine, boolean | null, string | null]

const linesOf = (log: string): Line[] => JSON.parse(log)

const eventOf = (cardId: CardId, line: Line): ReviewEvent =>
  eventOfLine(cardId, line, { overruled: line[8] ?? false, typed: line[9] ?? '' })

/** What results need to know of the teacher's items besides what they say. */
export type OriginFacts = {
  /** When it was last worded otherwise, milliseconds since 1970; null: never. What was answered before speaks of other words. */
  readonly wordedAt: number | null
  /** The revision of its text that its evidence lies in; null without evidence. */
  readonly revisionId: RevisionId | null
}

export async function originFacts(
  db: Db,
  itemIds: readonly ItemId[],
): Promise<Map<ItemId, OriginFacts>> {
  const rows = await db.item.findMany({
    where: { id: { in: [...itemIds] } },
    select: {
      id: true,
      revision: true,
      updatedAt: true,
      evidence: { where: { ordinal: 0 }, select: { revisionId: true } },
    },
  })
  return new Map(
    rows.map((row) => [
      ItemId.parse(row.id),
      {
        wordedAt: row.revision > 1 ? row.updatedAt.getTime() : null,
        revisionId: row.evidence[0] ? RevisionId.parse(row.evidence[0].revisionId) : null,
      },
    ]),
  )
}

/** An assignment of a class with whose deck it is of. */
export type AssignedDeck = Assignment & { readonly ownerId: LearnerId }

/** The assignments of a class that were not taken back, the one that is due first at the beginning. */
export async function assignedDecks(db: Db, classId: ClassId): Promise<AssignedDeck[]> {
  const rows = await db.assignment.findMany({
    where: { classId, endedAt: null },
    include: { deck: { select: { ownerId: true } } },
    orderBy: [{ dueOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ deck, ...row }) => ({
    ...assignmentOf(row),
    ownerId: LearnerId.parse(deck.ownerId),
  }))
}
