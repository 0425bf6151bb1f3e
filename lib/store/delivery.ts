/** Rows of deliveries: whom an assignment has reached, and what it made for them. */
import { type AssignmentId, DeckId, ExamId, LearnerId } from '@/lib/core/ids'
import type { StudyDay } from '@/lib/core/time/study-day'
import type { Db } from './client'
import { dateOfDay } from './day'
import { Prisma } from './generated/client'

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
