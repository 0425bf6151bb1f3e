/** Rows of assignments: what is due in a class, other dates for single students, and whom it has reached. */
import { type Assignment, ClassExam, Goal } from '@/lib/core/class/assignment'
import {
  AssignmentId,
  ClassId,
  DeckId,
  ExamId,
  type ItemId,
  ItemId as ItemIdSchema,
  LearnerId,
  MemberId,
} from '@/lib/core/ids'
import type { StudyDay } from '@/lib/core/time/study-day'
import type { Db } from './client'
import { dateOfDay, dayOfDate } from './day'
import { Prisma } from './generated/client'
import type { AssignmentModel } from './generated/models'

export const assignmentOf = (row: AssignmentModel): Assignment => ({
  id: AssignmentId.parse(row.id),
  classId: ClassId.parse(row.classId),
  deckId: DeckId.parse(row.deckId),
  name: row.name,
  sections: row.sections,
  startsOn: dayOfDate(row.startsOn),
  dueOn: dayOfDate(row.dueOn),
  goal: Goal.parse(row.goal),
  exam: row.exam === null ? null : ClassExam.parse(row.exam),
  ended: row.endedAt !== null,
})

type Given = Omit<Assignment, 'id' | 'classId' | 'deckId' | 'ended'>

const columnsOf = ({ startsOn, dueOn, exam, sections, ...given }: Given) => ({
  ...given,
  sections: [...sections],
  startsOn: dateOfDay(startsOn),
  dueOn: dateOfDay(dueOn),
  exam: exam ?? Prisma.DbNull,
})

export async function insertAssignment(
  db: Db,
  { id, classId, deckId, ended: _, ...given }: Assignment,
): Promise<void> {
  await db.assignment.create({ data: { id, classId, deckId, ...columnsOf(given) } })
}

/** Says whether there is such an assignment in the class. */
export async function updateAssignment(
  db: Db,
  classId: ClassId,
  id: AssignmentId,
  given: Given,
): Promise<boolean> {
  const { count } = await db.assignment.updateMany({
    where: { id, classId },
    data: columnsOf(given),
  })
  return count === 1
}

/** Takes it back, or gives it again. Says whether there is such an assignment in the class. */
export async function setEnded(
  db: Db,
  classId: ClassId,
  id: AssignmentId,
  endedAt: Date | null,
): Promise<boolean> {
  const { count } = await db.assignment.updateMany({ where: { id, classId }, data: { endedAt } })
  return count === 1
}

/**
 * Until the transaction ends, what is in the deck and the assignment stay as they are: whoever changes them waits, so
 * that nothing is added between a delivery and what later changes reach. Call it before anybody else is locked.
 */
export async function holdGiven(db: Db, { id, deckId }: Pick<Assignment, 'id' | 'deckId'>) {
  await db.$queryRaw`
    SELECT 1 FROM learner l JOIN deck d ON d.owner_id = l.id WHERE d.id = ${deckId}::uuid FOR SHARE OF l`
  await db.$queryRaw`SELECT 1 FROM assignment WHERE id = ${id}::uuid FOR SHARE`
}

/** Until the transaction ends, nobody is given it, and nobody else changes it. */
export async function lockAssignment(db: Db, id: AssignmentId): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM assignment WHERE id = ${id}::uuid FOR NO KEY UPDATE`
}

export async function findAssignment(
  db: Db,
  classId: ClassId,
  id: AssignmentId,
): Promise<Assignment | null> {
  const row = await db.assignment.findFirst({ where: { id, classId } })
  return row && assignmentOf(row)
}

/** All of a class, those that were taken back too, by their due date. */
export async function assignmentsOf(db: Db, classId: ClassId): Promise<Assignment[]> {
  const rows = await db.assignment.findMany({
    where: { classId },
    orderBy: [{ dueOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(assignmentOf)
}

/** The deck's owner, and what the class calls them. */
export async function giverOf(
  db: Db,
  { classId, deckId }: Pick<Assignment, 'classId' | 'deckId'>,
): Promise<string> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT coalesce(m.display_name, c.name) AS name FROM class c JOIN deck d ON d.id = ${deckId}::uuid
    LEFT JOIN class_member m ON m.class_id = c.id AND m.learner_id = d.owner_id
    WHERE c.id = ${classId}::uuid ORDER BY m.ended_at DESC NULLS FIRST LIMIT 1`
  return rows[0]?.name ?? ''
}

/** What an assignment is on: items of its deck that are kept, in the order of their texts. */
const ON = Prisma.sql`
  FROM assignment a JOIN deck_item adi ON adi.deck_id = a.deck_id
  JOIN item o ON o.id = adi.item_id AND o.status = 'kept' AND (a.sections = '{}' OR o.section = ANY(a.sections))`

