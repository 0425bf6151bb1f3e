import 'server-only'
import { DeckId } from '@/lib/core/ids'
import type { StoredItem } from '@/lib/core/items/stored'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { findDeck } from '@/lib/store/deck'
import { findItems } from '@/lib/store/item'
import { admitId, missing } from './door'
import type { Visit } from './visit'

export type DeckPaper = {
  readonly id: DeckId
  readonly name: string
  readonly textTitle: string | null
  /** The kept ones, in the order of their texts. */
  readonly items: readonly StoredItem[]
}

/** A deck as it is printed. */
export async function readDeckPaper(visit: Visit, deckId: string): Promise<Outcome<DeckPaper>> {
  const id = admitId(DeckId, deckId, 'deck')
  if (!id.ok) return id
  const deck = await findDeck(store(), visit.learner.id, id.value)
  if (!deck) return failed('notFound', missing('deck'))
  const { name, textTitle } = deck
  const items = await findItems(store(), visit.learner.id, { deckId: id.value, status: ['kept'] })
  return done({ id: id.value, name, textTitle, items })
}
