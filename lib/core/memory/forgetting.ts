/**
 * The forgetting curve of FSRS-6: recall t days after the last review is R(t, S) = (1 + factor · t ⁄ S) ^ decay. The
 * decay is one of the weights, and the factor follows from it: after S days recall is 90 %, which is what stability
 * means. Whatever reads the curve, sums it or mixes two of them stands here; SQL says the first line of it again.
 */
import { computeDecayFactor, roundTo } from 'ts-fsrs'

/** The shape of the curve, which the weights alone decide. */
export type Forgetting = { readonly decay: number; readonly factor: number }

/** What stability means: the days until recall falls to this. */
const RECALL_AT_STABILITY = 0.9

export const forgettingBy = (weights: readonly number[]): Forgetting =>
  computeDecayFactor([...weights])

/** @param decay negative */
export const forgettingAt = (decay: number): Forgetting => ({
  decay,
  factor: RECALL_AT_STABILITY ** (1 / decay) - 1,
})

/** 0 … 1, unrounded: days differ by less than the eight digits that ts-fsrs keeps. */
export function recallAfter(
  days: number,
  stability: number,
  { decay, factor }: Forgetting,
): number {
  return (1 + (factor * days) / stability) ** decay
}

/** The mean recall over so many days from the last review on: the integral of the curve, over the days. */
export function meanRecall(days: number, stability: number, { decay, factor }: Forgetting): number {
  const rise = decay + 1
  const end = (1 + (factor * days) / stability) ** rise
  return (stability * (end - 1)) / (factor * rise * days)
}

/** Newton's step doubles the digits that are right: after one of this size six are, as many as a 32-bit float has. */
const CLOSE = 1e-3

/** As many rounds as halving alone would take from the widest bracket there is to the eighth decimal. */
const MOST_ROUNDS = 64

/**
 * The stability of a memory that is one of two, nobody knows which: the days until the mixture of their curves falls to
 * 90 %. That day lies between the two stabilities and is found by Newton's steps on the logarithm of time, halved where
 * a step would leave the bracket. Rounded as ts-fsrs rounds its own.
 * @param share of the first, 0 … 1
 */
export function mixedStability(
  { decay, factor }: Forgetting,
  share: number,
  [first, second]: readonly [number, number],
): number {
  let low = Math.log(Math.min(first, second))
  let high = Math.log(Math.max(first, second))
  let at = share * Math.log(first) + (1 - share) * Math.log(second)
  for (let round = 0; round < MOST_ROUNDS && high - low > 1e-10; round++) {
    const days = Math.exp(at)
    const [a, b] = [(factor * days) / first, (factor * days) / second]
    const [ifFirst, ifSecond] = [share * (1 + a) ** decay, (1 - share) * (1 + b) ** decay]
    const above = ifFirst + ifSecond - RECALL_AT_STABILITY
    if (above > 0) low = at
    else high = at
    const slope = decay * ((ifFirst * a) / (1 + a) + (ifSecond * b) / (1 + b))
    const step = at - above / slope
    const isWithin = step > low && step < high
    const isClose = isWithin && Math.abs(step - at) < CLOSE
    at = isWithin ? step : (low + high) / 2
    if (isClose) break
  }
  return roundTo(Math.exp(at), 8)
}
