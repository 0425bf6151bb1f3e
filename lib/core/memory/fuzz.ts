/**
 * Fuzz spreads cards learned together over neighbouring days. It is drawn from the card and its number of reviews, so
 * that the page, the server and a replay years later draw the same.
 */
import { get_fuzz_range } from 'ts-fsrs'
import type { CardId } from '../ids'
import { draw } from './draw'

/** Shorter intervals are left alone, as in FSRS. */
const SHORTEST_FUZZED_DAYS = 2.5

/** Whole days, both ends included. */
export type FuzzRange = { readonly first: number; readonly last: number }

/** The days around an interval of whole days that are as good as it. */
export function fuzzRange(days: number, elapsedDays: number, maximumDays: number): FuzzRange {
  if (days < SHORTEST_FUZZED_DAYS) return { first: days, last: days }
  const { min_ivl, max_ivl } = get_fuzz_range(days, elapsedDays, maximumDays)
  return { first: min_ivl, last: max_ivl }
}

/** One of the days, each as likely. @param lot 0 ≤ lot < 1 */
export function drawn({ first, last }: FuzzRange, lot: number): number {
  return Math.floor(first + lot * (last - first + 1))
}

/** 0 ≤ draw < 1, the same everywhere for the same card and number of reviews. */
export function drawFor(cardId: CardId, reps: number): number {
  return draw(`${cardId}:${reps}`)
}
