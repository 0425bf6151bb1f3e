/** When an assignment is whose: the class's dates, and other ones for single students. */
import { AssignmentId, MemberId } from '@/lib/core/ids'
import { type StudyDay, toStudyDay } from '@/lib/core/time/study-day'
import type { Db } from './client'
import { dateOfDay } from './day'
import { Prisma } from './generated/client'

/** The dates of the assignment `a` for a student, whose exception is `e`. Nothing is due before it starts. */
export const STARTS_ON = Prisma.sql`coalesce(e.starts_on, a.starts_on)`
export const DUE_ON = Prisma.sql`greatest(coalesce(e.due_on, a.due_on), ${STARTS_ON})`

/** When and until when an assignment is a student's. */
export type StudentDates = {
  readonly assignmentId: AssignmentId
  readonly memberId: MemberId
  readonly startsOn: StudyDay
  readonly dueOn: StudyDay
  /** Whether these dates are other than the class's. */
  readonly excepted: boolean
  /** When it reached them, milliseconds since 1970; null: not yet. */
  readonly deliveredAt: number | null
}

type DatesRow = {
  assignmentId: string
  memberId: string
  startsOn: number
  dueOn: number
  excepted: boolean
  deliveredAt: number | null
}

/** Of these assignments, for every student's seat of their class. */
export async function datesOfStudents(
  db: Db,
  assignmentIds: readonly AssignmentId[],
): Promise<StudentDates[]> {
  const rows = await db.$queryRaw<DatesRow[]>`
    SELECT a.id::text AS "assignmentId", m.id::text AS "memberId", ${STARTS_ON} - date '1970-01-01' AS "startsOn",
      ${DUE_ON} - date '1970-01-01' AS "dueOn", e.assignment_id IS NOT NULL AS excepted,
      (extract(epoch FROM d.delivered_at) * 1000)::float8 AS "deliveredAt"
    FROM assignment a JOIN class_member m ON m.class_id = a.class_id AND m.role = 'student' AND m.ended_at IS NULL
    LEFT JOIN assignment_exception e ON e.assignment_id = a.id AND e.member_id = m.id
    LEFT JOIN delivery d ON d.assignment_id = a.id AND d.learner_id = m.learner_id
    WHERE a.id = ANY(${[...assignmentIds]}::uuid[])`
  return rows.map((row) => ({
    ...row,
    assignmentId: AssignmentId.parse(row.assignmentId),
    memberId: MemberId.parse(row.memberId),
    startsOn: toStudyDay(row.startsOn),
    dueOn: toStudyDay(row.dueOn),
  }))
}

/** Other dates for one student; null: the assignment's own. */
export type Exception = {
  readonly memberId: MemberId
  readonly startsOn: StudyDay | null
  readonly dueOn: StudyDay | null
}

/** Without dates of its own there is no exception. */
export async function setException(
  db: Db,
  assignmentId: AssignmentId,
  { memberId, startsOn, dueOn }: Exception,
): Promise<void> {
  const where = { assignmentId_memberId: { assignmentId, memberId } }
  if (startsOn === null && dueOn === null) {
    await db.assignmentException.deleteMany({ where: { assignmentId, memberId } })
    return
  }
  const dates = {
    startsOn: startsOn === null ? null : dateOfDay(startsOn),
    dueOn: dueOn === null ? null : dateOfDay(dueOn),
  }
  await db.assignmentException.upsert({
    where,
    create: { assignmentId, memberId, ...dates },
    update: dates,
  })
}
