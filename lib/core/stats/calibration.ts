/**
 * Calibration holds what the memory model said against what happened: of the answers for which it said 90 %, were nine in
 * ten recalled? Said is the forecast for the day from the log before the answer, never one made afterwards.
 */
import { isPicked } from '../memory/guess'
import type { PastReview } from './history'
import { type Range, type Share, wilson } from './share'

/** Lower ends of the bins of the chart. Finer where most forecasts lie. */
const LOWER_ENDS = [0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95] as const

type Sums = { of: number; recalled: number; said: number }

export type Forecasts = {
  readonly bins: readonly Sums[]
  /** By interval, number of reviews and of lapses, as RMSE (bins) wants it. */
  readonly likeCards: Map<string, Sums>
  /** Sum of −ln of the probability that was given to what happened. */
  logLoss: number
  /** Answers picked among options: some of them are guesses, and no forecast of recall says how many. */
  picked: number
}

const none = (): Sums => ({ of: 0, recalled: 0, said: 0 })

export const newForecasts = (): Forecasts => ({
  bins: LOWER_ENDS.map(none),
  likeCards: new Map(),
  logLoss: 0,
  picked: 0,
})

/** Adds one answer in place. @param days since the review before. @param said the forecast, 0 … 1 */
export function addForecast(
  forecasts: Forecasts,
  review: PastReview,
  days: number,
  said: number,
): void {
  if (isPicked(review.form)) {
    forecasts.picked++
    return
  }
  const recalled = review.grade > 1
  const bin = forecasts.bins[LOWER_ENDS.findLastIndex((end) => said >= end)]
  if (bin) add(bin, said, recalled)
  const key = likeness(review, days)
  const like = forecasts.likeCards.get(key) ?? none()
  add(like, said, recalled)
  forecasts.likeCards.set(key, like)
  forecasts.logLoss -= Math.log(clamped(recalled ? said : 1 - said))
}

function add(sums: Sums, said: number, recalled: boolean): void {
  sums.of++
  sums.said += said
  if (recalled) sums.recalled++
}

/** A forecast that was sure and wrong would cost infinitely much. */
const clamped = (p: number) => Math.min(Math.max(p, 1e-7), 1)

/**
 * Which answers are compared with each other: alike in the days since the last review, the number of reviews and the
 * number of lapses, on logarithmic scales. The steps are those of FSRS's own evaluation (fsrs-rs, r_matrix_index), so
 * that the figure can be held beside published ones.
 */
function likeness({ spacedBefore, forgottenBefore }: PastReview, days: number): string {
  const interval = Math.round(248 * 3.62 ** step(days, 3.62))
  // The answer itself counts among the reviews, and one more.
  const reviews = Math.round(1.99 * 1.89 ** step(spacedBefore + 2, 1.89))
  const lapses = forgottenBefore === 0 ? 0 : Math.round(1.65 * 1.73 ** step(forgottenBefore, 1.73))
  return `${interval} ${reviews} ${lapses}`
}

const step = (value: number, base: number) => Math.floor(Math.log(value) / Math.log(base))

export type CalibrationBin = Share & {
  /** The forecasts it gathers, low ≤ said < high. */
  readonly low: number
  readonly high: number
  /** Mean forecast of those in it. */
  readonly said: number
  /** Within this the probability behind what happened lies, 95 % sure. */
  readonly range: Range
}

export type Calibration = Share & {
  /** Those that hold any answer, lowest first. */
  readonly bins: readonly CalibrationBin[]
  /** Mean forecast; null without answers, as the others. */
  readonly said: number | null
  /** Mean −ln of the probability given to what happened: 0 is perfect, ln 2 = 0.69 is a coin. */
  readonly logLoss: number | null
  /** Root of the mean square of said − happened among answers that are alike. */
  readonly rmse: number | null
  /** Answers left out because they were picked among options. */
  readonly picked: number
}

export function calibrationOf({ bins, likeCards, logLoss, picked }: Forecasts): Calibration {
  const of = bins.reduce((sum, bin) => sum + bin.of, 0)
  return {
    of,
    recalled: bins.reduce((sum, bin) => sum + bin.recalled, 0),
    bins: bins.flatMap((bin, index) => (bin.of === 0 ? [] : [binOf(bin, index)])),
    said: of === 0 ? null : bins.reduce((sum, bin) => sum + bin.said, 0) / of,
    logLoss: of === 0 ? null : logLoss / of,
    rmse: of === 0 ? null : Math.sqrt(squares(likeCards.values()) / of),
    picked,
  }
}

function binOf({ of, recalled, said }: Sums, index: number): CalibrationBin {
  return {
    low: LOWER_ENDS[index] ?? 0,
    high: LOWER_ENDS[index + 1] ?? 1,
    ...{ of, recalled, said: said / of },
    range: wilson({ of, recalled }),
  }
}

function squares(groups: Iterable<Sums>): number {
  let sum = 0
  for (const { of, recalled, said } of groups) sum += (said - recalled) ** 2 / of
  return sum
}
