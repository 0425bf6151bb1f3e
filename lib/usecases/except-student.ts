/** Other dates for one student, and more time in tests: what a teacher grants. */
import 'server-only'
import { z } from 'zod'
import { AssignmentDay, LONGEST_TERM } from '@/lib/core/class/assignment'
import { mayInClass } from '@/lib/core/class/roles'
import { MemberId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { parseStudyDay, type StudyDay } from '@/lib/core/time/study-day'
import { setException } from '@/lib/store/assignment-dates'
import { inTransaction, store } from '@/lib/store/client'
import { findStudent, setExtraTime } from '@/lib/store/extra-time'
import { assignmentHere } from './assign-deck'
import { enterClass } from './class-access'
import { admit, admitId, missing } from './door'
import type { Visit } from './visit'

/** null: as for the class. */
const Dates = z.object({ startsOn: AssignmentDay.nullable(), dueOn: AssignmentDay.nullable() })

/** Other dates than the class's for one student, by who may assign in the class. */
export async function exceptStudent(
  visit: Visit,
  input: { classId: unknown; assignmentId: unknown; memberId: unknown; dates: unknown },
): Promise<Outcome<{ memberId: MemberId }>> {
  const dates = admit(Dates, input.dates)
  if (!dates.ok) return dates
  const memberId = admitId(MemberId, input.memberId, 'student')
  if (!memberId.ok) return memberId
  return inTransaction(async (db) => {
    const found = await assignmentHere(db, visit, input)
    if (!found.ok) return found
    const { here, assignment } = found.value
    const member = await findStudent(db, here.class.id, memberId.value)
    if (!member) return failed('notFound', missing('student'))
    const startsOn = dayOf(dates.value.startsOn)
    const dueOn = dayOf(dates.value.dueOn)
    if ((startsOn ?? assignment.startsOn) > (dueOn ?? assignment.dueOn))
      return failed('invalid', 'The due date lies before the start.')
    if ((dueOn ?? assignment.dueOn) - (startsOn ?? assignment.startsOn) > LONGEST_TERM)
      return failed('invalid', 'An assignment runs for at most two years. Check the dates.')
    await setException(db, assignment.id, { memberId: member.id, startsOn, dueOn })
    return done({ memberId: member.id })
  })
}

const dayOf = (text: string | null): StudyDay | null => (text === null ? null : parseStudyDay(text))

const Percent = z
  .int('Extra time is a whole number of per cent.')
  .min(0, 'Extra time is 0 per cent or more.')
  .max(200, 'Extra time is at most 200 per cent.')

/** More time in all mock tests that the student begins from now on. */
export async function grantExtraTime(
  visit: Visit,
  input: { classId: unknown; memberId: unknown; percent: unknown },
): Promise<Outcome<{ memberId: MemberId }>> {
  const percent = admit(Percent, input.percent)
  if (!percent.ok) return percent
  const memberId = admitId(MemberId, input.memberId, 'student')
  if (!memberId.ok) return memberId
  return inTransaction(async (db) => {
    const here = await enterClass(db, visit, input.classId, 'manage students')
    if (!here.ok) return here
    const member = await findStudent(db, here.value.class.id, memberId.value)
    if (!member) return failed('notFound', missing('student'))
    await setExtraTime(db, member.id, percent.value)
    return done({ memberId: member.id })
  })
}

export type ExtraTime = {
  readonly memberId: MemberId
  readonly percent: number
  readonly mayGrant: boolean
}

/** How much more time a student has, for who teaches and for themselves; `own`: one's own seat. Null for a seat that is no student's. */
export async function readExtraTime(
  visit: Visit,
  input: { classId: unknown; memberId: unknown },
): Promise<Outcome<ExtraTime | null>> {
  const here = await enterClass(store(), visit, input.classId, 'see the class')
  if (!here.ok) return here
  const { class: room, seat } = here.value
  const memberId = admitId(MemberId, input.memberId === 'own' ? seat.id : input.memberId, 'student')
  if (!memberId.ok) return memberId
  const results = mayInClass(seat.role, 'see results')
  if (!results && memberId.value !== seat.id) return failed('notFound', missing('student'))
  const member = await findStudent(store(), room.id, memberId.value)
  if (!member) return done(null)
  const mayGrant = mayInClass(seat.role, 'manage students') && !room.archived
  return done({ memberId: member.id, percent: member.extraTimePercent, mayGrant })
}
