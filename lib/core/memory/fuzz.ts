/**
 * Fuzz spreads cards learned together over neighbouring days. It is drawn from the card and its number of reviews, so
 * that the page, the server and a replay years later draw the same.
 */
import { get_fuzz_range } from 'ts-fsrs'
import type { CardId } from '../ids'

/** Shorter intervals are left alone, as in FSRS. */
const SHORTEST_FUZZED_DAYS = 2.5

/** An interval of whole days from the range around `days`. @param draw 0 ≤ draw < 1 */
export function fuzzed(days: number, elapsedDays: number, maximumDays: number, draw: number) {
  if (days < SHORTEST_FUZZED_DAYS) return days
  const { min_ivl, max_ivl } = get_fuzz_range(days, elapsedDays, maximumDays)
  return Math.floor(min_ivl + draw * (max_ivl - min_ivl + 1))
}

/** 0 ≤ draw < 1, the same everywhere for the same card and number of reviews. */
export function drawFor(cardId: CardId, reps: number): number {
  return hash(`${cardId}:${reps}`) / 2 ** 32
}

/** FNV-1a over UTF-16 units, then MurmurHash3's finaliser, so that neighbouring reps draw far apart. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
