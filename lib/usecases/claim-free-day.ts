import 'server-only'
import { AssignmentId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { claimFreeDay as claimRow } from '@/lib/store/grade'
import { enterClass } from './class-access'
import { admitId, missing } from './door'
import { freeToday } from './free-days'
import { toGrade } from './grade-class'
import type { Visit } from './visit'

/** Claims today for the grade of an assignment of which nothing is due today. Again is the same as once. */
export async function claimFreeDay(
  visit: Visit,
  input: { classId: unknown; assignmentId: unknown },
): Promise<Outcome<null>> {
  const here = await enterClass(store(), visit, input.classId, 'take part')
  if (!here.ok) return here
  const id = admitId(AssignmentId, input.assignmentId, 'assignment')
  if (!id.ok) return id
  const { seat, class: room } = here.value
  const { students } = await toGrade(room.id, visit.now, { memberId: seat.id })
  const [own] = students
  const given = own?.of.find(({ assignment }) => assignment.id === id.value)?.given
  if (!own || !given) return failed('notFound', missing('assignment'))
  if (given.claimed.has(given.today)) return done(null)
  if (!freeToday(own).includes(id.value))
    return failed('conflict', 'Something of it is to be studied today, so the day is not free.')
  await claimRow(
    store(),
    { assignmentId: id.value, learnerId: visit.learner.id, day: given.today },
    visit.now,
  )
  return done(null)
}
