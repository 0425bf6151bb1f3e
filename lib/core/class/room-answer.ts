/** Answers in a room: what a device sends, whether it is right, and what it says of each card of the item. */
import { z } from 'zod'
import { checkAnswer, checkList } from '../answers/check'
import { ReviewId, RoomId } from '../ids'
import { MAX_TYPED } from '../review/limits'
import type { RoomQuestion } from './room-question'

/**
 * What a device sends, among the reviews in its outbox; the server makes the review of it, since only the server knows
 * what is right. The id is the review's: sent twice, it is stored once.
 */
export const RoomAnswerInput = z.object({
  kind: z.literal('room'),
  id: ReviewId,
  roomId: RoomId,
  round: z.int().min(1).max(10_000),
  /** The option, the words, or the lines of a list. */
  response: z
    .string()
    .max(MAX_TYPED)
    .transform((text) => text.replaceAll('\u0000', ''))
    .refine((text) => text.trim() !== '', 'an answer says something'),
  durationMs: z.int().min(0).max(86_400_000),
  /** The device's clock, as an ISO instant with zone. */
  reviewedAt: z.iso.datetime({ offset: true }),
  timeZone: z.string().min(1).max(64),
})
export type RoomAnswerInput = z.infer<typeof RoomAnswerInput>

export type Judged = {
  /** Of a list: all of its elements. */
  readonly right: boolean
  /** One for each card of the item, as marked: the whole item's ('') or a list element's. */
  readonly parts: readonly {
    readonly elementKey: string
    readonly recalled: boolean
    /** What was given for it, '' for nothing. */
    readonly typed: string
  }[]
}

/** By the same rules as in a session and in a test. */
export function judge(question: RoomQuestion, response: string): Judged {
  const { form, content, options } = question
  if (form === 'list') {
    const { byElement } = checkList(linesOf(response), content.elements)
    const parts = byElement.map(({ key, given }) => ({
      elementKey: key,
      recalled: given !== null,
      typed: given ?? '',
    }))
    return { right: parts.every((part) => part.recalled), parts }
  }
  // A wrong option may be close to the right one in spelling; the right one is the answer itself.
  const right =
    form === 'choice' && options.includes(content.answer)
      ? response === content.answer
      : checkAnswer(response, content).verdict !== 'wrong'
  return { right, parts: [{ elementKey: '', recalled: right, typed: response }] }
}

export const linesOf = (response: string): string[] =>
  response.split('\n').filter((line) => line.trim() !== '')
