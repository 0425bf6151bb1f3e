/**
 * A swipe is a finger that goes across, far enough, and is lifted there. Going up and down is scrolling, and from the
 * edge of the screen it is the browser's way back: both are left alone. All lengths in CSS pixels.
 */

export type Point = { readonly x: number; readonly y: number }
export type Direction = 'left' | 'right'

export type Swipe =
  /** Not a swipe (any more), until the finger is lifted. */
  | { readonly phase: 'none' }
  | { readonly phase: 'undecided'; readonly finger: number; readonly from: Point }
  | { readonly phase: 'across'; readonly finger: number; readonly from: Point; readonly by: number }

export const NO_SWIPE: Swipe = { phase: 'none' }

/** So near the edge of the screen, phones go back. */
const EDGE = 32
/** Before it has gone so far, nothing is decided: a tap trembles. */
const SLACK = 12
/** Across is so many times farther than up or down. */
const FLATNESS = 1.5

/** How far is far enough, on a screen of this width. */
export const reachOn = (width: number): number => Math.min(160, Math.max(88, width * 0.3))

export function beginSwipe(finger: number, from: Point, width: number): Swipe {
  if (from.x < EDGE || from.x > width - EDGE) return NO_SWIPE
  return { phase: 'undecided', finger, from }
}

export function moveSwipe(swipe: Swipe, finger: number, to: Point): Swipe {
  if (swipe.phase === 'none' || swipe.finger !== finger) return swipe
  const { from } = swipe
  const by = to.x - from.x
  if (swipe.phase === 'across') return { ...swipe, by }
  const up = Math.abs(to.y - from.y)
  if (Math.max(Math.abs(by), up) < SLACK) return swipe
  return Math.abs(by) >= up * FLATNESS ? { phase: 'across', finger, from, by } : NO_SWIPE
}

/** Where it would go if the finger were lifted now; null where it would go nowhere. */
export function directionOf(swipe: Swipe, width: number): Direction | null {
  if (swipe.phase !== 'across' || Math.abs(swipe.by) < reachOn(width)) return null
  return swipe.by < 0 ? 'left' : 'right'
}
