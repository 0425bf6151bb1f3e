import 'server-only'
import { DeckId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { isDuplicate, store } from '@/lib/store/client'
import { updateDeck } from '@/lib/store/deck'
import { admit, admitId, missing } from './door'
import { DeckName, nameTaken } from './make-deck'
import type { Visit } from './visit'

export async function renameDeck(
  visit: Visit,
  input: { deckId: string; name: string },
): Promise<Outcome<{ deckId: DeckId }>> {
  const id = admitId(DeckId, input.deckId, 'deck')
  if (!id.ok) return id
  const name = admit(DeckName, input.name)
  if (!name.ok) return name
  try {
    const there = await updateDeck(store(), visit.learner.id, id.value, { name: name.value })
    if (!there) return failed('notFound', missing('deck'))
  } catch (error) {
    if (isDuplicate(error)) return nameTaken(name.value)
    throw error
  }
  return done({ deckId: id.value })
}
