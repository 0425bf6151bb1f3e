/** What grades are counted from: the copies that students have of what was assigned, when they answered, what they claimed. */
import { groupBy } from '@/lib/core/group-by'
import { AssignmentId, CardId, type ClassId, ItemId, LearnerId, MemberId } from '@/lib/core/ids'
import type { StudyDay } from '@/lib/core/time/study-day'
import { ASSIGNED_ITEMS } from './assignment'
import { HELD_ITEM } from './assignment-progress'
import type { Db } from './client'
import { dateOfDay, dayOfDate } from './day'
import { IS_LIVE } from './queue'

/** A card of what a student has of an assignment's item. */
export type GradedCard = {
  readonly assignmentId: AssignmentId
  readonly learnerId: LearnerId
  readonly itemId: ItemId
  readonly id: CardId
}

/** The cards of all that the students of a class, or one of them, have of its assignments. */
export async function gradedCards(
  db: Db,
  classId: ClassId,
  only: LearnerId | null = null,
): Promise<GradedCard[]> {
  const rows = await db.$queryRaw<Record<keyof GradedCard, string>[]>`
    SELECT a.id::text AS "assignmentId", m.learner_id::text AS "learnerId", i.id::text AS "itemId", c.id::text AS id
    FROM ${ASSIGNED_ITEMS}
    JOIN class_member m ON m.class_id = a.class_id AND m.role = 'student' AND m.ended_at IS NULL
      AND m.learner_id = coalesce(${only}::uuid, m.learner_id)
    JOIN delivery d ON d.assignment_id = a.id AND d.learner_id = m.learner_id
    JOIN ${HELD_ITEM} held ON true JOIN item i ON i.id = held.id
    JOIN card c ON c.learner_id = m.learner_id AND c.item_id = i.id AND ${IS_LIVE}
    WHERE a.class_id = ${classId}::uuid AND a.ended_at IS NULL
    ORDER BY i.position, i.id, c.id`
  return rows.map((row) => ({
    assignmentId: AssignmentId.parse(row.assignmentId),
    learnerId: LearnerId.parse(row.learnerId),
    itemId: ItemId.parse(row.itemId),
    id: CardId.parse(row.id),
  }))
}

export type Answered = { readonly at: number; readonly studyDay: StudyDay }

/** When these learners answered anything, on the study days from `from` to `to`. */
export async function answerTimes(
  db: Db,
  learnerIds: readonly LearnerId[],
  from: StudyDay,
  to: StudyDay,
): Promise<Map<LearnerId, Answered[]>> {
  const rows = await db.$queryRaw<{ learnerId: LearnerId; at: Date; day: Date }[]>`
    SELECT learner_id::text AS "learnerId", reviewed_at AS at, study_day AS day FROM review
    WHERE learner_id = ANY(${[...learnerIds]}::uuid[]) AND kind = 'review'
      AND study_day BETWEEN ${dateOfDay(from)}::date AND ${dateOfDay(to)}::date`
  const by = groupBy(rows, (row) => row.learnerId)
  return new Map(
    [...by].map(([id, times]) => [
      id,
      times.map(({ at, day }) => ({ at: at.getTime(), studyDay: dayOfDate(day) })),
    ]),
  )
}

type FreeDay = {
  readonly assignmentId: AssignmentId
  readonly learnerId: LearnerId
  readonly day: StudyDay
}

/** The free days that were claimed for the assignments of a class. */
export async function freeDays(db: Db, classId: ClassId): Promise<FreeDay[]> {
  const rows = await db.freeDay.findMany({ where: { assignment: { classId } } })
  return rows.map((row) => ({
    assignmentId: AssignmentId.parse(row.assignmentId),
    learnerId: LearnerId.parse(row.learnerId),
    day: dayOfDate(row.studyDay),
  }))
}

/** Claims a day; again is the same as once. */
export async function claimFreeDay(
  db: Db,
  { assignmentId, learnerId, day }: FreeDay,
  now: number,
): Promise<void> {
  await db.freeDay.createMany({
    data: [{ assignmentId, learnerId, studyDay: dateOfDay(day), claimedAt: new Date(now) }],
    skipDuplicates: true,
  })
}

export type GradedStudent = {
  readonly memberId: MemberId
  readonly learnerId: LearnerId
  readonly displayName: string
  readonly joinedAt: Date
}

/** The students on the seats of a class, by name. */
export async function gradedStudents(db: Db, classId: ClassId): Promise<GradedStudent[]> {
  const rows = await db.classMember.findMany({
    where: { classId, role: 'student', endedAt: null },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap(({ id, learnerId, displayName, joinedAt }) =>
    learnerId === null || joinedAt === null
      ? []
      : [
          {
            memberId: MemberId.parse(id),
            learnerId: LearnerId.parse(learnerId),
            displayName,
            joinedAt,
          },
        ],
  )
}
