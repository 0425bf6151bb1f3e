/** A section of an exam: the items of one text under one heading, or those of one deck that have no text. */
import { groupBy } from '../group-by'
import type { DeckId, TextId } from '../ids'
import { recallNow } from '../memory/recall'
import type { SchedulingParameters } from '../memory/state'
import type { StudyDay } from '../time/study-day'
import type { ExamItem, SectionWeights } from './exam'

/** What names the section of an item. */
export type SectionSource =
  | {
      readonly kind: 'text'
      readonly textId: TextId
      readonly textTitle: string
      /** The heading; '' before the first one. */
      readonly section: string
    }
  | { readonly kind: 'deck'; readonly deckId: DeckId; readonly deckName: string }

/** The same for the same heading of the same text, however the item came into the exam. */
export const sectionKey = (source: SectionSource): string =>
  source.kind === 'deck' ? `deck:${source.deckId}` : `text:${source.textId}:${source.section}`

export type ExamSection = {
  readonly key: string
  readonly name: string
  /** The title of the text it is of; null for a deck. */
  readonly text: string | null
  readonly items: readonly ExamItem[]
  /** In no unit: what counts is its share of the sum. */
  readonly weight: number
  /** Whether the learner set it; else it is the number of items. */
  readonly weightSet: boolean
}

/** The sections in the order in which their first items come. */
export function sectionsOf(
  items: readonly { readonly item: ExamItem; readonly source: SectionSource }[],
  weights: SectionWeights,
): ExamSection[] {
  return [...groupBy(items, ({ item }) => item.sectionKey)].map(([key, group]) => {
    const [first] = group
    if (!first) throw new Error('a group without members')
    const { source } = first
    const set = weights[key]
    return {
      key,
      name: source.kind === 'deck' ? source.deckName : source.section || source.textTitle,
      text: source.kind === 'deck' ? null : source.textTitle,
      items: group.map(({ item }) => item),
      weight: set ?? group.length,
      weightSet: set !== undefined,
    }
  })
}

/** What a section counts, 0 … 1; all 0 where no section counts anything. */
export function shareOf(section: ExamSection, all: readonly ExamSection[]): number {
  const sum = all.reduce((total, { weight }) => total + weight, 0)
  return sum === 0 ? 0 : section.weight / sum
}

export type SectionRecall = {
  /** Items of which a card was answered. */
  readonly seen: number
  /** Mean recall of the items seen, 0 … 1, of a list the share of its elements; null where none was seen. */
  readonly recall: number | null
}

/** What of a section would be recalled on a day, if nothing more were answered until then. */
export function sectionRecall(
  { items }: Pick<ExamSection, 'items'>,
  day: StudyDay,
  parameters: SchedulingParameters,
): SectionRecall {
  const seen = items.flatMap((item) => itemRecall(item, day, parameters) ?? [])
  return {
    seen: seen.length,
    recall: seen.length === 0 ? null : seen.reduce((sum, r) => sum + r, 0) / seen.length,
  }
}

function itemRecall(
  { cards }: ExamItem,
  day: StudyDay,
  parameters: SchedulingParameters,
): number | null {
  const known = cards.filter(({ memory }) => memory.phase !== 'new')
  if (known.length === 0) return null
  // Answered on the day itself: it was just shown.
  const sum = known.reduce((all, { memory }) => all + (recallNow(memory, day, parameters) ?? 1), 0)
  return sum / cards.length
}
