/** A source of numbers that is the same for the same seed: a failure can be looked at again. */
import { draw } from '@/lib/core/memory/draw'

export interface Seeded {
  /** A whole number, from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number
  readonly chance: (share: number) => boolean
  readonly oneOf: <T>(values: readonly T[]) => T
  readonly shuffled: <T>(values: readonly T[]) => T[]
}

export function seeded(seed: string): Seeded {
  let drawn = 0
  const next = () => draw(`${seed}:${drawn++}`)
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    whole,
    chance: (share) => next() < share,
    oneOf: (values) => {
      const value = values[whole(0, values.length - 1)]
      if (value === undefined) throw new RangeError('there is nothing to choose from')
      return value
    },
    shuffled: (values) =>
      values
        .map((value) => ({ value, lot: next() }))
        .sort((a, b) => a.lot - b.lot)
        .map(({ value }) => value),
  }
}
