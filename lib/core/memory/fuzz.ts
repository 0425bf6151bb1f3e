/**
 * Fuzz spreads cards learned together over neighbouring days. It is drawn from the card and its number of reviews, so
 * that the page, the server and a replay years later draw the same.
 */
import { get_fuzz_range } from 'ts-fsrs'
import type { CardId } from '../ids'
import { draw } from './draw'

/** Shorter intervals are left alone, as in FSRS. */
const SHORTEST_FUZZED_DAYS = 2.5

/** An interval of whole days from the range around `days`. @param lot 0 ≤ lot < 1 */
export function fuzzed(days: number, elapsedDays: number, maximumDays: number, lot: number) {
  if (days < SHORTEST_FUZZED_DAYS) return days
  const { min_ivl, max_ivl } = get_fuzz_range(days, elapsedDays, maximumDays)
  return Math.floor(min_ivl + lot * (max_ivl - min_ivl + 1))
}

/** 0 ≤ draw < 1, the same everywhere for the same card and number of reviews. */
export function drawFor(cardId: CardId, reps: number): number {
  return draw(`${cardId}:${reps}`)
}
