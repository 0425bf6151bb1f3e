import 'server-only'
import { store } from '@/lib/store/client'
import { readableTexts } from '@/lib/store/text'
import { type DeckSummary, deckSummaries, type TextSummary, textSummaries } from './summaries'
import type { Visit } from './visit'

export type Library = {
  readonly texts: readonly TextSummary[]
  /** All decks, those of texts too, the archived ones last. */
  readonly decks: readonly DeckSummary[]
}

export async function listLibrary(visit: Visit): Promise<Library> {
  const rows = await readableTexts(store(), visit.learner.id)
  const [texts, decks] = await Promise.all([textSummaries(visit, rows), deckSummaries(visit)])
  return { texts, decks }
}
