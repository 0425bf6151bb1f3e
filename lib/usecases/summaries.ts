/** Decks and texts as lists show them: what is in them, and what of it is to be asked today. */
import 'server-only'
import type { DeckId, TextId } from '@/lib/core/ids'
import { type Counts, countDue, type QueueDay } from '@/lib/core/session/queue'
import { store } from '@/lib/store/client'
import { type DeckRow, decksOf } from '@/lib/store/deck'
import { countByStatus } from '@/lib/store/item'
import { type QueueRow, queueItems } from '@/lib/store/queue'
import type { TextRow } from '@/lib/store/text'
import { itemViews } from './item-view'
import { queueDay } from './queue-day'
import type { Visit } from './visit'

export type { Counts }

export type DeckSummary = {
  readonly id: DeckId
  readonly name: string
  readonly textId: TextId | null
  readonly textTitle: string | null
  readonly items: number
  readonly counts: Counts
  readonly archived: boolean
}

export type TextSummary = {
  readonly id: TextId
  readonly title: string
  readonly author: string
  readonly language: string
  readonly licence: string
  readonly basedOn: string
  readonly origin: 'shipped' | 'added'
  readonly words: number
  readonly revision: number
  /** ISO instant. */
  readonly addedAt: string
  readonly proposed: number
  readonly kept: number
  readonly rejected: number
  readonly retired: number
  /** Share of the kept items that would be recalled now (those never seen count 0); null when none was seen. */
  readonly recall: number | null
  /** Kept items reviewed at least once. */
  readonly seen: number
  readonly decks: readonly DeckSummary[]
}

export async function deckSummaries(visit: Visit): Promise<DeckSummary[]> {
  const [decks, { day }, queue] = await Promise.all([
    decksOf(store(), visit.learner.id),
    queueDay(visit),
    queueOf(visit),
  ])
  return decks.map((deck) => deckSummary(deck, queue, day))
}

export const queueOf = (visit: Visit): Promise<QueueRow[]> =>
  queueItems(store(), visit.learner.id, {
    day: visit.studyDay,
    newPerDeck: visit.learner.newPerDay,
  })

function deckSummary(deck: DeckRow, queue: readonly QueueRow[], day: QueueDay): DeckSummary {
  const own = queue.filter((item) => item.deckIds.includes(deck.id))
  const { id, name, textId, textTitle, items, archived } = deck
  return { id, name, textId, textTitle, items, archived, counts: countDue(own, day) }
}

export async function textSummaries(
  visit: Visit,
  rows: readonly TextRow[],
): Promise<TextSummary[]> {
  const [decks, counts, kept] = await Promise.all([
    deckSummaries(visit),
    countByStatus(store(), visit.learner.id),
    itemViews(visit, { textIds: rows.map((row) => row.id), status: ['kept'] }),
  ])
  return rows.map((row) => {
    const items = kept.filter((item) => item.textId === row.id)
    const seen = items.filter((item) => item.recall !== null)
    const known = seen.reduce((sum, item) => sum + (item.recall ?? 0), 0)
    const { id, title, author, language, licence, basedOn, origin, revision } = row
    return {
      ...{ id, title, author, language, licence, basedOn, origin },
      words: revision.words,
      revision: revision.number,
      addedAt: row.createdAt.toISOString(),
      ...(counts.get(id) ?? { proposed: 0, kept: 0, rejected: 0, retired: 0 }),
      recall: seen.length === 0 ? null : known / items.length,
      seen: seen.length,
      decks: decks.filter((deck) => deck.textId === id),
    }
  })
}
