import 'server-only'
import { store } from '@/lib/store/client'
import { readableTexts } from '@/lib/store/text'
import {
  type DeckSummary,
  deckSummaries,
  loadWaiting,
  type TextSummary,
  textSummaries,
  type Waiting,
} from './summaries'
import type { Visit } from './visit'

export type Library = {
  readonly texts: readonly TextSummary[]
  /** All decks, those of texts too, the archived ones last. */
  readonly decks: readonly DeckSummary[]
}

export async function listLibrary(visit: Visit): Promise<Library> {
  return libraryOf(visit, await loadWaiting(visit))
}

/** The library, counted with what is loaded already. */
export async function libraryOf(visit: Visit, waiting: Waiting): Promise<Library> {
  const decks = deckSummaries(waiting)
  const rows = await readableTexts(store(), visit.learner.id)
  return { texts: await textSummaries(visit, rows, decks), decks }
}
