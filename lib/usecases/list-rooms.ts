import 'server-only'
import { mayInClass } from '@/lib/core/class/roles'
import { type DeckId, ItemId } from '@/lib/core/ids'
import { done, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { type OpenRoom, openRoomsFor, type RoomRow, roomsOfClass } from '@/lib/store/room'
import { type AskableDeck, askableDecks, deckWithItem } from '@/lib/store/room-deck'
import { type ClassHere, enterClass } from './class-access'
import type { Visit } from './visit'

export type Rooms = ClassHere & {
  readonly open: RoomRow | null
  /** Over, the newest first. */
  readonly past: readonly RoomRow[]
  /** What a room can be begun on; empty for who may not lead one. */
  readonly decks: readonly AskableDeck[]
  /** The deck of the item that is to be asked first, where one was named. */
  readonly deckId: DeckId | null
}

/** So many rooms that are over are shown. */
const MOST_PAST = 50

/** The rooms of a class, and what the next one can be on: `item` is to be its first question. */
export async function listRooms(
  visit: Visit,
  classId: unknown,
  item?: unknown,
): Promise<Outcome<Rooms>> {
  const here = await enterClass(store(), visit, classId, 'see the class')
  if (!here.ok) return here
  const { class: of, seat } = here.value
  const leads = mayInClass(seat.role, 'lead a room')
  const itemId = ItemId.safeParse(item)
  const place = { classId: of.id, learnerId: visit.learner.id }
  const [rooms, decks, deckId] = await Promise.all([
    roomsOfClass(store(), of.id, { now: visit.now, limit: MOST_PAST }),
    leads ? askableDecks(store(), of.id, visit.learner.id) : [],
    leads && itemId.success ? deckWithItem(store(), { ...place, itemId: itemId.data }) : null,
  ])
  const isOpen = ({ state }: RoomRow) => state.phase !== 'over' && !of.archived
  return done({
    ...here.value,
    open: rooms.find(isOpen) ?? null,
    past: rooms.filter((room) => !isOpen(room) && room.state.round > 0),
    decks,
    deckId,
  })
}

/** The rooms that are open now where the learner takes part. */
export const roomsNow = async (visit: Visit): Promise<OpenRoom[]> =>
  (await openRoomsFor(store(), visit.learner.id, visit.now)).filter(({ role }) =>
    mayInClass(role, 'take part'),
  )
