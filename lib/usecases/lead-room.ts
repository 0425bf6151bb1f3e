/** What whoever leads a room does: going on from where their screen stood, and counting hands. */
import 'server-only'
import { z } from 'zod'
import { RoomPhase, type RoomState, RoomStep, stepRoom } from '@/lib/core/class/room'
import { handsFor } from '@/lib/core/class/room-histogram'
import { askInRoom } from '@/lib/core/class/room-question'
import { type ItemId, RoomId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { type Db, inTransaction, store } from '@/lib/store/client'
import { findItems } from '@/lib/store/item'
import { findRoom, findRound, insertRound, moveRoom, type RoomRow } from '@/lib/store/room'
import { setHands } from '@/lib/store/room-answer'
import { enterClass } from './class-access'
import { admit, admitId, missing } from './door'
import { excerptsOf } from './excerpt'
import type { Visit } from './visit'

/** How the screen shows the room that is to be led on: it has not been led elsewhere since. */
const Standing = z.object({ phase: RoomPhase, round: z.int().min(0).max(10_000) })

const Deed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('step'), from: Standing, step: RoomStep }),
  z.object({
    kind: z.literal('hands'),
    round: z.int().min(1).max(10_000),
    /** An option, or 'right' and 'wrong'. */
    response: z.string().max(1000),
    hands: z
      .int('How many hands is a whole number.')
      .min(0, 'Fewer than no hands cannot be.')
      .max(1000, 'At most 1,000 hands.'),
  }),
])

/** Where the room stood elsewhere by then, nothing is done: the screen learns how it stands by its next look. */
export async function leadRoom(
  visit: Visit,
  input: { roomId: unknown; deed: unknown },
): Promise<Outcome<null>> {
  const id = admitId(RoomId, input.roomId, 'room')
  if (!id.ok) return id
  const deed = admit(Deed, input.deed)
  if (!deed.ok) return deed
  const room = await findRoom(store(), id.value, visit.now)
  if (!room) return failed('notFound', missing('room'))
  const here = await enterClass(store(), visit, room.classId, 'lead a room')
  // Who does not sit in the class is told of no class either.
  if (!here.ok) return here.problem.code === 'notFound' ? failed('notFound', missing('room')) : here
  return deed.value.kind === 'hands' ? countHands(room, deed.value) : take(visit, room, deed.value)
}

type Deed<K> = Extract<z.infer<typeof Deed>, { kind: K }>

async function take(
  visit: Visit,
  room: RoomRow,
  { from, step }: Deed<'step'>,
): Promise<Outcome<null>> {
  const { state } = room
  if (state.phase !== from.phase || state.round !== from.round) return done(null)
  const to = stepRoom(state, step)
  if (!to) return done(null)
  if (step.kind === 'ask') return ask(visit, room, { from, to, itemId: step.itemId })
  if (step.kind === 'choose' && !(await itemOf(store(), room, step.itemId)))
    return failed('notFound', missing('item'))
  await moveRoom(store(), room.id, from, to, visit.now)
  return done(null)
}

type Move = {
  readonly from: z.infer<typeof Standing>
  readonly to: RoomState
  readonly itemId: ItemId
}

/** The question is kept as it is asked, in the transaction that asks it. */
async function ask(
  visit: Visit,
  room: RoomRow,
  { from, to, itemId }: Move,
): Promise<Outcome<null>> {
  const item = await itemOf(store(), room, itemId)
  if (!item) return failed('notFound', missing('item'))
  const excerpts = await excerptsOf(room.deckOwnerId, [item])
  const { kind, question, answer, accept, elements, forms, evidence, section } = item
  const content = { kind, question, answer, accept, elements, forms, evidence, section }
  const asked = askInRoom(
    { id: itemId, content },
    excerpts.get(itemId) ?? null,
    `${room.id}:${to.round}`,
  )
  if (!asked)
    return failed('conflict', 'This item can only be turned over: it cannot be asked of a class.')
  await inTransaction(async (db) => {
    if (await moveRoom(db, room.id, from, to, visit.now))
      await insertRound(db, room.id, to.round, asked, visit.now)
  })
  return done(null)
}

/** An item of the room's deck. */
async function itemOf(db: Db, { deckId, deckOwnerId }: RoomRow, itemId: ItemId) {
  const [item] = await findItems(db, deckOwnerId, { ids: [itemId], deckId, status: ['kept'] })
  return item ?? null
}

async function countHands(room: RoomRow, { round, response, hands }: Deed<'hands'>) {
  const { state } = room
  if (state.phase === 'over' || state.round !== round)
    return failed('conflict', 'Another question is asked by now: these hands were not counted.')
  const asked = await findRound(store(), room.id, round)
  if (!asked || !handsFor(asked.question).includes(response))
    return failed('invalid', 'Hands are counted for what can be answered.')
  await setHands(store(), { roomId: room.id, round, response, hands })
  return done(null)
}
