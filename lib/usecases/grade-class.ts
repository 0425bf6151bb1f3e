/** The grades of a class, counted from the answers each time they are looked at: see lib/core/class/grade.ts. */
import 'server-only'
import type { Assignment } from '@/lib/core/class/assignment'
import { type AssignmentGrade, gradeAssignment, type ToGrade } from '@/lib/core/class/grade'
import { newNeeded } from '@/lib/core/class/pace'
import { groupBy } from '@/lib/core/group-by'
import type { ClassId } from '@/lib/core/ids'
import { type StudyDay, studyDayOf } from '@/lib/core/time/study-day'
import { assignmentsOf } from '@/lib/store/assignment'
import { datesOfStudents } from '@/lib/store/assignment-dates'
import { store } from '@/lib/store/client'
import {
  answerTimes,
  freeDays,
  type GradedCard,
  type GradedStudent,
  gradedCards,
  gradedStudents,
} from '@/lib/store/grade'
import { findLearners } from '@/lib/store/learner'
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
  only: Partial<Pick<GradedStudent, 'memberId' | 'learnerId'>> = {},
): Promise<{ assignments: Assignment[]; students: StudentGrades[] }> {
  const [assignments, everybody] = await Promise.all([
    assignmentsOf(store(), classId),
    gradedStudents(store(), classId),
  ])
  const going = assignments.filter((assignment) => !assignment.ended)
  const students = everybody.filter(
    ({ memberId, learnerId }) =>
      (only.memberId ?? memberId) === memberId && (only.learnerId ?? learnerId) === learnerId,
  )
  if (going.length === 0 || students.length === 0)
    return { assignments: going, students: students.map((student) => ({ student, of: [] })) }
  const whatIs = await readAll(classId, going, students)
  const graded: StudentGrades[] = []
  // One after the other: a class is no reason to hold all its logs, or to take every connection that there is.
  for (const student of students) {
    const own = await studying(student, whatIs, now)
    const of = going.map((assignment) => ({ assignment, given: givenTo(own, assignment, whatIs) }))
    graded.push({ student, of })
  }
  return { assignments: going, students: graded }
}

type WhatIs = Awaited<ReturnType<typeof readAll>>

/** All that can be read for everybody at once. */
async function readAll(
  classId: ClassId,
  going: readonly Assignment[],
  students: readonly GradedStudent[],
) {
  const learnerIds = students.map((student) => student.learnerId)
  const single = students.length === 1 ? learnerIds[0] : undefined
  const seats = new Set(students.map((student) => student.memberId))
  const ids = going.map(({ id }) => id)
  const dates = (await datesOfStudents(store(), ids)).filter(({ memberId }) => seats.has(memberId))
  const from = Math.min(...dates.map(({ startsOn }) => startsOn)) as StudyDay
  const to = Math.max(...dates.map(({ dueOn }) => dueOn)) as StudyDay
  const [cards, claimed, answered, learners] = await Promise.all([
    gradedCards(store(), classId, single),
    freeDays(store(), classId),
    answerTimes(store(), learnerIds, from, to),
    findLearners(store(), learnerIds),
  ])
  return {
    datesOf: groupBy(dates, (one) => one.memberId),
    cardsOf: groupBy(cards, (card) => card.learnerId),
    claimedBy: groupBy(claimed, (free) => free.learnerId),
    answered,
    learners: new Map(learners.map((learner) => [learner.id, learner])),
  }
}

/** What an assignment is graded from; null while it has not begun for the student. */
function givenTo(
  { student, today, joinedOn, parameters, dueWith, items }: Studying,
  { id, goal }: Assignment,
  { datesOf, claimedBy, answered }: WhatIs,
): ToGrade | null {
  const dates = datesOf.get(student.memberId)?.find(({ assignmentId }) => assignmentId === id)
  if (!dates) return null
  const from = Math.max(dates.startsOn, joinedOn) as StudyDay
  if (from > today) return null
  const term = { goal, startsOn: dates.startsOn, dueOn: dates.dueOn }
  const claimed = claimedBy.get(student.learnerId) ?? []
  return {
    ...{ from, to: dates.dueOn, today, parameters, dueWith },
    items: items.get(id) ?? [],
    answeredAt: answered.get(student.learnerId) ?? [],
    claimed: new Set(claimed.flatMap((free) => (free.assignmentId === id ? [free.day] : []))),
    pace: (unseen: number, day: StudyDay) => newNeeded(term, { fresh: unseen, metToday: 0 }, day),
  }
}

type Studying = Awaited<ReturnType<typeof studying>>

/** A student as the fold sees them, with the logs of their copies. */
async function studying(
  student: GradedStudent,
  { learners, cardsOf }: Pick<WhatIs, 'learners' | 'cardsOf'>,
  now: number,
) {
  const learner = learners.get(student.learnerId)
  if (!learner) throw new Error(`nobody sits on the seat ${student.memberId}`)
  const cards = cardsOf.get(learner.id) ?? []
  const events = await reviewsOfCards(outsideTransaction(), learner.id, [
    ...new Set(cards.map((card) => card.id)),
  ])
  const itemsOf = (of: readonly GradedCard[]) =>
    [...groupBy(of, (card) => card.itemId)].map(([itemId, those]) => ({
      itemId,
      cards: those.map(({ id }) => ({ id, events: events.get(id) ?? [] })),
    }))
  const dayOf = (at: number) => studyDayOf(at, learner.timeZone, learner.rolloverHour)
  const byAssignment = groupBy(cards, (card) => card.assignmentId)
  return {
    student,
    today: dayOf(now),
    joinedOn: dayOf(student.joinedAt.getTime()),
    parameters: parametersOf(learner).parameters,
    dueWith: await dueWithOf(outsideTransaction(), learner, events.values()),
    items: new Map([...byAssignment].map(([id, of]) => [id, itemsOf(of)])),
  }
}
