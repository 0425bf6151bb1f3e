import 'server-only'
import { type ItemInsight, itemInsights } from '@/lib/core/class/insight/item-insight'
import {
  type GivenAnswer,
  type WrongAnswer,
  wrongAnswers,
} from '@/lib/core/class/insight/wrong-answers'
import { SMALLEST_SPLIT } from '@/lib/core/class/split'
import type { StoredItem } from '@/lib/core/items/stored'
import { done, type Outcome } from '@/lib/core/outcome'
import { type AssignedDeck, originFacts } from '@/lib/store/class-results'
import { store } from '@/lib/store/client'
import type { ClassHere } from './class-access'
import { type AssignmentResults, recallOf, resultsHere } from './class-results'
import type { Visit } from './visit'

export type ItemResult = {
  readonly item: StoredItem
  readonly insight: ItemInsight
  /** When it was last worded otherwise, milliseconds since 1970: only answers after that are counted. Null: never. */
  readonly wordedAt: number | null
  /** Null where fewer than five people were asked: they are not shown. */
  readonly wrong: readonly WrongAnswer[] | null
  /** What the machine called wrong and its writer right; null as above. */
  readonly overruled: readonly WrongAnswer[] | null
}

export type ItemResults = ClassHere & {
  readonly assignment: AssignedDeck
  /** In the order of their texts. */
  readonly items: readonly ItemResult[]
  /** Students, and those whom it reached. */
  readonly students: number
  readonly reached: number
  /** Whether the deck is the visitor's, who alone can mend its items. */
  readonly own: boolean
}

/** What the class's answers say of each item of an assignment: for its staff. */
export async function readItemResults(
  visit: Visit,
  classId: unknown,
  assignmentId: unknown,
): Promise<Outcome<ItemResults>> {
  const found = await resultsHere(visit, { classId, assignmentId }, true)
  if (!found.ok) return found
  const { here, results, students, reached } = found.value
  return done({
    ...here,
    assignment: results.assignment,
    items: await itemResultsOf(results),
    students,
    reached: reached.length,
    own: results.assignment.ownerId === visit.learner.id,
  })
}

export async function itemResultsOf(results: AssignmentResults): Promise<ItemResult[]> {
  const facts = await originFacts(
    store(),
    results.items.map((item) => item.id),
  )
  const answersBy = results.items.map((item, index) => {
    const since = facts.get(item.id)?.wordedAt ?? null
    return results.students.map(({ student, today, parameters, items }) => ({
      person: student.memberId,
      answers: (items[index]?.answers ?? []).filter(({ at }) => since === null || at > since),
      recall: recallOf(items[index], today, parameters),
    }))
  })
  const insights = itemInsights(answersBy)
  return results.items.flatMap((item, index) => {
    const insight = insights[index]
    if (!insight) return []
    const given = answersBy[index] ?? []
    const shown = insight.people >= SMALLEST_SPLIT
    return [
      {
        item,
        insight,
        wordedAt: facts.get(item.id)?.wordedAt ?? null,
        wrong: shown ? wrongAnswers(given.flatMap(wronglyGiven)) : null,
        overruled: shown ? wrongAnswers(given.flatMap(overruledBy)) : null,
      },
    ]
  })
}

type Given = { readonly person: string; readonly answers: AssignmentAnswers }
type AssignmentAnswers = AssignmentResults['students'][number]['items'][number]['answers']

/** Of a list, the lines that are no element of it: each missed element's answer bears all of them, and they count once. */
function wronglyGiven({ person, answers }: Given): GivenAnswer[] {
  const wrong = answers.filter((answer) => answer.grade === 1 && !answer.overruled)
  const said = wrong.flatMap(({ form, at, typed }) =>
    form === 'list'
      ? typed.split('\n').map((line) => ({ at, words: line }))
      : [{ at, words: typed }],
  )
  const once = new Map(said.map(({ at, words }) => [`${at} ${words}`, { person, words }]))
  return [...once.values()]
}

const overruledBy = ({ person, answers }: Given): GivenAnswer[] =>
  answers.flatMap(({ overruled, typed }) => (overruled ? [{ person, words: typed }] : []))
