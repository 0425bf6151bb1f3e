/**
 * Load balancing: among the days that are as good for a card, one on which less is due, and less often one that the
 * learner wants to have easy. The choice depends on other cards, so it is made once, where the button is shown, and
 * written down on the review.
 */
import { addDays, type StudyDay, weekdayOf } from '../time/study-day'
import type { FuzzRange } from './fuzz'

/** How much a day of the week shall hold. */
export type DayEase = 'normal' | 'fewer' | 'none'

export type DueLoad = {
  /** The study day of counts[0]. */
  readonly from: StudyDay
  /** Cards due on each day from then on. */
  readonly counts: readonly number[]
  /** Whether the counts decide; the easy days do in any case. */
  readonly balance: boolean
  /** Monday … Sunday. */
  readonly easyDays: readonly DayEase[]
}

/** Further ahead the counts say little: most of what will be due then has not been reviewed yet. */
const BALANCED_DAYS = 90
/** So many counts serve a session: today, the days that are balanced, and one more for who goes on past midnight. */
export const LOAD_DAYS = BALANCED_DAYS + 2

/** As in Anki: an easy day with none is taken only where the range leaves nothing else. */
const EASE: Record<DayEase, number> = { normal: 1, fewer: 0.5, none: 0.0001 }

/**
 * Days from `studyDay` until the card is due: one of the range, each with the weight (1 ⁄ due that day)² × 1 ⁄ days ×
 * ease, this card counted among those due. A range that reaches beyond 90 days is weighed by ease alone.
 * @param lot 0 ≤ lot < 1
 */
export function balanced(range: FuzzRange, studyDay: StudyDay, lot: number, load: DueLoad): number {
  const counted = load.balance && range.last <= BALANCED_DAYS
  const days = Array.from({ length: range.last - range.first + 1 }, (_, i) => range.first + i)
  const weights = days.map((n) => {
    const ease = EASE[load.easyDays[weekdayOf(addDays(studyDay, n))] ?? 'normal']
    if (!counted) return ease
    const due = (load.counts[studyDay + n - load.from] ?? 0) + 1
    return ease / (due * due * n)
  })
  let left = lot * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [i, n] of days.entries()) {
    left -= weights[i] ?? 0
    if (left < 0) return n
  }
  return range.last
}
