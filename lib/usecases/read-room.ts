/** The page of a room: for whoever leads it what can be asked, for a student their device, and afterwards what was asked. */
import 'server-only'
import type { JoinCode } from '@/lib/core/class/class'
import { mayInClass } from '@/lib/core/class/roles'
import { type Histogram, histogramOf } from '@/lib/core/class/room-histogram'
import type { RoomQuestion } from '@/lib/core/class/room-question'
import { RoomId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { joinCodeOf } from '@/lib/store/class'
import { store } from '@/lib/store/client'
import { findRoom, type RoomRow, roundsOf } from '@/lib/store/room'
import { answersInTime, answersOfMember, handsOfRoom } from '@/lib/store/room-answer'
import { type ClassHere, enterClass } from './class-access'
import { admitId, missing } from './door'
import { type RoomOrder, roomOrder } from './room-order'
import type { Visit } from './visit'
import { type DeviceView, type LeaderView, watchRoom } from './watch-room'

type Round = { readonly round: number; readonly question: RoomQuestion }

export type RoomPage = ClassHere & { readonly room: RoomRow } & (
    | {
        readonly phase: 'leading'
        readonly order: RoomOrder
        readonly view: LeaderView
        /** For those who are not in the class yet; null where it is joined by no code now. */
        readonly code: JoinCode | null
      }
    | { readonly phase: 'taking part'; readonly view: DeviceView }
    | {
        readonly phase: 'over'
        readonly rounds: readonly (Round & { readonly histogram: Histogram })[]
      }
    | {
        readonly phase: 'was there'
        /** What the student themselves answered. */
        readonly rounds: readonly (Round & {
          readonly mine: { readonly response: string; readonly right: boolean } | null
        })[]
      }
  )

export async function readRoom(
  visit: Visit,
  input: { classId: unknown; roomId: unknown },
): Promise<Outcome<RoomPage>> {
  const here = await enterClass(store(), visit, input.classId, 'see the class')
  if (!here.ok) return here
  const id = admitId(RoomId, input.roomId, 'room')
  if (!id.ok) return id
  const room = await findRoom(store(), id.value, visit.now)
  if (!room || room.classId !== here.value.class.id) return failed('notFound', missing('room'))
  const base = { ...here.value, room }
  const leads = mayInClass(here.value.seat.role, 'lead a room')
  if (room.state.phase === 'over' || here.value.class.archived)
    return done(leads ? { ...base, ...(await overFor(room)) } : { ...base, ...(await ownOf(base)) })
  const seen = await watchRoom(visit, room.id, null)
  if (!seen.ok) return seen
  if (!seen.value.changed) throw new Error('a look without a tag shows everything')
  const { view } = seen.value
  if (view.role === 'student') return done({ ...base, phase: 'taking part', view })
  const { classId, deckId, deckOwnerId: ownerId } = room
  const [order, code] = await Promise.all([
    roomOrder(visit, { classId, deckId, ownerId }),
    joinCodeOf(store(), classId),
  ])
  const holds = code !== null && code.until > visit.now
  return done({ ...base, phase: 'leading', order, view, code: holds ? code : null })
}

async function overFor(room: RoomRow) {
  const [rounds, answers, hands] = await Promise.all([
    roundsOf(store(), room.id),
    answersInTime(store(), room.id),
    handsOfRoom(store(), room.id),
  ])
  return {
    phase: 'over' as const,
    rounds: rounds.map(({ round, question }) => {
      const responses = answers.filter((answer) => answer.round === round)
      const words = responses.map(({ response }) => response)
      return { round, question, histogram: histogramOf(question, words, hands.get(round) ?? {}) }
    }),
  }
}

async function ownOf({ room, seat }: ClassHere & { readonly room: RoomRow }) {
  const [rounds, mine] = await Promise.all([
    roundsOf(store(), room.id),
    answersOfMember(store(), room.id, seat.id),
  ])
  return {
    phase: 'was there' as const,
    rounds: rounds.map(({ round, question }) => {
      const answer = mine.get(round)
      const said = answer ? { response: answer.response, right: answer.right } : null
      return { round, question, mine: said }
    }),
  }
}
