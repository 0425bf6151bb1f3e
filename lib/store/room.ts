/** Rows of rooms: how they stand, what was asked in them, and who is there. What was answered: room-answer.ts. */
import type { ClassRole } from '@/lib/core/class/roles'
import { LONGEST_ROOM_MS, type RoomPhase, type RoomState } from '@/lib/core/class/room'
import { RoomQuestion } from '@/lib/core/class/room-question'
import { ClassId, DeckId, ItemId, LearnerId, MemberId, RoomId } from '@/lib/core/ids'
import type { Db } from './client'
import type { RoomModel } from './generated/models'
import type { Sql } from './sql'

export type RoomRow = {
  readonly id: RoomId
  readonly classId: ClassId
  readonly deckId: DeckId
  readonly deckName: string
  /** Whose items are asked. */
  readonly deckOwnerId: LearnerId
  readonly state: RoomState
  /** Milliseconds since 1970. */
  readonly startedAt: number
}

type Standing = Pick<RoomModel, 'phase' | 'round' | 'itemId' | 'startedAt' | 'endedAt'>

function stateOf({ phase, round, itemId, startedAt, endedAt }: Standing, now: number): RoomState {
  if (endedAt !== null || isOutlived(startedAt, now)) return { phase: 'over', round }
  const id = itemId === null ? null : ItemId.parse(itemId)
  if (phase === 'waiting') return { phase, round, itemId: id }
  // The check room_round holds that there is one.
  if (id === null) throw new Error(`a room asks in round ${round} and asks nothing`)
  return { phase, round, itemId: id }
}

const isOutlived = (startedAt: Date, now: number): boolean =>
  startedAt.getTime() + LONGEST_ROOM_MS < now

/** Rooms that began after this may be open. */
const openSince = (now: number): Date => new Date(now - LONGEST_ROOM_MS)

const include = { deck: { select: { name: true, ownerId: true } } } as const
type Found = RoomModel & { deck: { name: string; ownerId: string } }

const roomOf = (row: Found, now: number): RoomRow => ({
  id: RoomId.parse(row.id),
  classId: ClassId.parse(row.classId),
  deckId: DeckId.parse(row.deckId),
  deckName: row.deck.name,
  deckOwnerId: LearnerId.parse(row.deck.ownerId),
  state: stateOf(row, now),
  startedAt: row.startedAt.getTime(),
})

export async function findRoom(db: Db, id: RoomId, now: number): Promise<RoomRow | null> {
  const row = await db.room.findUnique({ where: { id }, include })
  return row && roomOf(row, now)
}

/** The newest rooms of a class. */
export async function roomsOfClass(
  db: Db,
  classId: ClassId,
  { now, limit }: { now: number; limit: number },
): Promise<RoomRow[]> {
  const rows = await db.room.findMany({
    where: { classId },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: limit,
    include,
  })
  return rows.map((row) => roomOf(row, now))
}

export type OpenRoom = {
  readonly id: RoomId
  readonly classId: ClassId
  readonly className: string
  /** What the learner is in that class. */
  readonly role: ClassRole
}

/** The rooms that are open now in the classes that somebody sits in. */
export async function openRoomsFor(db: Db, learnerId: LearnerId, now: number): Promise<OpenRoom[]> {
  const rows = await db.room.findMany({
    where: {
      endedAt: null,
      startedAt: { gte: openSince(now) },
      class: { archivedAt: null, members: { some: { learnerId, endedAt: null } } },
    },
    orderBy: { startedAt: 'desc' },
    include: {
      class: {
        select: {
          name: true,
          members: { where: { learnerId, endedAt: null }, select: { role: true } },
        },
      },
    },
  })
  return rows.flatMap((row) =>
    row.class.members.map(({ role }) => ({
      id: RoomId.parse(row.id),
      classId: ClassId.parse(row.classId),
      className: row.class.name,
      role,
    })),
  )
}

/** Begins a room; whatever else is open in the class is over. Give it a transaction. */
export async function insertRoom(
  db: Db,
  room: { id: RoomId; classId: ClassId; deckId: DeckId; itemId: ItemId | null },
  now: number,
): Promise<void> {
  // Two who begin at once do so one after the other.
  await db.$queryRaw`SELECT 1 FROM class WHERE id = ${room.classId}::uuid FOR NO KEY UPDATE`
  await db.room.updateMany({
    where: { classId: room.classId, endedAt: null },
    data: { endedAt: new Date(now) },
  })
  await db.room.create({ data: { ...room, startedAt: new Date(now) } })
}

/** From where the room stood to where it is led: false, and nothing is changed, where it stands elsewhere by now. */
export async function moveRoom(
  db: Db,
  id: RoomId,
  from: Pick<RoomState, 'phase' | 'round'> & { readonly phase: RoomPhase },
  to: RoomState,
  now: number,
): Promise<boolean> {
  const { count } = await db.room.updateMany({
    where: {
      ...{ id, phase: from.phase, round: from.round },
      ...{ endedAt: null, startedAt: { gte: openSince(now) } },
    },
    data:
      to.phase === 'over'
        ? { endedAt: new Date(now) }
        : { phase: to.phase, round: to.round, itemId: to.itemId },
  })
  return count === 1
}

