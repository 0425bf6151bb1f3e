/**
 * What a test teaches the memory: an answer in it is a review like any other, given without help. A question left open says
 * nothing, and neither does an order (see markOrder).
 */
import type { CardId } from '../../ids'
import type { Grade } from '../../review/event'
import type { TestForm } from './blueprint'
import { markAnswer } from './marking'
import type { DrawnTest } from './question'
import type { Sitting } from './sitting'

export type Lesson = {
  readonly cardId: CardId
  readonly grade: Grade
  readonly form: Exclude<TestForm, 'order'>
  readonly typed: string
  /** When it was answered, milliseconds since 1970. */
  readonly at: number
  /** How long the question was looked at; of a match and a list, the part of one card. */
  readonly durationMs: number
  /** Marked wrong, and the learner says that it is right. */
  readonly contested: boolean
}

export function lessonsOf(
  { questions }: DrawnTest,
  { answers, contests, stage }: Pick<Sitting, 'answers' | 'contests' | 'stage'>,
): Lesson[] {
  if (stage.phase !== 'handedIn') return []
  return questions.flatMap((question, at) => {
    const answer = answers.get(at)
    if (!answer || question.form === 'order') return []
    const { form } = question
    const marks = markAnswer(question, answer.given).parts.flatMap((part) => part.cards)
    return marks.map(
      ({ cardId, recalled, typed }): Lesson => ({
        cardId,
        grade: recalled ? 3 : 1,
        form,
        typed,
        at: answer.at,
        durationMs: Math.round(answer.ms / marks.length),
        contested: !recalled && contests.has(at),
      }),
    )
  })
}
