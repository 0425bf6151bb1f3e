import 'server-only'
import { type StudentProgress, studentProgress } from '@/lib/core/class/insight/progress'
import { byAttention, type Standing, standingOf } from '@/lib/core/class/insight/standing'
import type { MemberId } from '@/lib/core/ids'
import { done, type Outcome } from '@/lib/core/outcome'
import { addDays, type StudyDay } from '@/lib/core/time/study-day'
import { membersOf } from '@/lib/store/class'
import { type AssignedDeck, assignedDecks, studentsOf } from '@/lib/store/class-results'
import { store } from '@/lib/store/client'
import { type ClassHere, enterClass } from './class-access'
import { resultsOf, type StudentResults } from './class-results'
import type { Visit } from './visit'

/** What is said of one student and one assignment; the student is shown the same. */
export type StudentLine = {
  readonly memberId: MemberId
  readonly name: string
  readonly startsOn: StudyDay
  readonly dueOn: StudyDay
  readonly today: StudyDay
  readonly progress: StudentProgress
  readonly standing: Standing
  /** Cards that are due today or were before, and wait. */
  readonly waiting: number
  /** Since the day it reached them: answers, the time for them, each counted for a minute at most, and the last day of any. */
  readonly answers: number
  readonly ms: number
  readonly lastDay: StudyDay | null
}

export type ClassResults = ClassHere & {
  /** The one that is due first at the beginning. */
  readonly assignments: readonly AssignedDeck[]
  /** The one that is shown; null where nothing is assigned. */
  readonly shown: {
    readonly assignment: AssignedDeck
    readonly lines: readonly StudentLine[]
  } | null
  /** Seats on which nobody sits yet. */
  readonly free: number
}

/** How a class stands with one of its assignments, those first who need attention. */
export async function readClassResults(
  visit: Visit,
  classId: unknown,
  assignmentId: unknown,
): Promise<Outcome<ClassResults>> {
  const here = await enterClass(store(), visit, classId, 'see results')
  if (!here.ok) return here
  const { id } = here.value.class
  const [assignments, members, students] = await Promise.all([
    assignedDecks(store(), id),
    membersOf(store(), id),
    studentsOf(store(), id),
  ])
  const free = members.filter((m) => m.role === 'student' && m.learnerId === null).length
  const assignment =
    assignments.find((one) => one.id === assignmentId) ?? current(assignments, visit.studyDay)
  if (!assignment) return done({ ...here.value, assignments, shown: null, free })
  const results = await resultsOf(assignment, students, visit.now)
  const lines = results.students.map((student) => lineOf(assignment, student)).sort(byAttention)
  return done({ ...here.value, assignments, shown: { assignment, lines }, free })
}

/** What is due next, or else what was due last. */
function current(assignments: readonly AssignedDeck[], today: StudyDay): AssignedDeck | null {
  const running = assignments.find((one) => one.dueOn >= today && one.startsOn <= today)
  return running ?? assignments.findLast((one) => one.dueOn < today) ?? assignments[0] ?? null
}

export function lineOf(
  { goal }: AssignedDeck,
  { student, dates, today, parameters, items }: StudentResults,
): StudentLine {
  const { startsOn, dueOn, deliveredAt } = dates
  const progress = studentProgress(items, { goal, dueOn }, today, parameters)
  const answers = items.flatMap((item) => item.answers)
  const cards = items.flatMap((item) => item.cards)
  return {
    memberId: student.memberId,
    name: student.displayName,
    ...{ startsOn, dueOn, today, progress },
    standing: standingOf(progress, { startsOn, dueOn, today }, deliveredAt !== null),
    waiting: cards.filter(({ dueDay }) => dueDay !== null && dueDay < addDays(today, 1)).length,
    answers: answers.length,
    ms: answers.reduce((sum, { durationMs }) => sum + durationMs, 0),
    lastDay: answers.reduce<StudyDay | null>(
      (last, { studyDay }) => (last === null || studyDay > last ? studyDay : last),
      null,
    ),
  }
}
