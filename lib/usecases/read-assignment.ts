/** An assignment as its class sees it: who teaches sees everybody, a student what is said of themselves. */
import 'server-only'
import type { Assignment } from '@/lib/core/class/assignment'
import type { Member } from '@/lib/core/class/class'
import { type Progress, progressOf } from '@/lib/core/class/progress'
import { groupBy } from '@/lib/core/group-by'
import { AssignmentId, type LearnerId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { type StudyDay, studyDayOf } from '@/lib/core/time/study-day'
import { assignmentsOf, findAssignment, itemsAssigned } from '@/lib/store/assignment'
import { datesOfStudents } from '@/lib/store/assignment-dates'
import { type StudentItem, studentItems } from '@/lib/store/assignment-progress'
import { membersOf } from '@/lib/store/class'
import { store } from '@/lib/store/client'
import { findLearners } from '@/lib/store/learner'
import { type ClassHere, enterClass } from './class-access'
import { admitId, missing } from './door'
import { findOwnAssignment, listOwnAssignments, type OwnLine } from './own-assignments'
import { parametersOf } from './parameters'
import type { Visit } from './visit'

/** How one student stands with an assignment; also of a seat on which nobody sits yet. */
export type AssignedStudent = {
  readonly member: Member
  readonly startsOn: StudyDay
  readonly dueOn: StudyDay
  /** Whether these dates are other than the class's. */
  readonly excepted: boolean
  /** null: it has not reached them. */
  readonly progress: Progress | null
}

export type AssignmentPage = {
  readonly here: ClassHere
  readonly assignment: Assignment
  readonly items: number
  /** The study day in the zone of the class. */
  readonly today: StudyDay
} & (
  | { readonly kind: 'staff'; readonly students: readonly AssignedStudent[] }
  | {
      readonly kind: 'student'
      readonly own: OwnLine
      readonly held: readonly StudentItem[]
    }
)

/** One assignment, for whoever sits in the class: its staff see all students, a student only what is theirs. */
export async function readAssignment(
  visit: Visit,
  input: { classId: unknown; assignmentId: unknown },
): Promise<Outcome<AssignmentPage>> {
  const entered = await enterClass(store(), visit, input.classId, 'see the class')
  if (!entered.ok) return entered
  const here = entered.value
  const id = admitId(AssignmentId, input.assignmentId, 'assignment')
  if (!id.ok) return id
  const assignment = await findAssignment(store(), here.class.id, id.value)
  if (!assignment) return failed('notFound', missing('assignment'))
  const today = classDay(visit, here)
  const items = (await itemsAssigned(store(), assignment.id)).length
  const page = { here, assignment, items, today }
  if (here.seat.role !== 'student') {
    const results = await enterClass(store(), visit, here.class.id, 'see results')
    if (!results.ok) return results
    return done({ ...page, kind: 'staff', students: await studentLines(visit, assignment) })
  }
  const own = await findOwnAssignment(visit, assignment.id)
  if (!own) return failed('notFound', missing('assignment'))
  const { items: held, ...line } = own
  return done({ ...page, kind: 'student', own: line, held })
}

/** The hour at which days end for who set no other. */
const USUAL_ROLLOVER = 4

const classDay = ({ now }: Visit, { class: { timeZone } }: ClassHere): StudyDay =>
  studyDayOf(now, timeZone, USUAL_ROLLOVER)

/** By name; each student's progress on their own study day, with their own parameters. */
async function studentLines({ now }: Visit, assignment: Assignment): Promise<AssignedStudent[]> {
  const [members, dates, items] = await Promise.all([
    membersOf(store(), assignment.classId),
    datesOfStudents(store(), [assignment.id]),
    studentItems(store(), [assignment.id]),
  ])
  const learners = await findLearners(
    store(),
    members.flatMap(({ role, learnerId }) => (role === 'student' ? (learnerId ?? []) : [])),
  )
  const byId = new Map(learners.map((learner) => [learner.id, learner]))
  const datesOf = new Map(dates.map((one) => [one.memberId, one]))
  const held = groupBy(items, (item): LearnerId => item.learnerId)
  return members.flatMap((member): AssignedStudent[] => {
    const own = datesOf.get(member.id)
    if (!own) return []
    const { startsOn, dueOn, excepted, deliveredAt } = own
    const learner = member.learnerId && byId.get(member.learnerId)
    const line = { member, startsOn, dueOn, excepted }
    if (!learner || deliveredAt === null) return [{ ...line, progress: null }]
    const today = studyDayOf(now, learner.timeZone, learner.rolloverHour)
    const { parameters } = parametersOf(learner)
    const term = { goal: assignment.goal, dueOn }
    const progress = progressOf(held.get(learner.id) ?? [], term, today, parameters)
    return [{ ...line, progress }]
  })
}

export type ClassAssignments =
  | {
      readonly kind: 'staff'
      readonly today: StudyDay
      readonly assignments: readonly Assignment[]
    }
  | { readonly kind: 'student'; readonly today: StudyDay; readonly lines: readonly OwnLine[] }

/** What is assigned in a class, for its home. */
export async function listAssignments(
  visit: Visit,
  classId: unknown,
): Promise<Outcome<ClassAssignments>> {
  const here = await enterClass(store(), visit, classId, 'see the class')
  if (!here.ok) return here
  const { class: room, seat } = here.value
  if (seat.role === 'student') {
    const lines = await listOwnAssignments(visit, room.id)
    return done({ kind: 'student', today: visit.studyDay, lines })
  }
  const assignments = await assignmentsOf(store(), room.id)
  return done({ kind: 'staff', today: classDay(visit, here.value), assignments })
}