export async function insertRound(
  db: Db,
  roomId: RoomId,
  round: number,
  question: RoomQuestion,
  now: number,
): Promise<void> {
  await db.roomRound.create({ data: { roomId, round, question, askedAt: new Date(now) } })
}

export type RoundRow = { readonly round: number; readonly question: RoomQuestion }

export async function findRound(db: Db, roomId: RoomId, round: number): Promise<RoundRow | null> {
  const row = await db.roomRound.findUnique({ where: { roomId_round: { roomId, round } } })
  return row && { round, question: RoomQuestion.parse(row.question) }
}

export async function roundsOf(db: Db, roomId: RoomId): Promise<RoundRow[]> {
  const rows = await db.roomRound.findMany({ where: { roomId }, orderBy: { round: 'asc' } })
  return rows.map(({ round, question }) => ({ round, question: RoomQuestion.parse(question) }))
}

/** What was asked in a room already. */
export async function askedItems(db: Db, roomId: RoomId): Promise<ItemId[]> {
  const rows = await db.$queryRaw<{ itemId: string }[]>`
    SELECT question->>'itemId' AS "itemId" FROM room_round WHERE room_id = ${roomId}::uuid ORDER BY round`
  return rows.map(({ itemId }) => ItemId.parse(itemId))
}

/** Milliseconds: a device that has not asked for so long has left, and what it asked is noted no oftener than NOTED. */
const LEFT_MS = 30_000
const NOTED_MS = 10_000

/** How a room stands, as whoever looks at it may tell it from how it stood: one statement, by keys alone. */
export type Glimpse = {
  readonly classId: ClassId
  readonly archived: boolean
  readonly memberId: MemberId
  readonly role: ClassRole
  readonly state: RoomState
  /** Devices that answered in this round. */
  readonly answered: number
  /** Devices that are here now. */
  readonly present: number
  /** What hands were counted in this round, as words to be compared. */
  readonly hands: string
  /** Of whoever looks: whether they answered in this round. */
  readonly mine: boolean
}

/** Notes besides that the learner's device is here. Null for who does not sit in the room's class. */
export async function glimpseRoom(
  db: Sql,
  learnerId: LearnerId,
  roomId: RoomId,
  now: number,
): Promise<Glimpse | null> {
  type Row = Standing &
    Omit<Glimpse, 'classId' | 'memberId' | 'state'> & { classId: string; memberId: string }
  const at = new Date(now)
  const [row] = await db.$queryRaw<Row[]>`
    WITH seat AS (
      SELECT m.id, m.role FROM room r JOIN class_member m ON m.class_id = r.class_id
      WHERE r.id = ${roomId}::uuid AND m.learner_id = ${learnerId}::uuid AND m.ended_at IS NULL
    ), here AS (
      INSERT INTO room_presence (room_id, member_id, seen_at)
      SELECT ${roomId}::uuid, seat.id, ${at}::timestamptz FROM seat WHERE seat.role = 'student'
      ON CONFLICT (room_id, member_id) DO UPDATE SET seen_at = excluded.seen_at
      WHERE room_presence.seen_at < ${new Date(now - NOTED_MS)}::timestamptz
    )
    SELECT r.class_id::text AS "classId", c.archived_at IS NOT NULL AS archived, seat.id::text AS "memberId",
      seat.role::text AS role, r.phase::text AS phase, r.round, r.item_id::text AS "itemId",
      r.started_at AS "startedAt", r.ended_at AS "endedAt",
      (SELECT count(*)::int FROM room_answer a WHERE a.room_id = r.id AND a.round = r.round AND NOT a.late) AS answered,
      (SELECT count(*)::int FROM room_presence p
        WHERE p.room_id = r.id AND p.seen_at > ${new Date(now - LEFT_MS)}::timestamptz) AS present,
      (SELECT coalesce(string_agg(h.response || h.hands, ',' ORDER BY h.response), '') FROM room_hands h
        WHERE h.room_id = r.id AND h.round = r.round) AS hands,
      EXISTS (SELECT 1 FROM room_answer a
        WHERE a.room_id = r.id AND a.round = r.round AND a.member_id = seat.id) AS mine
    FROM room r JOIN class c ON c.id = r.class_id CROSS JOIN seat WHERE r.id = ${roomId}::uuid`
  if (!row) return null
  const { classId, memberId, archived, role, answered, present, hands, mine } = row
  return {
    ...{ archived, role, answered, present, hands, mine },
    classId: ClassId.parse(classId),
    memberId: MemberId.parse(memberId),
    state: stateOf(row, now),
  }
}
