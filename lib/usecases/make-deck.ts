import 'server-only'
import { DeckId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { isDuplicate, store } from '@/lib/store/client'
import { insertDeck } from '@/lib/store/deck'
import { admit, words } from './door'
import { newId } from './new-id'
import type { Visit } from './visit'

export const DeckName = words()
  .min(1, 'A deck needs a name.')
  .max(200, 'The name of a deck has at most 200 characters.')

export const nameTaken = (name: string) =>
  failed(
    'conflict',
    `You have a deck called “${name}” already. Choose another name, or use that one.`,
  )

export async function makeDeck(
  visit: Visit,
  input: { name: string },
): Promise<Outcome<{ deckId: DeckId }>> {
  const name = admit(DeckName, input.name)
  if (!name.ok) return name
  const id = DeckId.parse(newId())
  try {
    await insertDeck(store(), { id, ownerId: visit.learner.id, name: name.value, textId: null })
  } catch (error) {
    if (isDuplicate(error)) return nameTaken(name.value)
    throw error
  }
  return done({ deckId: id })
}
