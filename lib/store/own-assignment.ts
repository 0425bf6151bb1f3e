/** Assignments as a student has them: with their own dates, and where they have reached them. */
import type { Assignment } from '@/lib/core/class/assignment'
import { type AssignmentId, type ClassId, DeckId, ExamId, type LearnerId } from '@/lib/core/ids'
import type { StudyDay } from '@/lib/core/time/study-day'
import { assignmentOf } from './assignment'
import { DUE_ON, STARTS_ON } from './assignment-dates'
import type { Db } from './client'
import { dateOfDay } from './day'
import { Prisma } from './generated/client'
import type { AssignmentModel } from './generated/models'

/** An assignment with the dates that hold for one student. */
export type OwnAssignment = Assignment & {
  readonly className: string
  /** IANA zone of the class. */
  readonly timeZone: string
  /** Whether the dates are other than the class's. */
  readonly excepted: boolean
}

const OWN = Prisma.sql`a.id::text, a.class_id::text AS "classId", a.deck_id::text AS "deckId", a.name, a.sections,
  a.goal, a.exam, a.ended_at AS "endedAt", ${STARTS_ON} AS "startsOn",
  ${DUE_ON} AS "dueOn",
  e.assignment_id IS NOT NULL AS excepted, k.name AS "className", k.time_zone AS "timeZone", a.created_at AS "createdAt"`

/** Assignments of the classes that somebody sits in as a student. */
const SEATED = Prisma.sql`
  FROM class_member m JOIN class k ON k.id = m.class_id AND k.archived_at IS NULL
  JOIN assignment a ON a.class_id = m.class_id
  LEFT JOIN assignment_exception e ON e.assignment_id = a.id AND e.member_id = m.id`

const isSeated = (learnerId: LearnerId) =>
  Prisma.sql`m.learner_id = ${learnerId}::uuid AND m.ended_at IS NULL AND m.role = 'student'`

type OwnRow = AssignmentModel & { className: string; timeZone: string; excepted: boolean }

const ownOf = ({ className, timeZone, excepted, ...row }: OwnRow): OwnAssignment => ({
  ...assignmentOf(row),
  ...{ className, timeZone, excepted },
})

/** What has begun for a student on a day and has not reached them. */
export async function undelivered(
  db: Db,
  learnerId: LearnerId,
  day: StudyDay,
): Promise<OwnAssignment[]> {
  const rows = await db.$queryRaw<OwnRow[]>`
    SELECT ${OWN} ${SEATED}
    WHERE ${isSeated(learnerId)} AND a.ended_at IS NULL AND ${STARTS_ON} <= ${dateOfDay(day)}::date
      AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.assignment_id = a.id AND d.learner_id = m.learner_id)
      AND NOT EXISTS (SELECT 1 FROM deck d WHERE d.id = a.deck_id AND d.owner_id = m.learner_id)
    ORDER BY a.created_at, a.id`
  return rows.map(ownOf)
}

export type Delivered = OwnAssignment & {
  /** The student's own deck; null where it is gone. */
  readonly ownDeckId: DeckId | null
  readonly examId: ExamId | null
  /** False: it has not reached them. */
  readonly delivered: boolean
}

/** What a student has to do in all classes, or one, with their own dates; by due date, without what was taken back. */
export async function ownAssignments(
  db: Db,
  learnerId: LearnerId,
  only: { readonly classId?: ClassId; readonly id?: AssignmentId } = {},
): Promise<Delivered[]> {
  const { classId, id } = only
  const rows = await db.$queryRaw<
    (OwnRow & { ownDeckId: string | null; examId: string | null; delivered: boolean })[]
  >`
    SELECT ${OWN}, d.deck_id::text AS "ownDeckId", d.exam_id::text AS "examId", d.assignment_id IS NOT NULL AS delivered
    ${SEATED} LEFT JOIN delivery d ON d.assignment_id = a.id AND d.learner_id = m.learner_id
    WHERE ${isSeated(learnerId)} AND (a.ended_at IS NULL ${id ? Prisma.sql`OR a.id = ${id}::uuid` : Prisma.empty})
      ${classId ? Prisma.sql`AND a.class_id = ${classId}::uuid` : Prisma.empty}
      ${id ? Prisma.sql`AND a.id = ${id}::uuid` : Prisma.empty}
    ORDER BY "dueOn", a.created_at, a.id`
  return rows.map(({ ownDeckId, examId, delivered, ...row }) => ({
    ...ownOf(row),
    ownDeckId: ownDeckId === null ? null : DeckId.parse(ownDeckId),
    examId: examId === null ? null : ExamId.parse(examId),
    delivered,
  }))
}
