import 'server-only'
import { DeckId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { inTransaction } from '@/lib/store/client'
import { findDeck, mergeDeck } from '@/lib/store/deck'
import { lockLearner } from '@/lib/store/learner'
import { admit, admitId, manyIds, missing } from './door'
import type { Visit } from './visit'

/** Moves everything from some decks into one; the emptied decks are gone. Items and their memory are untouched. */
export async function mergeDecks(
  visit: Visit,
  input: { from: string[]; into: string },
): Promise<Outcome<{ deckId: DeckId }>> {
  const into = admitId(DeckId, input.into, 'deck')
  if (!into.ok) return into
  const given = admit(manyIds(DeckId), input.from)
  if (!given.ok) return given
  const from = [...new Set(given.value)].filter((id) => id !== into.value)
  if (from.length === 0) return failed('invalid', 'Choose at least one other deck to merge.')
  return inTransaction(async (db) => {
    await lockLearner(db, visit.learner.id)
    for (const id of [into.value, ...from]) {
      if (!(await findDeck(db, visit.learner.id, id))) return failed('notFound', missing('deck'))
    }
    for (const id of from) await mergeDeck(db, visit.learner.id, id, into.value)
    return done({ deckId: into.value })
  })
}
