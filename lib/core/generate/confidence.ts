/** How likely an item is to be one that a good teacher would keep: learned from what readers said of items. */
import type { Features } from '@/lib/core/language/spans/features'
import fitted from './confidence.json'

/**
 * What is less likely to be good is not shown. Lower than the bar at which the fit foresees 92 in 100 good ones: that one
 * would leave out facts that a text dwells on, so the order in which items are chosen does more of the work.
 */
const BAR = 0.35

/** And what its own construction is less sure of. */
const LEAST_SAID = 0.65

/** What is asked of an item at least. */
export type Bar = { readonly confidence: number; readonly said: number }

export const USUAL_BAR: Bar = { confidence: BAR, said: LEAST_SAID }

/** On a stretch that somebody has marked: they look at each, and there are few. */
export const LOW_BAR: Bar = { confidence: BAR / 2, said: LEAST_SAID / 2 }

const WEIGHTS: Readonly<Record<string, number>> = fitted.weights
const OFF: ReadonlySet<string> = new Set<string>(fitted.off)

/** A construction of which readers kept fewer than four in five makes nothing. */
export const isOff = (construction: string): boolean => OFF.has(construction)

export function confidenceOf(features: Features): number {
  let odds = fitted.bias
  for (const [name, value] of Object.entries(features)) odds += (WEIGHTS[name] ?? 0) * value
  return 1 / (1 + Math.exp(-odds))
}
