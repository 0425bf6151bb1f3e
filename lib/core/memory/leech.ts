/** A leech is a card that keeps being forgotten: asking it again and again does not help, mending it may. */
import type { MemoryState } from './state'

/** Lapses that make a leech; it is brought up then, and every few lapses after. */
const LEECH_LAPSES = 8
const AGAIN_EVERY = 4
/** Days of stability from which a card that was a leech holds well enough not to be called one. */
const HOLDS_DAYS = 21

/** Keeps slipping: forgotten eight times or more, and not held for three weeks since. */
export function isLeech(memory: MemoryState): boolean {
  return memory.phase !== 'new' && memory.lapses >= LEECH_LAPSES && memory.stability < HOLDS_DAYS
}

/** Whether this many lapses are when it is brought up: 8, 12, 16, … */
export function isLeechAlarm(lapses: number): boolean {
  return lapses >= LEECH_LAPSES && (lapses - LEECH_LAPSES) % AGAIN_EVERY === 0
}

/** Whether the next lapse would be such a one. */
export function nextLapseAlarms(memory: MemoryState): boolean {
  return memory.phase !== 'new' && isLeechAlarm(memory.lapses + 1)
}

/** What a card that rests because it kept slipping is suspended with. */
export const LEECH_REASON = 'leech'
