/** How long a session takes, about. */
import type { Form } from '../items/item'

export type Ask = {
  readonly form: Form
  /** Elements of a list, 0 for other forms. */
  readonly elements: number
  /** Whether the item was never asked before. */
  readonly fresh: boolean
  /** The chance that it is recalled, 0 … 1; nine in ten where it is not said. */
  readonly recall?: number
  /** How many such questions; 1 where it is not said. */
  readonly times?: number
}

/** A learner's own seconds by form, where there are enough answers to know; of a list for each element. */
export type OwnSeconds = Readonly<Partial<Record<Form, number>>>

/** From question to next question, feedback and passage glanced at; until a learner's own times are known. */
const SECONDS: Record<Form, number> = {
  typed: 15,
  cloze: 14,
  choice: 9,
  list: 10,
  match: 12,
  flip: 9,
}
/** What each element of a list adds. */
const SECONDS_PER_ELEMENT = 6
/** A new item is met on each learning step; a known one comes again when it is forgotten. */
const ASKS_FRESH = 2
const USUAL_RECALL = 0.9

/** Seconds that a question takes in a session, with the times it comes back in it. */
export function expectedSeconds(
  { form, elements, fresh, recall = USUAL_RECALL }: Ask,
  own: OwnSeconds = {},
): number {
  const known = own[form]
  const usual = SECONDS[form] + elements * SECONDS_PER_ELEMENT
  const once = known === undefined ? usual : known * Math.max(1, elements)
  return once * (fresh ? ASKS_FRESH : 1 + (1 - recall))
}

/** Whole minutes, at least 1 where there is anything to ask. */
export function estimateMinutes(asks: readonly Ask[], own: OwnSeconds = {}): number {
  const seconds = asks.reduce((sum, ask) => sum + expectedSeconds(ask, own) * (ask.times ?? 1), 0)
  return seconds === 0 ? 0 : Math.max(1, Math.round(seconds / 60))
}

/** So many answers make a learner's own time of a form worth more than the usual one. */
const ENOUGH_ANSWERS = 20

export type FormTimes = {
  readonly form: Form
  readonly answers: number
  /** Mean seconds of an answer; of a list of each element. */
  readonly seconds: number
}

/** An answer's time ends with the grade: reading the passage and taking up the next question come on top. */
export const BETWEEN_SECONDS = 2

export function ownSeconds(times: readonly FormTimes[]): OwnSeconds {
  return Object.fromEntries(
    times
      .filter(({ answers }) => answers >= ENOUGH_ANSWERS)
      .map(({ form, seconds }) => [form, seconds + BETWEEN_SECONDS]),
  )
}
