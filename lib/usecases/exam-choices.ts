/** What an exam can be on: decks, sections of texts, and items found by their words. */
import 'server-only'
import { type ExamPart, partKey } from '@/lib/core/exam/exam'
import { groupBy } from '@/lib/core/group-by'
import { type DeckId, ItemId, type TextId } from '@/lib/core/ids'
import { done, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { type DeckRow, decksOf } from '@/lib/store/deck'
import { type SectionChoice, sectionChoices } from '@/lib/store/exam'
import { findItems } from '@/lib/store/item'
import { findReadableText } from '@/lib/store/text'
import { search } from './search'
import type { Visit } from './visit'

type DeckChoice = { readonly id: DeckId; readonly name: string; readonly items: number }

export type ExamChoices = {
  readonly texts: readonly {
    readonly id: TextId
    readonly title: string
    readonly decks: readonly DeckChoice[]
    readonly sections: readonly { readonly section: string; readonly items: number }[]
  }[]
  /** Decks that were not made from one of these texts. */
  readonly decks: readonly DeckChoice[]
}

/** `parts` are offered too where they hold nothing now: whoever edits an exam does not lose them by the way. */
export async function examChoices(
  visit: Visit,
  parts: readonly ExamPart[] = [],
): Promise<ExamChoices> {
  const [sections, all] = await Promise.all([
    sectionChoices(store(), visit.learner.id),
    decksOf(store(), visit.learner.id),
  ])
  const chosen = new Set(parts.map(partKey))
  const decks = all.filter(
    ({ id, archived, items }) =>
      (!archived && items > 0) || chosen.has(partKey({ kind: 'deck', deckId: id })),
  )
  const offered = [...sections, ...(await emptySections(visit, sections, parts))]
  const texts = [...groupBy(offered, (section) => section.textId)].map(([id, of]) => ({
    id,
    title: of[0]?.textTitle ?? '',
    decks: decks.filter((deck) => deck.textId === id).map(deckChoice),
    sections: of.map(({ section, items }) => ({ section, items })),
  }))
  const listed = new Set(texts.flatMap((text) => text.decks.map((deck) => deck.id)))
  return { texts, decks: decks.filter((deck) => !listed.has(deck.id)).map(deckChoice) }
}

/** Sections among the parts that have no items, or none any more. */
async function emptySections(
  { learner }: Visit,
  there: readonly SectionChoice[],
  parts: readonly ExamPart[],
): Promise<SectionChoice[]> {
  const full = new Set(there.map((of) => partKey({ kind: 'section', ...of })))
  const found = parts.map(async (part) => {
    if (part.kind !== 'section' || full.has(partKey(part))) return []
    const text = await findReadableText(store(), learner.id, part.textId)
    return text ? [{ ...part, textTitle: text.title, items: 0 }] : []
  })
  return (await Promise.all(found)).flat()
}

const deckChoice = ({ id, name, archived, items }: DeckRow): DeckChoice => ({
  ...{ id, items },
  name: archived ? `${name} (archived)` : name,
})

export type ItemChoice = {
  readonly id: ItemId
  readonly question: string
  readonly textTitle: string | null
}

/** So many hits are shown; whoever looks for more types more. */
const MOST_HITS = 8

/** Kept items that hold the words. */
export async function findExamItems(visit: Visit, query: string): Promise<Outcome<ItemChoice[]>> {
  const found = await search(visit, query)
  if (!found.ok) return found
  const kept = found.value.items.filter(({ item }) => item.status === 'kept').slice(0, MOST_HITS)
  return done(kept.map(({ item }) => choiceOf(item)))
}

/** Items that an exam is on already. */
export async function chosenItems(visit: Visit, ids: readonly ItemId[]): Promise<ItemChoice[]> {
  if (ids.length === 0) return []
  return (await findItems(store(), visit.learner.id, { ids })).map(choiceOf)
}

const choiceOf = ({ id, question, textTitle }: ItemChoice): ItemChoice => ({
  id: ItemId.parse(id),
  question,
  textTitle,
})
