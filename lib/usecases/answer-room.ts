/**
 * An answer in a room is a review of the student's own card, through the door of all reviews, and besides one voice of
 * the class while its round is open. Both are stored in one transaction; sent twice, they are stored once. One that comes
 * late, from a device that had no network, is a review all the same.
 */
import 'server-only'
import { v5 } from 'uuid'
import { LONGEST_ROOM_MS } from '@/lib/core/class/room'
import { judge, RoomAnswerInput } from '@/lib/core/class/room-answer'
import type { RoomQuestion } from '@/lib/core/class/room-question'
import type { CardId, MemberId, ReviewId } from '@/lib/core/ids'
import { capClock } from '@/lib/core/review/clock'
import { store } from '@/lib/store/client'
import { findRoom, findRound } from '@/lib/store/room'
import { cardsOfCopy, insertRoomAnswer, isAsking, storedAnswer } from '@/lib/store/room-answer'
import { inSqlTransaction, type Sql } from '@/lib/store/sql'
import { enterClass } from './class-access'
import { type ReviewResult, recordReviewsIn } from './record-reviews'
import type { Visit } from './visit'

/** What the outbox is answered; a room's answer that trains no card has none. */
export type RoomAnswerResult =
  | ReviewResult
  | { readonly id: string; readonly status: 'stored' | 'known' }

/** `raw` names itself an answer in a room; nothing else of it is known. */
export async function answerRoom(
  visit: Visit,
  raw: { readonly id: string },
): Promise<RoomAnswerResult> {
  const refuse = (reason: string) => ({ id: raw.id, status: 'refused' as const, reason })
  const parsed = RoomAnswerInput.safeParse(raw)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return refuse(`${issue?.path.join('.') || 'answer'}: ${issue?.message ?? 'not understood'}`)
  }
  const answer = parsed.data
  const clock = capClock(Date.parse(answer.reviewedAt), visit.now)
  if (!clock.ok) return refuse(`reviewedAt: ${answer.reviewedAt} cannot be (${clock.reason})`)
  const room = await findRoom(store(), answer.roomId, visit.now)
  const here = room && (await enterClass(store(), visit, room.classId, 'take part'))
  const round = here?.ok ? await findRound(store(), answer.roomId, answer.round) : null
  if (!here?.ok || !round) return refuse('the room is not open to you')
  const given = { answer, at: clock.at, question: round.question, memberId: here.value.seat.id }
  return inSqlTransaction((db) => storeAnswer(db, visit, given))
}

type Given = {
  readonly answer: RoomAnswerInput
  /** Milliseconds since 1970. */
  readonly at: number
  readonly question: RoomQuestion
  readonly memberId: MemberId
}

async function storeAnswer(db: Sql, visit: Visit, given: Given): Promise<RoomAnswerResult> {
  const { answer, at, question, memberId } = given
  const { id, roomId, round, response } = answer
  const open = await isAsking(db, roomId, round, visit.now - LONGEST_ROOM_MS)
  const cards = await cardsOfCopy(db, visit.learner.id, question.itemId)
  const judged = judge(question, response)
  const reviews = judged.parts.flatMap((part) => {
    const cardId = cards.get(part.elementKey)
    return cardId ? [reviewOf(given, part, cardId)] : []
  })
  const isNew = await insertRoomAnswer(db, {
    ...{ roomId, round, memberId, response, at },
    ...{ right: judged.right, late: !open, reviewId: reviews.length > 0 ? id : null },
  })
  if (!isNew) {
    const first = await storedAnswer(db, roomId, round, memberId)
    const isSame = first?.reviewId === null ? first.response === response : first?.reviewId === id
    if (!isSame) return { id, status: 'refused', reason: 'this question is answered once, and was' }
  }
  const results = await recordReviewsIn(db, visit, reviews)
  // Sent again, it goes to whom the learner has become.
  if (!results) throw new Error('the learner has just become part of another one')
  const refused = results.find((result) => result.status === 'refused')
  // Nothing half stored: the transaction ends here.
  if (refused) throw new Error(`a review of a room was refused: ${refused.reason}`)
  const [whole] = results
  const status = isNew ? 'stored' : 'known'
  return question.form !== 'list' && whole ? { ...whole, id, status } : { id, status }
}

/** A review as a client would send it. */
function reviewOf(
  { answer, question }: Given,
  { elementKey, recalled, typed }: ReturnType<typeof judge>['parts'][number],
  cardId: CardId,
) {
  const { id, durationMs, reviewedAt, timeZone } = answer
  return {
    id: elementKey === '' ? id : idOfPart(id, cardId),
    kind: 'review',
    cardId,
    grade: recalled ? 3 : 1,
    form: question.form,
    typed,
    overruled: false,
    // A list's time is shared among its elements.
    durationMs: Math.round(durationMs / Math.max(1, question.content.elements.length)),
    ...{ reviewedAt, timeZone },
  }
}

const idOfPart = (id: ReviewId, cardId: CardId): string => v5(cardId, id)
