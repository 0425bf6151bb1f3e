/** Grades as staff see them, and as each student sees their own. */
import 'server-only'
import { mayInClass } from '@/lib/core/class/roles'
import type { AssignmentId } from '@/lib/core/ids'
import { MemberId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { formatStudyDay } from '@/lib/core/time/study-day'
import { store } from '@/lib/store/client'
import { type ClassHere, enterClass } from './class-access'
import { admitId, missing } from './door'
import { freeToday } from './free-days'
import { type GradeRow, gradesOf, type StudentGrades, toGrade } from './grade-class'
import type { Visit } from './visit'

export type GradedAssignment = {
  readonly id: AssignmentId
  readonly name: string
  /** YYYY-MM-DD */
  readonly startsOn: string
  readonly dueOn: string
}

export type Gradebook = ClassHere & {
  readonly assignments: readonly GradedAssignment[]
  readonly rows: readonly GradeRow[]
}

/** A row a student, a column an assignment. */
export async function readGradebook(visit: Visit, classId: unknown): Promise<Outcome<Gradebook>> {
  const here = await enterClass(store(), visit, classId, 'see results')
  if (!here.ok) return here
  const { assignments, students } = await toGrade(here.value.class.id, visit.now)
  return done({
    ...here.value,
    assignments: assignments.map(named),
    rows: students.map(gradesOf),
  })
}

export type GradesOfOne = ClassHere & {
  readonly assignments: readonly GradedAssignment[]
  readonly row: GradeRow
  /** Whether it is the visitor's own. */
  readonly own: boolean
  /** Those of which nothing is asked of the student today, so that the day can be claimed. */
  readonly free: readonly AssignmentId[]
}

/** One student's grades, day by day: for staff, and for the student, who sees the same. */
export async function readGrades(
  visit: Visit,
  input: { classId: unknown; memberId: unknown },
): Promise<Outcome<GradesOfOne>> {
  const here = await enterClass(store(), visit, input.classId, 'see the class')
  if (!here.ok) return here
  const id = admitId(MemberId, input.memberId, 'student')
  if (!id.ok) return id
  const own = id.value === here.value.seat.id
  const { role } = here.value.seat
  if (!mayInClass(role, own ? 'see own results' : 'see results'))
    return failed('notFound', missing('student'))
  const { assignments, students } = await toGrade(here.value.class.id, visit.now, {
    memberId: id.value,
  })
  const [one] = students
  if (!one) return failed('notFound', missing('student'))
  return done({
    ...here.value,
    assignments: assignments.map(named),
    row: gradesOf(one),
    own,
    free: freeToday(one),
  })
}

const named = (assignment: StudentGrades['of'][number]['assignment']): GradedAssignment => ({
  id: assignment.id,
  name: assignment.name,
  startsOn: formatStudyDay(assignment.startsOn),
  dueOn: formatStudyDay(assignment.dueOn),
})
