/**
 * True retention is the share recalled of the cards that came back: the first answer to a card on a study day, where the
 * card was in review before. Hard is recalled. Repetitions of the same day are not counted, as they say nothing of days.
 */
import { addDays, type StudyDay } from '../time/study-day'
import { type Share, sumOf } from './share'
import type { DayTally, Maturity, Tally } from './tally'

/** Days that end with today; null for all there are. */
const RETENTION_WINDOWS = [7, 30, 90, 365, null] as const

export type Retention = Record<Maturity | 'all', Share> & {
  readonly days: (typeof RETENTION_WINDOWS)[number]
}

export function retentionOf({ days }: Tally, today: StudyDay): Retention[] {
  return RETENTION_WINDOWS.map((window) => {
    const since = window === null ? null : addDays(today, 1 - window)
    const within = [...days].flatMap(([day, tally]) =>
      since === null || (day >= since && day <= today) ? [tally] : [],
    )
    const young = shareOf(within, 'young')
    const mature = shareOf(within, 'mature')
    return { days: window, young, mature, all: sumOf([young, mature]) }
  })
}

const shareOf = (days: readonly DayTally[], maturity: Maturity): Share =>
  sumOf(days.map((day) => day.first[maturity]))
