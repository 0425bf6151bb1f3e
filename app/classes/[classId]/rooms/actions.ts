'use server'

import { acting } from '@/app/items/acting'
import { beginRoom } from '@/lib/usecases/begin-room'

// What arrives is whatever was sent; the use case checks it at its door.

export async function beginRoomAction(classId: string, deckId: string, itemId: string | null) {
  const first = itemId === null ? {} : { itemId }
  return acting((visit) => beginRoom(visit, { classId, deckId, ...first }), 'keep the page')
}
