/** Answers are compared as those of learners are; a misspelling counts as right. */
import { checkAnswer } from '@/lib/core/answers/check'
import type { CheckAnswer } from '@/lib/core/generate/measure/says-the-same'

export const check: CheckAnswer = (given, right, person) => {
  const [answer, ...accept] = right
  if (answer === undefined) return false
  const key = { answer, accept, ...(person ? { kind: 'person' as const } : {}) }
  return checkAnswer(given, key).verdict !== 'wrong'
}
