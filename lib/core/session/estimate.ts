/** How long a session takes, about. */
import type { Form } from '../items/item'

export type Ask = {
  readonly form: Form
  /** Elements of a list, 0 for other forms. */
  readonly elements: number
  /** Whether the item was never asked before. */
  readonly fresh: boolean
  /** How many such questions; 1 where it is not said. */
  readonly times?: number
}

/** From question to next question, feedback and passage glanced at; until a learner's own times are known. */
const SECONDS: Record<Form, number> = { typed: 15, cloze: 14, choice: 9, list: 10, flip: 9 }
/** What each element of a list adds. */
const SECONDS_PER_ELEMENT = 6
/** A new item is met on each learning step; of the known ones one in ten is forgotten and comes again. */
const ASKS_FRESH = 2
const ASKS_KNOWN = 1.1

/** Whole minutes, at least 1 where there is anything to ask. `secondsPerAsk` from the learner's own past, by form. */
export function estimateMinutes(
  asks: readonly Ask[],
  secondsPerAsk: Partial<Record<Form, number>> = {},
): number {
  let seconds = 0
  for (const { form, elements, fresh, times = 1 } of asks) {
    const one = secondsPerAsk[form] ?? SECONDS[form] + elements * SECONDS_PER_ELEMENT
    seconds += one * times * (fresh ? ASKS_FRESH : ASKS_KNOWN)
  }
  return seconds === 0 ? 0 : Math.max(1, Math.round(seconds / 60))
}
