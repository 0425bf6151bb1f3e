/** What an outbox sends: reviews, and answers that were given in a room; answered in the order of the batch. */
import 'server-only'
import { z } from 'zod'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { answerRoom, type RoomAnswerResult } from './answer-room'
import { MAX_EVENTS, recordReviews } from './record-reviews'
import type { Visit } from './visit'

type Recorded = ReturnType<typeof recordReviews>

const InRoom = z.looseObject({ kind: z.literal('room'), id: z.string().max(100) })

export async function takeAnswers(
  visit: Visit,
  events: readonly unknown[],
  /** How reviews are recorded. */
  record = (reviews: readonly unknown[]): Recorded => recordReviews(visit, reviews),
): Promise<Outcome<{ results: RoomAnswerResult[] }>> {
  const inRooms = new Map<number, { readonly id: string }>()
  for (const [at, event] of events.entries()) {
    const parsed = InRoom.safeParse(event)
    if (parsed.success) inRooms.set(at, parsed.data)
  }
  if (inRooms.size === 0) return record(events)
  if (events.length > MAX_EVENTS)
    return failed('tooLarge', `A batch holds at most ${MAX_EVENTS} events.`)
  const recorded = await record(events.filter((_, at) => !inRooms.has(at)))
  if (!recorded.ok) return recorded
  const rest = recorded.value.results[Symbol.iterator]()
  const results: RoomAnswerResult[] = []
  for (const at of events.keys()) {
    const answer = inRooms.get(at)
    const next = answer ? await answerRoom(visit, answer) : rest.next().value
    if (next) results.push(next)
  }
  return done({ results })
}
