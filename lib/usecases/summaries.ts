/** Decks and texts as lists show them: what is in them, and what of it is to be asked today. */
import 'server-only'
import type { DeckId, TextId } from '@/lib/core/ids'
import { forgettingOf } from '@/lib/core/memory/algorithm'
import type { Counts } from '@/lib/core/session/queue'
import { store } from '@/lib/store/client'
import { type DeckRow, decksOf } from '@/lib/store/deck'
import { countByStatus, knowledgeOfTexts } from '@/lib/store/knowledge'
import { countByDeck } from '@/lib/store/queue'
import { giversOfTexts, type TextRow } from '@/lib/store/text'
import { doneToday } from './done-today'
import { overlayToday } from './overlay'
import { parametersOf } from './parameters'
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
  /** False: its owner is not asked what is only in such decks. */
  readonly studied: boolean
}

export type TextSummary = {
  readonly id: TextId
  readonly title: string
  readonly author: string
  readonly language: string
  readonly licence: string
  readonly basedOn: string
  readonly origin: 'shipped' | 'added'
  /** From whom it came, by the name they are known under; null for one's own and those of the library. */
  readonly givenBy: string | null
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

/** What decks and texts are counted with, loaded once for all that a page shows. */
export type Waiting = {
  readonly decks: readonly DeckRow[]
  readonly counts: ReadonlyMap<DeckId, Counts>
}

/** What waits in the given decks, or in all. */
export async function loadWaiting(visit: Visit, only?: readonly DeckRow[]): Promise<Waiting> {
  const { id, newPerDay } = visit.learner
  const [decks, done, overlay] = await Promise.all([
    only ?? decksOf(store(), id),
    doneToday(visit),
    overlayToday(visit),
  ])
  const counts = await countByDeck(store(), id, {
    day: visit.studyDay,
    now: visit.now,
    overlay,
    newAtMost: Math.max(0, newPerDay - done.introduced - (overlay?.assigned.size ?? 0)),
    ...(only && { deckIds: only.map((deck) => deck.id) }),
  })
  return { decks, counts }
}

const NOTHING: Counts = { new: 0, learning: 0, due: 0 }

export function deckSummaries({ decks, counts }: Waiting): DeckSummary[] {
  return decks.map(({ id, name, textId, textTitle, items, archived, studied }) => ({
    ...{ id, name, textId, textTitle, items, archived, studied },
    counts: counts.get(id) ?? NOTHING,
  }))
}

/** The given texts; their decks are among those of `decks`. */
export async function textSummaries(
  visit: Visit,
  rows: readonly TextRow[],
  decks: readonly DeckSummary[],
): Promise<TextSummary[]> {
  const [only = null] = rows.length === 1 ? rows.map((row) => row.id) : []
  const forgetting = forgettingOf(parametersOf(visit.learner).parameters)
  const [counts, knowledge, givers] = await Promise.all([
    countByStatus(store(), visit.learner.id, only),
    knowledgeOfTexts(store(), visit.learner.id, { day: visit.studyDay, forgetting }, only),
    giversOfTexts(store(), visit.learner.id),
  ])
  return rows.map((row) => {
    const known = knowledge.find((of) => of.textId === row.id)
    const items = counts.get(row.id) ?? { proposed: 0, kept: 0, rejected: 0, retired: 0 }
    const { id, title, author, language, licence, basedOn, origin, revision } = row
    return {
      ...{ id, title, author, language, licence, basedOn, origin },
      givenBy: givers.get(id) ?? null,
      words: revision.words,
      revision: revision.number,
      addedAt: row.createdAt.toISOString(),
      ...items,
      recall: known ? known.recalled / items.kept : null,
      seen: known?.seen ?? 0,
      decks: decks.filter((deck) => deck.textId === id),
    }
  })
}
