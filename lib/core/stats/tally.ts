/**
 * The tally is what a learner's log amounts to, day by day: read once, card by card, so that a log of any length is
 * counted in as much room as it has days. The figures of the other modules are read off it.
 */
import type { CardId } from '../ids'
import { recallNow } from '../memory/recall'
import type { DueWith } from '../memory/scheduled-with'
import type { SchedulingParameters } from '../memory/state'
import type { ReviewEvent } from '../review/event'
import type { StudyDay } from '../time/study-day'
import { addForecast, type Forecasts, newForecasts } from './calibration'
import { historyOf, type PastReview, type Wait } from './history'
import type { Share } from './share'

/** From this scheduled interval on a card counts as mature, as in Anki. Days. */
const MATURE_DAYS = 21

export type Maturity = 'young' | 'mature'

export type DayTally = {
  /** Answers given on the study day; what was taken back is left out. */
  answers: number
  /** Time for them, each counted for a minute at most. Milliseconds. */
  ms: number
  /** First reviews of cards that were in review, by how long their interval had been. */
  readonly first: Record<Maturity, { of: number; recalled: number }>
}

export type Tally = {
  readonly days: Map<StudyDay, DayTally>
  /** By how many cards more than on the day before were due and left lying, of the cards that can be asked now. */
  readonly leftLying: Map<StudyDay, number>
  readonly forecasts: Forecasts
}

export const newTally = (): Tally => ({
  days: new Map(),
  leftLying: new Map(),
  forecasts: newForecasts(),
})

export type LoggedCard = {
  readonly id: CardId
  /** Whether it can be asked now: in a live deck, of an item that is kept. */
  readonly live: boolean
  readonly events: readonly ReviewEvent[]
}

/** Adds a card's whole log to the tally, in place. */
export function addCard(
  tally: Tally,
  card: LoggedCard,
  parameters: SchedulingParameters,
  today: StudyDay,
  dueWith?: DueWith,
): void {
  const { answers, remembered, waits } = historyOf(card.id, card.events, parameters, today, dueWith)
  for (const answer of answers) addAnswer(dayOf(tally, answer.studyDay), answer)
  for (const review of remembered) {
    if (!review.firstOfDay || review.before.phase !== 'review') continue
    const { lastStudyDay, dueDay } = review.before
    const maturity = dueDay - lastStudyDay < MATURE_DAYS ? 'young' : 'mature'
    addFirst(dayOf(tally, review.studyDay).first[maturity], review)
    const said = recallNow(review.before, review.studyDay, parameters)
    if (said !== null) addForecast(tally.forecasts, review, review.studyDay - lastStudyDay, said)
  }
  if (card.live) for (const wait of waits) addWait(tally.leftLying, wait)
}

function dayOf({ days }: Tally, day: StudyDay): DayTally {
  const known = days.get(day)
  if (known) return known
  const made = { answers: 0, ms: 0, first: { young: none(), mature: none() } }
  days.set(day, made)
  return made
}

const none = () => ({ of: 0, recalled: 0 })

function addAnswer(day: DayTally, { durationMs }: PastReview): void {
  day.answers++
  day.ms += durationMs
}

function addFirst(share: { -readonly [K in keyof Share]: Share[K] }, { grade }: PastReview): void {
  share.of++
  if (grade > 1) share.recalled++
}

function addWait(changes: Map<StudyDay, number>, { from, until }: Wait): void {
  const after = (until + 1) as StudyDay
  changes.set(from, (changes.get(from) ?? 0) + 1)
  changes.set(after, (changes.get(after) ?? 0) - 1)
}