export async function itemsAssigned(db: Db, id: AssignmentId): Promise<{ id: ItemId }[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT o.id::text AS id ${ON} WHERE a.id = ${id}::uuid ORDER BY o.text_id, o.position, o.id`
  return rows.map((row) => ({ id: ItemIdSchema.parse(row.id) }))
}

/** The deck's sections in the order of its text, with how many items each has, and how many of them are lists. */
export type DeckSection = {
  readonly section: string
  readonly items: number
  readonly lists: number
  /** Of all its lists. */
  readonly elements: number
}

export async function sectionsOfDecks(
  db: Db,
  deckIds: readonly DeckId[],
): Promise<Map<DeckId, DeckSection[]>> {
  const rows = await db.$queryRaw<({ deckId: string } & DeckSection)[]>`
    SELECT di.deck_id::text AS "deckId", i.section, count(*)::int AS items,
      (count(*) FILTER (WHERE i.kind = 'list'))::int AS lists,
      coalesce(sum(jsonb_array_length(i.elements)), 0)::int AS elements
    FROM deck_item di JOIN item i ON i.id = di.item_id AND i.status = 'kept'
    WHERE di.deck_id = ANY(${[...deckIds]}::uuid[])
    GROUP BY di.deck_id, i.section ORDER BY di.deck_id, min(i.text_id::text), min(i.position), i.section`
  const found = new Map<DeckId, DeckSection[]>()
  for (const { deckId, ...section } of rows) {
    const id = DeckId.parse(deckId)
    found.set(id, [...(found.get(id) ?? []), section])
  }
  return found
}

/** Other dates for one student; null: the assignment's own. */
export type Exception = {
  readonly memberId: MemberId
  readonly startsOn: StudyDay | null
  readonly dueOn: StudyDay | null
}

export async function exceptionsOf(db: Db, id: AssignmentId): Promise<Exception[]> {
  const rows = await db.assignmentException.findMany({ where: { assignmentId: id } })
  return rows.map((row) => ({
    memberId: MemberId.parse(row.memberId),
    startsOn: row.startsOn && dayOfDate(row.startsOn),
    dueOn: row.dueOn && dayOfDate(row.dueOn),
  }))
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

/** An assignment with the dates that hold for one student. */
export type OwnAssignment = Assignment & {
  readonly className: string
  /** IANA zone of the class. */
  readonly timeZone: string
  /** Whether the dates are other than the class's. */
  readonly excepted: boolean
}

const OWN = Prisma.sql`a.id::text, a.class_id::text AS "classId", a.deck_id::text AS "deckId", a.name, a.sections,
  a.goal, a.exam, a.ended_at AS "endedAt", coalesce(e.starts_on, a.starts_on) AS "startsOn",
  greatest(coalesce(e.due_on, a.due_on), coalesce(e.starts_on, a.starts_on)) AS "dueOn",
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
    WHERE ${isSeated(learnerId)} AND a.ended_at IS NULL AND coalesce(e.starts_on, a.starts_on) <= ${dateOfDay(day)}::date
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

/** Says that the assignment has reached the student; false where it had before. Of two at once one is told so. */
export async function claimDelivery(
  db: Db,
  assignmentId: AssignmentId,
  learnerId: LearnerId,
  now: number,
): Promise<boolean> {
  const { count } = await db.delivery.createMany({
    data: [{ assignmentId, learnerId, deliveredAt: new Date(now) }],
    skipDuplicates: true,
  })
  return count === 1
}

export async function completeDelivery(
  db: Db,
  assignmentId: AssignmentId,
  learnerId: LearnerId,
  what: { readonly deckId?: DeckId; readonly examId?: ExamId },
): Promise<void> {
  await db.delivery.update({
    where: { assignmentId_learnerId: { assignmentId, learnerId } },
    data: what,
  })
}

export type DeliveryRow = {
  readonly learnerId: LearnerId
  readonly deckId: DeckId | null
  readonly examId: ExamId | null
}

/** Whom it has reached. */
export async function deliveriesOf(db: Db, id: AssignmentId): Promise<DeliveryRow[]> {
  const rows = await db.delivery.findMany({
    where: { assignmentId: id },
    orderBy: { learnerId: 'asc' },
  })
  return rows.map((row) => ({
    learnerId: LearnerId.parse(row.learnerId),
    deckId: row.deckId === null ? null : DeckId.parse(row.deckId),
    examId: row.examId === null ? null : ExamId.parse(row.examId),
  }))
}

/** The exams that students were given with it take place at this moment from now on; null: they are put away. */
export async function moveClassExams(
  db: Db,
  id: AssignmentId,
  to: { readonly date: StudyDay; readonly time: string; readonly timeZone: string } | null,
  now: number,
): Promise<void> {
  const given = Prisma.sql`(SELECT exam_id FROM delivery WHERE assignment_id = ${id}::uuid AND exam_id IS NOT NULL)`
  if (to === null) {
    await db.$executeRaw`
      UPDATE exam SET deleted_at = ${new Date(now)} WHERE id IN ${given} AND deleted_at IS NULL AND points IS NULL`
    return
  }
  await db.$executeRaw`
    UPDATE exam SET date = ${dateOfDay(to.date)}::date, time = ${to.time}, time_zone = ${to.timeZone}
    WHERE id IN ${given}`
}
