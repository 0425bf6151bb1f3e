import 'server-only'
import {
  type PassageInsight,
  type PlacedItem,
  passageInsight,
  passagesToTeach,
} from '@/lib/core/class/insight/passage-insight'
import { groupBy } from '@/lib/core/group-by'
import type { ItemId, TextId } from '@/lib/core/ids'
import type { StoredItem } from '@/lib/core/items/stored'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { heldByBlocks } from '@/lib/core/passages/held-spans'
import type { Span } from '@/lib/core/text/source'
import { addDays } from '@/lib/core/time/study-day'
import { type AssignedDeck, originFacts } from '@/lib/store/class-results'
import { store } from '@/lib/store/client'
import { findReadableText } from '@/lib/store/text'
import type { ClassHere } from './class-access'
import { recallOf, resultsHere, type StudentResults } from './class-results'
import { missing } from './door'
import { readWhole, type WholeText } from './read-text'
import type { Visit } from './visit'

export type PassageResult = PassageInsight & {
  /** Index of the block. */
  readonly block: number
  /** The least recalled first. */
  readonly itemIds: readonly ItemId[]
}

export type MarkedSpan = Span & { readonly recall: number | null }

export type TextResults = ClassHere & {
  readonly assignment: AssignedDeck
  /** The texts that the assignment is on, with the number of its items in each. */
  readonly texts: readonly { readonly id: TextId; readonly title: string; readonly items: number }[]
  /** Items of no text, or whose passage is gone from it: on the page of items only. */
  readonly elsewhere: number
  /** The one that is shown; null where no item is of a text. */
  readonly shown:
    | (WholeText & {
        readonly text: { readonly id: TextId; readonly title: string; readonly language: string }
        readonly passages: readonly PassageResult[]
        /** Evidence, with the mean recall of those asked. */
        readonly spans: readonly MarkedSpan[]
        readonly toTeach: readonly PassageResult[]
        /** Passages with items that nobody was asked yet. */
        readonly untouched: number
      })
    | null
  /** Students, and those whom the assignment reached. */
  readonly students: number
  readonly reached: number
}

/** The text of an assignment with what the class recalls of each passage: for its staff. */
export async function readTextResults(
  visit: Visit,
  classId: unknown,
  assignmentId: unknown,
  textId: unknown,
): Promise<Outcome<TextResults>> {
  const found = await resultsHere(visit, { classId, assignmentId })
  if (!found.ok) return found
  const { here, students, reached } = found.value
  const { assignment, items } = found.value.results
  const textOf = (item: StoredItem) => (item.evidence.length > 0 ? item.textId : null)
  const byText = groupBy(items, textOf)
  const texts = [...byText].flatMap(([id, own]) =>
    id === null ? [] : [{ id, title: own[0]?.textTitle ?? '', items: own.length }],
  )
  const base = {
    ...here,
    assignment,
    texts,
    elsewhere: byText.get(null)?.length ?? 0,
    students,
    reached: reached.length,
  }
  const wanted = texts.find(({ id }) => id === textId) ?? texts[0]
  if (!wanted) return done({ ...base, shown: null })
  const text = await findReadableText(store(), assignment.ownerId, wanted.id)
  if (!text) return failed('notFound', missing('text'))
  const { revision, id, title, language } = text
  const [whole, facts] = await Promise.all([
    readWhole(revision.id),
    originFacts(
      store(),
      items.map((item) => item.id),
    ),
  ])
  const isHere = (item: StoredItem) =>
    item.textId === id && facts.get(item.id)?.revisionId === revision.id
  const placed = items.map((item, index) => placedItem(item, index, isHere(item), reached))
  const gone = items.filter((item) => textOf(item) === id && !isHere(item)).length
  return done({
    ...base,
    elsewhere: base.elsewhere + gone,
    shown: { ...whole, text: { id, title, language }, ...insightsOf(whole, items, placed) },
  })
}

/** What is not in this revision of the text has no place in it. */
function placedItem(
  item: StoredItem,
  index: number,
  isHere: boolean,
  reached: readonly StudentResults[],
): PlacedItem {
  return {
    evidence: isHere ? item.evidence : [],
    people: reached.map(({ student, today, parameters, items }) => ({
      person: student.memberId,
      today: recallOf(items[index], today, parameters),
      tomorrow: recallOf(items[index], addDays(today, 1), parameters),
    })),
  }
}

function insightsOf(
  { blocks }: WholeText,
  items: readonly StoredItem[],
  placed: readonly PlacedItem[],
) {
  const held = heldByBlocks(
    blocks,
    placed.map((item) => item.evidence),
  )
  const passages = [...held].map(([block, indexes]) => ({
    ...passageInsight(indexes, placed),
    block,
    itemIds: leastRecalled(indexes, placed).flatMap((index) => items[index]?.id ?? []),
  }))
  const spans = placed.flatMap((item, index) => {
    const { recall } = passageInsight([index], placed)
    return item.evidence.map(({ start, end }) => ({ start, end, recall }))
  })
  return {
    passages,
    spans,
    toTeach: passagesToTeach(passages),
    untouched: passages.filter(({ memories }) => memories === 0).length,
  }
}

/** What nobody was asked comes last. */
function leastRecalled(indexes: readonly number[], placed: readonly PlacedItem[]): number[] {
  const recalls = new Map(
    indexes.map((index) => [index, passageInsight([index], placed).recallTomorrow ?? 2]),
  )
  return [...indexes].sort((a, b) => (recalls.get(a) ?? 2) - (recalls.get(b) ?? 2))
}
