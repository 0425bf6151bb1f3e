import 'server-only'
import { mayInClass } from '@/lib/core/class/roles'
import { done, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { type SeatDetails, seatsOf } from '@/lib/store/seat'
import { type ClassHere, enterClass } from './class-access'
import type { Visit } from './visit'

export type { SeatDetails }

export type ClassList = ClassHere & {
  readonly staff: readonly SeatDetails[]
  readonly students: readonly SeatDetails[]
  /** Seats, links, names; not in an archived class. */
  readonly mayManage: boolean
  readonly mayChangeRoles: boolean
}

/** Everybody in a class, for its staff. E-mails only for those who manage it. */
export async function readStudents(visit: Visit, classId: unknown): Promise<Outcome<ClassList>> {
  const here = await enterClass(store(), visit, classId, 'see results')
  if (!here.ok) return here
  const { class: room, seat } = here.value
  const mayManage = !room.archived && mayInClass(seat.role, 'manage students')
  const seats = (await seatsOf(store(), room.id)).map((one) =>
    mayManage ? one : { ...one, email: null, linkUntil: null },
  )
  return done({
    ...here.value,
    staff: seats.filter(({ role }) => role !== 'student'),
    students: seats.filter(({ role }) => role === 'student'),
    mayManage,
    mayChangeRoles: !room.archived && mayInClass(seat.role, 'change roles'),
  })
}
