import 'server-only'
import { DeckId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { findDeck } from '@/lib/store/deck'
import { admitId, missing } from './door'
import { type ItemView, itemViews } from './item-view'
import { type DeckSummary, deckSummaries, loadWaiting } from './summaries'
import type { Visit } from './visit'

export type DeckPage = { readonly deck: DeckSummary; readonly items: readonly ItemView[] }

/** A deck with its items: kept and retired ones. */
export async function readDeck(visit: Visit, deckId: string): Promise<Outcome<DeckPage>> {
  const id = admitId(DeckId, deckId, 'deck')
  if (!id.ok) return id
  const row = await findDeck(store(), visit.learner.id, id.value)
  if (!row) return failed('notFound', missing('deck'))
  const [waiting, items] = await Promise.all([
    loadWaiting(visit, [row]),
    itemViews(visit, { deckId: row.id, status: ['kept', 'retired'] }),
  ])
  const [deck] = deckSummaries(waiting)
  if (!deck) throw new Error(`deck ${row.id} has no summary`)
  return done({ deck, items })
}
