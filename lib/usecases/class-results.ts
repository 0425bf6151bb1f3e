/**
 * The results of an assignment: what each student of the class did with it and remembers of it. Everything that is said of
 * a class is counted from this, for teachers and for each student the same.
 */
import 'server-only'
import { type CardReading, readCard, type SaidAnswer } from '@/lib/core/class/insight/read-card'
import { isIntroduced, recallExpected } from '@/lib/core/class/progress'
import { groupBy } from '@/lib/core/group-by'
import { AssignmentId, type ItemId } from '@/lib/core/ids'
import type { StoredItem } from '@/lib/core/items/stored'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import type { SchedulingParameters } from '@/lib/core/memory/state'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { type StudyDay, studyDayOf } from '@/lib/core/time/study-day'
import { datesOfStudents, type StudentDates } from '@/lib/store/assignment-dates'
import {
  type AssignedDeck,
  assignedDecks,
  type CopyCard,
  copiedCards,
  type Student,
  studentsOf,
} from '@/lib/store/class-results'
import { type Db, store } from '@/lib/store/client'
import { findItems } from '@/lib/store/item'
import { type ClassHere, enterClass } from './class-access'
import { admitId, missing } from './door'
import type { Visit } from './visit'

/** An item as one student has it. Without cards: it has not reached them, or they have put it away. */
export type HeldItem = {
  readonly cards: readonly (CardReading & { readonly dueDay: StudyDay | null })[]
  /** Given since the assignment reached them: what they did before with it is theirs alone, though they still remember it. */
  readonly answers: readonly SaidAnswer[]
}

export type StudentResults = {
  readonly student: Student
  readonly dates: StudentDates
  /** In their own zone. */
  readonly today: StudyDay
  readonly parameters: SchedulingParameters
  /** In the order of the assignment's items. */
  readonly items: readonly HeldItem[]
}

export type AssignmentResults = {
  readonly assignment: AssignedDeck
  readonly items: readonly StoredItem[]
  readonly students: readonly StudentResults[]
}

/** The teacher's items that an assignment is on, in the order of their texts. */
async function assignedItems(
  db: Db,
  { ownerId, deckId, sections }: AssignedDeck,
): Promise<StoredItem[]> {
  const items = await findItems(db, ownerId, { deckId, status: ['kept'] })
  return sections.length === 0 ? items : items.filter((item) => sections.includes(item.section))
}

export type ResultsHere = {
  readonly here: ClassHere
  readonly results: AssignmentResults
  /** How many students the class has. */
  readonly students: number
  /** Those whom the assignment has reached. */
  readonly reached: readonly StudentResults[]
}

/** The results of the assignment that an address names, of the whole class: for its staff. `words`: see resultsOf. */
export async function resultsHere(
  visit: Visit,
  { classId, assignmentId }: { classId: unknown; assignmentId: unknown },
  words = false,
): Promise<Outcome<ResultsHere>> {
  const here = await enterClass(store(), visit, classId, 'see results')
  if (!here.ok) return here
  const wanted = admitId(AssignmentId, assignmentId, 'assignment')
  if (!wanted.ok) return wanted
  const { id } = here.value.class
  const [assigned, students] = await Promise.all([
    assignedDecks(store(), id),
    studentsOf(store(), id),
  ])
  const assignment = assigned.find((one) => one.id === wanted.value)
  if (!assignment) return failed('notFound', missing('assignment'))
  const results = await resultsOf(assignment, students, visit.now, words)
  const reached = results.students.filter(({ dates }) => dates.deliveredAt !== null)
  return done({ here: here.value, results, students: students.length, reached })
}

/** @param words whether what was typed is asked for too */
export async function resultsOf(
  assignment: AssignedDeck,
  students: readonly Student[],
  now: number,
  words = false,
): Promise<AssignmentResults> {
  const db = store()
  const [items, allDates] = await Promise.all([
    assignedItems(db, assignment),
    datesOfStudents(db, [assignment.id]),
  ])
  const dates = new Map(allDates.map((one) => [one.memberId, one]))
  const reached = students.flatMap(({ memberId, learnerId }) =>
    dates.get(memberId)?.deliveredAt == null ? [] : [learnerId],
  )
  const originIds = items.map((item) => item.id)
  const cards = groupBy(await copiedCards(db, reached, originIds, words), (c) => c.learnerId)
  return {
    assignment,
    items,
    students: students.flatMap((student) => {
      const own = dates.get(student.memberId)
      return own
        ? [resultsOfStudent(student, own, originIds, cards.get(student.learnerId) ?? [], now)]
        : []
    }),
  }
}

function resultsOfStudent(
  student: Student,
  dates: StudentDates,
  originIds: readonly ItemId[],
  cards: readonly CopyCard[],
  now: number,
): StudentResults {
  const parameters = parametersOfStudent(student)
  const byOrigin = groupBy(cards, (card) => card.originId)
  const since = dates.deliveredAt ?? now
  return {
    student,
    dates,
    today: studyDayOf(now, student.timeZone, student.rolloverHour),
    parameters,
    items: originIds.map((id) => {
      const read = (byOrigin.get(id) ?? []).map(({ events, dueDay }) => ({
        ...readCard(events, parameters),
        dueDay,
      }))
      const answers = read.flatMap((card) => card.answers.filter((answer) => answer.at >= since))
      return { cards: read, answers }
    }),
  }
}

/** Those without weights of their own share one object, and with it what is computed from it. */
const parametersOfStudent = ({ weights }: Student): SchedulingParameters =>
  weights ? { ...DEFAULT_PARAMETERS, weights } : DEFAULT_PARAMETERS

/** The chance that a student recalls an item on a day, 0 … 1; null where it was never asked. */
export const recallOf = (
  item: HeldItem | undefined,
  day: StudyDay,
  parameters: SchedulingParameters,
): number | null => (item && isIntroduced(item) ? recallExpected(item, day, parameters) : null)
