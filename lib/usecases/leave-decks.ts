/**
 * A teacher goes and a class of theirs goes on: whoever becomes its owner gets copies of the decks that are assigned in it,
 * and what the students hold are copies of those from then on.
 */
import 'server-only'
import { DeckId, type LearnerId } from '@/lib/core/ids'
import type { Db } from '@/lib/store/client'
import { insertDeck, updateDeck } from '@/lib/store/deck'
import { decksOfClass, handDeckOn, heirsOfClasses } from '@/lib/store/heirs'
import { findItems } from '@/lib/store/item'
import { copyItems } from './copy-items'
import { freeName } from './give-text'
import { newId } from './new-id'

/** Give it the transaction in which the learner is erased. */
export async function leaveDecks(db: Db, learnerId: LearnerId, now: number): Promise<void> {
  for (const { classId, displayName: from, heir } of await heirsOfClasses(db, learnerId)) {
    if (!heir) continue
    for (const deck of await decksOfClass(db, classId, learnerId)) {
      const deckId = DeckId.parse(newId())
      const ownerId = heir.learnerId
      const name = await freeName(db, ownerId, deck.name)
      await insertDeck(db, { id: deckId, ownerId, name, textId: deck.textId })
      // Taken over to be taught, not to be asked.
      await updateDeck(db, ownerId, deckId, { studied: false })
      const origin = await findItems(db, learnerId, { deckId: deck.id, status: ['kept'] })
      const copies = await copyItems(db, { origin, to: ownerId, deckId, from, now })
      const items = origin.flatMap(({ id }, n) => {
        const copy = copies[n]
        return copy ? [[id, copy] as const] : []
      })
      await handDeckOn(db, classId, { from: deck.id, to: deckId, items: new Map(items) })
    }
  }
}
