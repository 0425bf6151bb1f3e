/** The results of a class as tables for a spreadsheet, a line at a time: a row an item, and a row an answer. */
import 'server-only'
import { done, type Outcome } from '@/lib/core/outcome'
import { formatStudyDay } from '@/lib/core/time/study-day'
import {
  type AssignedDeck,
  assignedDecks,
  type Student,
  studentsOf,
} from '@/lib/store/class-results'
import { store } from '@/lib/store/client'
import { enterClass } from './class-access'
import { resultsOf, type StudentResults } from './class-results'
import { BYTE_ORDER_MARK, type Cell, csvLines } from './csv'
import { type ItemResult, itemResultsOf } from './read-item-results'
import type { Visit } from './visit'

/** What a column is called, and what stands in it. */
type Column<Row> = readonly [name: string, cell: (row: Row) => Cell]

const share = (part: number, of: number): number | null =>
  of === 0 ? null : Math.round((part / of) * 10_000) / 10_000
const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 10_000) / 10_000

type ItemRow = { readonly assignment: AssignedDeck; readonly result: ItemResult }

const ITEM_COLUMNS: readonly Column<ItemRow>[] = [
  ['assignment', ({ assignment }) => assignment.name],
  ['item_id', ({ result }) => result.item.id],
  ['section', ({ result }) => result.item.section],
  ['question', ({ result }) => result.item.question],
  ['answer', ({ result }) => result.item.answer],
  ['people_asked', ({ result }) => result.insight.people],
  ['answers', ({ result }) => result.insight.answers],
  ['first_tries', ({ result }) => result.insight.tries.of],
  ['first_tries_right', ({ result }) => result.insight.tries.right],
  ['share_right', ({ result: { insight } }) => share(insight.tries.right, insight.tries.of)],
  ['share_expected', ({ result: { insight } }) => share(insight.tries.expected, insight.tries.of)],
  ['share_said_by_model', ({ result: { insight } }) => share(insight.tries.said, insight.tries.of)],
  ['chance_of_so_few', ({ result }) => rounded(result.insight.tries.chance)],
  ['discrimination', ({ result }) => rounded(result.insight.discrimination?.r ?? null)],
  ['discrimination_people', ({ result }) => result.insight.discrimination?.people ?? null],
  ['overruled', ({ result }) => result.insight.overruled.times],
  ['called_wrong', ({ result }) => result.insight.overruled.of],
  ['recall_now', ({ result }) => rounded(result.insight.recall)],
  ['verdict', ({ result }) => result.insight.verdict.kind],
  [
    'wrong_answers',
    ({ result }) =>
      (result.wrong ?? []).map((one) => `${one.words} (${one.people})`).join('; ') || null,
  ],
]

type AnswerRow = {
  readonly assignment: AssignedDeck
  readonly student: Student
  readonly item: ItemResult['item']
  readonly answer: StudentResults['items'][number]['answers'][number]
}

const ANSWER_COLUMNS: readonly Column<AnswerRow>[] = [
  ['assignment', ({ assignment }) => assignment.name],
  ['student', ({ student }) => student.displayName],
  ['student_id', ({ student }) => student.memberId],
  ['item_id', ({ item }) => item.id],
  ['question', ({ item }) => item.question],
  ['answered_at', ({ answer }) => new Date(answer.at).toISOString()],
  ['study_day', ({ answer }) => formatStudyDay(answer.studyDay)],
  ['first_of_day', ({ answer }) => answer.firstOfDay],
  ['form', ({ answer }) => answer.form],
  ['grade', ({ answer }) => answer.grade],
  ['right', ({ answer }) => answer.grade > 1],
  ['overruled', ({ answer }) => answer.overruled],
  ['expected', ({ answer }) => rounded(answer.said)],
  ['seconds', ({ answer }) => Math.round(answer.durationMs / 100) / 10],
  ['typed', ({ answer }) => answer.typed],
]

const head = (columns: readonly Column<never>[]): string =>
  BYTE_ORDER_MARK + csvLines([columns.map(([name]) => name)])

const lineOf = <Row>(columns: readonly Column<Row>[], row: Row): string =>
  csvLines([columns.map(([, cell]) => cell(row))])

export type Table = { readonly name: string; readonly lines: AsyncGenerator<string> }

/** @param what the file that is asked for */
export async function exportClassResults(
  visit: Visit,
  classId: unknown,
  what: 'items' | 'answers',
): Promise<Outcome<Table>> {
  const here = await enterClass(store(), visit, classId, 'export results')
  if (!here.ok) return here
  const [assignments, students] = await Promise.all([
    assignedDecks(store(), here.value.class.id),
    studentsOf(store(), here.value.class.id),
  ])
  const lines = what === 'items' ? itemLines : answerLines
  return done({
    name: `passage-${what}-${formatStudyDay(visit.studyDay)}.csv`,
    lines: lines(assignments, students, visit.now),
  })
}

async function* itemLines(
  assignments: readonly AssignedDeck[],
  students: readonly Student[],
  now: number,
): AsyncGenerator<string> {
  yield head(ITEM_COLUMNS)
  for (const assignment of assignments) {
    const results = await itemResultsOf(await resultsOf(assignment, students, now, true))
    for (const result of results) yield lineOf(ITEM_COLUMNS, { assignment, result })
  }
}

/** A student at a time: the answers of a whole class are never held at once. */
async function* answerLines(
  assignments: readonly AssignedDeck[],
  students: readonly Student[],
  now: number,
): AsyncGenerator<string> {
  yield head(ANSWER_COLUMNS)
  for (const assignment of assignments) {
    for (const student of students) {
      const { items, students: results } = await resultsOf(assignment, [student], now, true)
      for (const [index, item] of items.entries()) {
        for (const answer of results[0]?.items[index]?.answers ?? [])
          yield lineOf(ANSWER_COLUMNS, { assignment, student, item, answer })
      }
    }
  }
}
