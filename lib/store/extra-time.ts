/** More time in tests, granted to students by who teaches them. */
import type { Member } from '@/lib/core/class/class'
import type { ClassId, LearnerId, MemberId } from '@/lib/core/ids'
import { memberOf } from './class'
import type { Db } from './client'

export type Student = Member & { readonly extraTimePercent: number }

/** A student's seat; null where there is none such in the class, or its student has gone. */
export async function findStudent(db: Db, classId: ClassId, id: MemberId): Promise<Student | null> {
  const row = await db.classMember.findFirst({
    where: { id, classId, endedAt: null, role: 'student' },
  })
  return row && { ...memberOf(row), extraTimePercent: row.extraTimePercent }
}

export async function setExtraTime(db: Db, id: MemberId, percent: number): Promise<void> {
  await db.classMember.update({ where: { id }, data: { extraTimePercent: percent } })
}

/** The most that any of their classes grants, in per cent. */
export async function extraTimeOf(db: Db, learnerId: LearnerId): Promise<number> {
  const { _max } = await db.classMember.aggregate({
    where: { learnerId, endedAt: null, role: 'student' },
    _max: { extraTimePercent: true },
  })
  return _max.extraTimePercent ?? 0
}
