/** Short logs for the tests of this stage: a card, and what was done with it on which day. */
import { CardId, ItemId, ReviewId } from '../ids'
import type { Form } from '../items/item'
import { DEFAULT_PARAMETERS } from '../memory/parameters'
import type { SchedulingParameters } from '../memory/state'
import type { Grade, ReviewEvent } from '../review/event'
import { type StudyDay, toStudyDay } from '../time/study-day'
import { addCard, newTally, type Tally } from './tally'

const uuid = (n: number) => `018f4e5a-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
export const cardId = (n: number) => CardId.parse(uuid(n))
export const itemId = (n: number) => ItemId.parse(uuid(n))
export const reviewId = (n: number) => ReviewId.parse(uuid(1_000_000 + n))

/** Without learning steps or fuzz, so that a first Good is due after two days, and then eleven. */
export const PLAIN: SchedulingParameters = {
  ...DEFAULT_PARAMETERS,
  learningSteps: [],
  relearningSteps: [],
  fuzz: false,
}

/** Monday 2 March 2026. */
const MONDAY = toStudyDay(20_514)
export const day = (n: number): StudyDay => toStudyDay(MONDAY + n)

let made = 0

/** Eight in the morning of the n-th day, and a minute later for each event made. */
function base(n: number, card: number) {
  made++
  const at = (MONDAY + n) * 86_400_000 + 8 * 3_600_000 + made * 60_000
  return { id: reviewId(made), cardId: cardId(card), studyDay: day(n), at }
}

export function review(
  n: number,
  grade: Grade = 3,
  { card = 1, form = 'typed', ms = 4_000 }: { card?: number; form?: Form; ms?: number } = {},
): ReviewEvent {
  const said = { typed: '', overruled: false, durationMs: ms }
  return { ...base(n, card), kind: 'review', grade, form, ...said }
}

export const undo = (n: number, target: ReviewEvent): ReviewEvent => ({
  ...base(n, 1),
  cardId: target.cardId,
  kind: 'undo',
  targetId: target.id,
})

export const suspend = (n: number, card = 1): ReviewEvent => ({
  ...base(n, card),
  kind: 'suspend',
  reason: '',
})

export const other = (n: number, kind: 'bury' | 'resume' | 'reset', card = 1): ReviewEvent => ({
  ...base(n, card),
  kind,
})

/** The tally of a log of any cards, all of which can be asked. */
export function tallyOf(
  events: readonly ReviewEvent[],
  today: StudyDay,
  parameters = PLAIN,
  live = true,
): Tally {
  const tally = newTally()
  for (const id of new Set(events.map((event) => event.cardId))) {
    const own = events.filter((event) => event.cardId === id)
    addCard(tally, { id, live, events: own }, parameters, today)
  }
  return tally
}
