import 'server-only'
import { canBeAsked } from '@/lib/core/class/room-question'
import { DeckId, ItemId, RoomId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { inTransaction } from '@/lib/store/client'
import { findItems } from '@/lib/store/item'
import { insertRoom } from '@/lib/store/room'
import { findAskableDeck } from '@/lib/store/room-deck'
import { enterClass } from './class-access'
import { admitId, missing } from './door'
import { newId } from './new-id'
import type { Visit } from './visit'

/** Begins a room on a deck, with one of its items first where one is named. What is open in the class is over then. */
export async function beginRoom(
  visit: Visit,
  input: { classId: unknown; deckId: unknown; itemId?: unknown },
): Promise<Outcome<{ roomId: RoomId }>> {
  const deckId = admitId(DeckId, input.deckId, 'deck')
  if (!deckId.ok) return deckId
  const first = input.itemId === undefined ? done(null) : admitId(ItemId, input.itemId, 'item')
  if (!first.ok) return first
  const roomId = RoomId.parse(newId())
  return inTransaction(async (db) => {
    const here = await enterClass(db, visit, input.classId, 'lead a room')
    if (!here.ok) return here
    const classId = here.value.class.id
    const deck = await findAskableDeck(db, {
      ...{ classId, learnerId: visit.learner.id, deckId: deckId.value },
    })
    if (!deck) return failed('notFound', missing('deck'))
    const items = await findItems(db, deck.ownerId, { deckId: deck.id, status: ['kept'] })
    const askable = items.filter(canBeAsked)
    if (askable.length === 0)
      return failed(
        'conflict',
        'Nothing in this deck can be asked of a class: its items can only be turned over.',
      )
    const itemId = askable.find((item) => item.id === first.value)?.id ?? null
    await insertRoom(db, { id: roomId, classId, deckId: deck.id, itemId }, visit.now)
    return done({ roomId })
  })
}
