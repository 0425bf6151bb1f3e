/** Rows of what was answered in rooms: by devices, and by hands that were counted. */
import type { Hands } from '@/lib/core/class/room-histogram'
import {
  CardId,
  type ItemId,
  type LearnerId,
  type MemberId,
  type ReviewId,
  type RoomId,
} from '@/lib/core/ids'
import type { Db } from './client'
import type { Sql } from './sql'

export type RoomAnswerRow = {
  readonly reviewId: string | null
  readonly response: string
  readonly right: boolean
  readonly late: boolean
}

const select = { reviewId: true, response: true, right: true, late: true } as const

/** The answers of a round that came in time, or of all rounds by round. */
export async function answersInTime(
  db: Db,
  roomId: RoomId,
  round?: number,
): Promise<{ readonly round: number; readonly response: string }[]> {
  return db.roomAnswer.findMany({
    where: { roomId, late: false, ...(round !== undefined && { round }) },
    orderBy: [{ round: 'asc' }, { at: 'asc' }],
    select: { round: true, response: true },
  })
}

export async function answerOf(
  db: Db,
  roomId: RoomId,
  round: number,
  memberId: MemberId,
): Promise<RoomAnswerRow | null> {
  return db.roomAnswer.findUnique({
    where: { roomId_round_memberId: { roomId, round, memberId } },
    select,
  })
}

/** What one member answered, by round. */
export async function answersOfMember(
  db: Db,
  roomId: RoomId,
  memberId: MemberId,
): Promise<Map<number, RoomAnswerRow>> {
  const rows = await db.roomAnswer.findMany({
    where: { roomId, memberId },
    select: { ...select, round: true },
  })
  return new Map(rows.map((row) => [row.round, row]))
}

/**
 * Whether a round still takes answers. Until the transaction ends nobody leads the room on, so that an answer is in what
 * is shown, or late.
 */
export async function isAsking(
  db: Sql,
  roomId: RoomId,
  round: number,
  openSince: number,
): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM room WHERE id = ${roomId}::uuid AND phase = 'asking' AND round = ${round}::int
      AND ended_at IS NULL AND started_at >= ${new Date(openSince)}::timestamptz FOR SHARE`
  return rows.length > 0
}

/** Says whether it is the member's first in this round; a second one changes nothing. */
export async function insertRoomAnswer(
  db: Sql,
  answer: RoomAnswerRow & {
    readonly roomId: RoomId
    readonly round: number
    readonly memberId: MemberId
    readonly at: number
  },
): Promise<boolean> {
  const { roomId, round, memberId, reviewId, response, right, late, at } = answer
  const count = await db.$executeRaw`
    INSERT INTO room_answer (room_id, round, member_id, review_id, response, "right", late, at)
    VALUES (${roomId}::uuid, ${round}::int, ${memberId}::uuid, ${reviewId}::uuid, ${response}, ${right}, ${late},
      ${new Date(at)}::timestamptz)
    ON CONFLICT DO NOTHING`
  return count === 1
}

/** The answer that a member has given in a round, whichever came first. */
export async function storedAnswer(
  db: Sql,
  roomId: RoomId,
  round: number,
  memberId: MemberId,
): Promise<{ readonly reviewId: ReviewId | null; readonly response: string } | null> {
  const [row] = await db.$queryRaw<{ reviewId: ReviewId | null; response: string }[]>`
    SELECT review_id::text AS "reviewId", response FROM room_answer
    WHERE room_id = ${roomId}::uuid AND round = ${round}::int AND member_id = ${memberId}::uuid`
  return row ?? null
}

/**
 * The cards of a learner's own copy of an item, by element: what was copied from it, or the same item of the same text,
 * as everybody has those of a text that ships. Of several, the one that is studied.
 */
export async function cardsOfCopy(
  db: Sql,
  learnerId: LearnerId,
  originId: ItemId,
): Promise<Map<string, CardId>> {
  const rows = await db.$queryRaw<{ id: string; elementKey: string }[]>`
    SELECT c.id::text AS id, c.element_key AS "elementKey"
    FROM card c WHERE c.learner_id = ${learnerId}::uuid AND c.item_id = (
      SELECT i.id FROM item o JOIN item i ON i.owner_id = ${learnerId}::uuid
        AND (i.origin_id = o.id OR (i.text_id = o.text_id AND i.key = o.key))
      WHERE o.id = ${originId}::uuid AND i.status = 'kept'
      ORDER BY i.origin_id = o.id DESC NULLS LAST, i.created_at DESC, i.id DESC LIMIT 1)`
  return new Map(rows.map(({ id, elementKey }) => [elementKey, CardId.parse(id)]))
}

export async function handsOf(db: Db, roomId: RoomId, round: number): Promise<Hands> {
  const rows = await db.roomHands.findMany({ where: { roomId, round } })
  return Object.fromEntries(rows.map(({ response, hands }) => [response, hands]))
}

/** Hands of all rounds of a room. */
export async function handsOfRoom(db: Db, roomId: RoomId): Promise<Map<number, Hands>> {
  const rows = await db.roomHands.findMany({ where: { roomId } })
  const byRound = new Map<number, Record<string, number>>()
  for (const { round, response, hands } of rows)
    byRound.set(round, { ...byRound.get(round), [response]: hands })
  return byRound
}

export async function setHands(
  db: Db,
  {
    roomId,
    round,
    response,
    hands,
  }: { roomId: RoomId; round: number; response: string; hands: number },
): Promise<void> {
  await db.roomHands.upsert({
    where: { roomId_round_response: { roomId, round, response } },
    create: { roomId, round, response, hands },
    update: { hands },
  })
}
