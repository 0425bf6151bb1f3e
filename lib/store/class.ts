/** Rows of classes and of the seats in them. */
import type { Class, Member } from '@/lib/core/class/class'
import { ClassId, LearnerId, MemberId } from '@/lib/core/ids'
import type { Db } from './client'
import type { ClassMemberModel, ClassModel } from './generated/models'

export const classOf = (row: ClassModel): Class => ({
  id: ClassId.parse(row.id),
  name: row.name,
  timeZone: row.timeZone,
  archived: row.archivedAt !== null,
})

export const memberOf = (row: ClassMemberModel): Member => ({
  id: MemberId.parse(row.id),
  classId: ClassId.parse(row.classId),
  learnerId: row.learnerId === null ? null : LearnerId.parse(row.learnerId),
  role: row.role,
  displayName: row.displayName,
  ended: row.endedAt !== null,
})

/** The class with the learner's own seat in it; null where there is no such class, or they do not sit in it. */
export async function findSeat(
  db: Db,
  learnerId: LearnerId,
  classId: ClassId,
): Promise<{ class: Class; seat: Member } | null> {
  const row = await db.classMember.findFirst({
    where: { classId, learnerId, endedAt: null },
    include: { class: true },
  })
  return row && { class: classOf(row.class), seat: memberOf(row) }
}
