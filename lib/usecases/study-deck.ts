import 'server-only'
import { z } from 'zod'
import { DeckId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { updateDeck } from '@/lib/store/deck'
import { admit, admitId, missing } from './door'
import type { Visit } from './visit'

/** Whether one studies a deck oneself. What is only in decks that are not studied is not asked; its memory stays. */
export async function studyDeck(
  visit: Visit,
  input: { deckId: string; studied: boolean },
): Promise<Outcome<{ deckId: DeckId }>> {
  const id = admitId(DeckId, input.deckId, 'deck')
  if (!id.ok) return id
  const studied = admit(z.boolean(), input.studied)
  if (!studied.ok) return studied
  const there = await updateDeck(store(), visit.learner.id, id.value, { studied: studied.value })
  return there ? done({ deckId: id.value }) : failed('notFound', missing('deck'))
}
