/** Lots drawn one after another: the same for the same seed. */
import { draw } from '@/lib/core/memory/draw'

export type Lots = {
  /** 0 ≤ lot < 1 */
  readonly next: () => number
  /** Mean 0, variance 1. */
  readonly normal: () => number
  readonly between: (low: number, high: number) => number
  readonly whole: (low: number, high: number) => number
  readonly happens: (chance: number) => boolean
  readonly oneOf: <T>(values: readonly [T, ...T[]]) => T
}

export function lotsFrom(seed: string): Lots {
  let drawn = 0
  const next = () => draw(`${seed}:${drawn++}`)
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    // G. E. P. Box and M. E. Muller, 1958.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    between: (low, high) => low + next() * (high - low),
    whole,
    happens: (chance) => next() < chance,
    oneOf: (values) => values[whole(0, values.length - 1)] ?? values[0],
  }
}
