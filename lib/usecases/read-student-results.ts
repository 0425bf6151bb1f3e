import 'server-only'
import { isIntroduced } from '@/lib/core/class/progress'
import { type ItemId, MemberId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { membersOf } from '@/lib/store/class'
import { type AssignedDeck, assignedDecks, studentsOf } from '@/lib/store/class-results'
import { store } from '@/lib/store/client'
import { type ClassHere, enterClass } from './class-access'
import { type AssignmentResults, recallOf, resultsOf } from './class-results'
import { admitId, missing } from './door'
import { lineOf, type StudentLine } from './read-class-results'
import type { Visit } from './visit'

/** One item of an assignment with one student. */
export type StudentItem = {
  readonly id: ItemId
  readonly question: string
  readonly section: string
  readonly asked: boolean
  /** Answers since the assignment reached them; of those, first ones of a day, and how many of these were right. */
  readonly answers: number
  readonly firsts: number
  readonly right: number
  /** Chance of recalling it today, 0 … 1; null where it was never asked. */
  readonly recall: number | null
}

export type StudentPage = ClassHere & {
  readonly memberId: MemberId
  readonly name: string
  /** Whether the visitor looks at what is said of themselves. */
  readonly own: boolean
  /** Who else can see it. */
  readonly staff: readonly string[]
  readonly assignments: readonly {
    readonly assignment: AssignedDeck
    readonly line: StudentLine
    readonly items: readonly StudentItem[]
  }[]
}

/** All that is said of a student in a class: staff look at anybody's, a student at what is said of them, and it is the same. */
export async function readStudentResults(
  visit: Visit,
  classId: unknown,
  memberId: unknown,
): Promise<Outcome<StudentPage>> {
  const staff = await enterClass(store(), visit, classId, 'see results')
  const here = staff.ok ? staff : await enterClass(store(), visit, classId, 'see own results')
  if (!here.ok) return here
  const id = admitId(MemberId, memberId, 'student')
  if (!id.ok) return id
  const own = here.value.seat.id === id.value
  if (!staff.ok && !own) return failed('notFound', missing('student'))
  const [assignments, members, students] = await Promise.all([
    assignedDecks(store(), here.value.class.id),
    membersOf(store(), here.value.class.id),
    studentsOf(store(), here.value.class.id),
  ])
  const student = students.find((one) => one.memberId === id.value)
  if (!student) return failed('notFound', missing('student'))
  const pages = await Promise.all(
    assignments.map(async (assignment) =>
      pageOf(await resultsOf(assignment, [student], visit.now)),
    ),
  )
  return done({
    ...here.value,
    memberId: id.value,
    name: student.displayName,
    own,
    staff: members.flatMap((m) => (m.role !== 'student' && m.learnerId ? [m.displayName] : [])),
    assignments: pages.flat(),
  })
}

function pageOf({ assignment, items, students: [results] }: AssignmentResults) {
  if (!results) return []
  const held = items.map(({ id, question, section }, index): StudentItem => {
    const item = results.items[index]
    const answers = item?.answers ?? []
    const firsts = answers.filter((answer) => answer.firstOfDay)
    return {
      ...{ id, question, section },
      asked: item !== undefined && isIntroduced(item),
      answers: answers.length,
      firsts: firsts.length,
      right: firsts.filter(({ grade }) => grade > 1).length,
      recall: recallOf(item, results.today, results.parameters),
    }
  })
  return [{ assignment, line: lineOf(assignment, results), items: held }]
}
