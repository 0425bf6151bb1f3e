/** Days on which nothing of an assignment is asked, so that they can be claimed for its grade. */
import 'server-only'
import { askedOn } from '@/lib/core/class/grade'
import type { AssignmentId, ClassId } from '@/lib/core/ids'
import { type StudentGrades, toGrade } from './grade-class'
import type { Visit } from './visit'

/** The assignments of which nothing is asked today, while they run, and whose day is not claimed yet. */
export const freeToday = ({ of }: StudentGrades): AssignmentId[] =>
  of.flatMap(({ assignment, given }) => {
    if (!given || given.today > given.to || given.items.length === 0) return []
    const { due, fresh } = askedOn(given, given.today)
    return due + fresh > 0 || given.claimed.has(given.today) ? [] : [assignment.id]
  })

/** Those of the student's own, among the given classes. */
export async function ownFreeToday(
  { learner, now }: Visit,
  classIds: readonly ClassId[],
): Promise<Set<AssignmentId>> {
  const graded = await Promise.all(
    [...new Set(classIds)].map((id) => toGrade(id, now, { learnerId: learner.id })),
  )
  return new Set(graded.flatMap(({ students }) => students.flatMap(freeToday)))
}
