import 'server-only'
import { DeckId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { inTransaction } from '@/lib/store/client'
import { areDecksGiven, findDeck, mergeDeck } from '@/lib/store/deck'
import { findItems } from '@/lib/store/item'
import { lockLearner } from '@/lib/store/learner'
import { admit, admitId, manyIds, missing } from './door'
import { passOn } from './pass-on'
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
    if (await areDecksGiven(db, visit.learner.id, from))
      return failed(
        'conflict',
        'One of these decks is assigned in a class or shared by link, and would be gone there. Merge the others into it instead.',
      )
    for (const id of from) await mergeDeck(db, visit.learner.id, id, into.value)
    const items = await findItems(db, visit.learner.id, { deckId: into.value })
    await passOn(
      db,
      items.map((item) => item.id),
      visit.now,
    )
    return done({ deckId: into.value })
  })
}
