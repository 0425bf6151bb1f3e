/** A class and who sits in it, as tests of other things begin: rows, without how they come to be. */
import type { ClassRole } from '@/lib/core/class/roles'
import { ClassId, type LearnerId, MemberId } from '@/lib/core/ids'
import { store } from '@/lib/store/client'
import { newId } from './new-id'
import { NOON } from './test-bench'

export async function bareClass(name = 'History'): Promise<ClassId> {
  const id = ClassId.parse(newId())
  await store().class.create({ data: { id, name, timeZone: 'Europe/Vienna' } })
  return id
}

export async function seat(
  classId: string,
  { learner }: { readonly learner: { readonly id: LearnerId } },
  role: ClassRole = 'student',
  displayName = 'Ada',
  at = NOON,
): Promise<MemberId> {
  const id = MemberId.parse(newId())
  const data = { id, classId, learnerId: learner.id, role, displayName }
  await store().classMember.create({ data: { ...data, joinedAt: new Date(at) } })
  return id
}
