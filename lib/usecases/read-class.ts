import 'server-only'
import type { JoinCode, Member } from '@/lib/core/class/class'
import { mayInClass } from '@/lib/core/class/roles'
import { done, type Outcome } from '@/lib/core/outcome'
import { joinCodeOf, membersOf } from '@/lib/store/class'
import { store } from '@/lib/store/client'
import { type ClassHere, enterClass } from './class-access'
import type { Visit } from './visit'

export type ClassHome = ClassHere & {
  /** Who teaches and assists. */
  readonly staff: readonly Member[]
  readonly counts: { readonly students: number; readonly free: number }
  /** Only for those who may hand it out, and only while it holds. */
  readonly code: JoinCode | null
}

/** A class, for whoever sits in it. */
export async function readClass(visit: Visit, classId: unknown): Promise<Outcome<ClassHome>> {
  const here = await enterClass(store(), visit, classId, 'see the class')
  if (!here.ok) return here
  const { seat, class: room } = here.value
  const [members, code] = await Promise.all([
    membersOf(store(), room.id),
    mayInClass(seat.role, 'manage students') ? joinCodeOf(store(), room.id) : null,
  ])
  const students = members.filter(({ role }) => role === 'student')
  const free = students.filter(({ learnerId }) => learnerId === null).length
  return done({
    ...here.value,
    staff: members.filter(({ role, learnerId }) => role !== 'student' && learnerId !== null),
    counts: { students: students.length - free, free },
    code: code && code.until > visit.now && !room.archived ? code : null,
  })
}
