/**
 * The guess: a pass among options says less than an answer from memory, and this is how much less.
 *
 * Let R be the chance of recall that the memory forecasts, and g the chance of hitting the right option without it.
 * What is right was recalled (R) or hit (1 − R)·g, so by Bayes P(recalled | right) = R / (R + (1 − R)·g). The memory
 * is then one of two, and nobody can see which: that of a recall, S₁, or that of a failure whose answer was shown, S₀.
 * The forecast for t days later is their mixture, p·R(t, S₁) + (1 − p)·R(t, S₀). The fold keeps one stability, and a
 * stability is by definition the days until recall falls to 90 %: so it is the day on which the mixture does
 * (forgetting.ts finds it), and on that day the forecast is right over all such answers. (The mean of the logarithms,
 * p·ln S₁ + (1 − p)·ln S₀, would be simpler and forecast too much: the mixture falls below 90 % sooner.) Difficulty
 * moves in a straight line and is not forecast with: its mean.
 *
 * On the day of the last review R is 1 and p is 1: minutes after an answer was shown the model has nothing to say, and
 * a right option needs no guess to explain it. A wrong option is Again like every other.
 */
import type { Form } from '../items/item'

/**
 * A choice has three options (items/item.ts holds that), and somebody who knows nothing takes any of them. A match has two
 * answers too many (exam/mock/question.ts), so that whoever knows all its other items still has three to take from; who
 * knows fewer of them has more. A third is the most that a guess can be worth there.
 */
export const GUESS_CHANCE = 1 / 3

/** Whether the answer was there to be picked. */
export const isPicked = (form: Form): boolean => form === 'choice' || form === 'match'

/**
 * Before the first answer there is no memory to forecast with. Taken as even: whoever has just read a text knows some of
 * it, and how much is not known. docs/decisions/0004 has what it costs where the truth is another.
 */
const RECALL_AT_FIRST = 0.5

/** P(recalled | the right option was taken), where `recall` was forecast; null for a first answer. */
export function recalledIfRight(recall: number | null): number {
  const prior = recall ?? RECALL_AT_FIRST
  return prior / (prior + (1 - prior) * GUESS_CHANCE)
}
