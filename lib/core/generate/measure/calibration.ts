/** Calibration: whether of the items said to be good with 0.9, nine in ten are. */
import { type JudgedItem, shareSaying } from './precision'

export type Band = {
  /** Confidence from, and below; the last band has 1 too. */
  readonly from: number
  readonly to: number
  readonly judged: number
  readonly good: number
  /** Mean confidence of the judged. */
  readonly said: number
}

const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const

/** Only the bands that have judged items. */
export function calibration(items: readonly JudgedItem[]): readonly Band[] {
  const judged = items.filter((item) => item.said.length > 0)
  return EDGES.slice(0, -1).flatMap((from, i) => {
    const to = EDGES[i + 1] ?? 1
    const own = judged.filter((one) => one.confidence >= from && (one.confidence < to || to === 1))
    if (own.length === 0) return []
    const sum = (value: (item: JudgedItem) => number) =>
      own.reduce((total, one) => total + value(one), 0)
    return [
      {
        from,
        to,
        judged: own.length,
        good: sum((one) => shareSaying('good', one)),
        said: sum((one) => one.confidence) / own.length,
      },
    ]
  })
}
