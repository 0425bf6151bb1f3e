/** The grades of a class, counted from the answers each time they are looked at: see lib/core/class/grade.ts. */
import 'server-only'
import type { Assignment } from '@/lib/core/class/assignment'
import { type AssignmentGrade, gradeAssignment, type ToGrade } from '@/lib/core/class/grade'
import { newNeeded } from '@/lib/core/class/pace'
import { groupBy } from '@/lib/core/group-by'
import type { ClassId } from '@/lib/core/ids'
import { type StudyDay, studyDayOf } from '@/lib/core/time/study-day'
import { assignmentsOf, exceptionsOf } from '@/lib/store/assignment'
import { store } from '@/lib/store/client'
import {
  type AssignedCard,
  answerTimes,
  assignedCards,
  freeDays,
  type GradedStudent,
  gradedStudents,
} from '@/lib/store/grade'
import { findLearner } from '@/lib/store/learner'
import { reviewsOfCards } from '@/lib/store/review'
import { outsideTransaction } from '@/lib/store/sql'
import { dueWithOf, parametersOf } from './parameters'

export type StudentGrades = {
  readonly student: GradedStudent
  /** What each assignment is graded from; null while it has not begun for them. */
  readonly of: readonly { readonly assignment: Assignment; readonly given: ToGrade | null }[]
}

export type GradeRow = {
  readonly student: GradedStudent
  /** In the order of the assignments; null while it has not begun for them. */
  readonly grades: readonly (AssignmentGrade | null)[]
  /** Mean of the shares; null where there is none yet. */
  readonly mean: number | null
}

export const gradesOf = ({ student, of }: StudentGrades): GradeRow => {
  const grades = of.map(({ given }) => given && gradeAssignment(given))
  const shares = grades.flatMap((grade) => grade?.share ?? [])
  const sum = shares.reduce((total, share) => total + share, 0)
  return { student, grades, mean: shares.length === 0 ? null : sum / shares.length }
}

/** What the grades of a class are counted from, for all its students or one of them. */
export async function toGrade(
  classId: ClassId,
  now: number,
  only: Partial<Pick<GradedStudent, 'memberId' | 'learnerId'>> | null = null,
): Promise<{ assignments: Assignment[]; students: StudentGrades[] }> {
  const [assignments, everybody] = await Promise.all([
    assignmentsOf(store(), classId),
    gradedStudents(store(), classId),
  ])
  const going = assignments.filter((assignment) => !assignment.ended)
  const students = everybody.filter(
    ({ memberId, learnerId }) =>
      (only?.memberId ?? memberId) === memberId && (only?.learnerId ?? learnerId) === learnerId,
  )
  const [single] = students
  const [cards, exceptions, claimed, answered] = await Promise.all([
    assignedCards(store(), classId, only === null ? null : (single?.learnerId ?? null)),
    Promise.all(going.map(({ id }) => exceptionsOf(store(), id))),
    freeDays(store(), classId),
    answerTimes(
      store(),
      students.map((student) => student.learnerId),
      ...spanOf(going),
    ),
  ])
  const cardsOf = groupBy(cards, (card) => card.learnerId)
  const claimedBy = groupBy(claimed, (free) => free.learnerId)
  const graded: StudentGrades[] = []
  // One after the other: a class is no reason to take every connection that there is.
  for (const student of students) {
    const own = await studying(student, cardsOf.get(student.learnerId) ?? [], now)
    const free = groupBy(claimedBy.get(student.learnerId) ?? [], (of) => of.assignmentId)
    const of = going.map((assignment, n) => {
      const other = exceptions[n]?.find(({ memberId }) => memberId === student.memberId)
      const term = {
        goal: assignment.goal,
        startsOn: other?.startsOn ?? assignment.startsOn,
        dueOn: other?.dueOn ?? assignment.dueOn,
      }
      const from = Math.max(term.startsOn, own.joinedOn) as StudyDay
      if (from > own.today) return { assignment, given: null }
      return {
        assignment,
        given: {
          ...{ from, to: term.dueOn, today: own.today, parameters: own.parameters },
          items: own.items.get(assignment.id) ?? [],
          dueWith: own.dueWith,
          answeredAt: answered.get(student.learnerId) ?? [],
          claimed: new Set((free.get(assignment.id) ?? []).map(({ day }) => day)),
          pace: (unseen: number, day: StudyDay) =>
            newNeeded(term, { fresh: unseen, metToday: 0 }, day),
        },
      }
    })
    graded.push({ student, of })
  }
  return { assignments: going, students: graded }
}

/** The days of all assignments; exceptions lie within a year of them. */
function spanOf(assignments: readonly Assignment[]): [StudyDay, StudyDay] {
  const from = Math.min(...assignments.map((assignment) => assignment.startsOn))
  const to = Math.max(...assignments.map((assignment) => assignment.dueOn))
  return [(from - 366) as StudyDay, (to + 366) as StudyDay]
}

/** A student as the fold sees them, with the logs of their copies. */
async function studying(student: GradedStudent, cards: readonly AssignedCard[], now: number) {
  const learner = await findLearner(outsideTransaction(), student.learnerId)
  if (!learner) throw new Error(`nobody sits on the seat ${student.memberId}`)
  const events = await reviewsOfCards(outsideTransaction(), learner.id, [
    ...new Set(cards.map((card) => card.id)),
  ])
  const itemsOf = (of: readonly AssignedCard[]) =>
    [...groupBy(of, (card) => card.itemId)].map(([itemId, those]) => ({
      itemId,
      cards: those.map(({ id }) => ({ id, events: events.get(id) ?? [] })),
    }))
  const dayOf = (at: number) => studyDayOf(at, learner.timeZone, learner.rolloverHour)
  const byAssignment = groupBy(cards, (card) => card.assignmentId)
  return {
    today: dayOf(now),
    joinedOn: dayOf(student.joinedAt.getTime()),
    parameters: parametersOf(learner).parameters,
    dueWith: await dueWithOf(outsideTransaction(), learner, events.values()),
    items: new Map([...byAssignment].map(([id, of]) => [id, itemsOf(of)])),
  }
}
