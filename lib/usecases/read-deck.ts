import 'server-only'
import { DeckId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { admitId, missing } from './door'
import { type ItemView, itemViews } from './item-view'
import { type DeckSummary, deckSummaries } from './summaries'
import type { Visit } from './visit'

export type DeckPage = { readonly deck: DeckSummary; readonly items: readonly ItemView[] }

/** A deck with its items: kept and retired ones. */
export async function readDeck(visit: Visit, deckId: string): Promise<Outcome<DeckPage>> {
  const id = admitId(DeckId, deckId, 'deck')
  if (!id.ok) return id
  const deck = (await deckSummaries(visit)).find((d) => d.id === id.value)
  if (!deck) return failed('notFound', missing('deck'))
  return done({
    deck,
    items: await itemViews(visit, { deckId: deck.id, status: ['kept', 'retired'] }),
  })
}
