import 'server-only'
import { z } from 'zod'
import { DeckId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { isDuplicate, store } from '@/lib/store/client'
import { findDeck, updateDeck } from '@/lib/store/deck'
import { admit, admitId, missing } from './door'
import { nameTaken } from './make-deck'
import type { Visit } from './visit'

/** Puts a deck away, or brings it back. What is only in archived decks is not asked; its memory stays. */
export async function archiveDeck(
  visit: Visit,
  input: { deckId: string; archived: boolean },
): Promise<Outcome<{ deckId: DeckId }>> {
  const id = admitId(DeckId, input.deckId, 'deck')
  if (!id.ok) return id
  const archived = admit(z.boolean(), input.archived)
  if (!archived.ok) return archived
  const deck = await findDeck(store(), visit.learner.id, id.value)
  if (!deck) return failed('notFound', missing('deck'))
  try {
    const there = await updateDeck(store(), visit.learner.id, id.value, {
      archivedAt: archived.value ? new Date(visit.now) : null,
    })
    if (!there) return failed('notFound', missing('deck'))
  } catch (error) {
    if (isDuplicate(error)) return nameTaken(deck.name)
    throw error
  }
  return done({ deckId: id.value })
}
