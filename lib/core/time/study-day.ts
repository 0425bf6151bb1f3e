/**
 * A study day is the civil date in the learner's time zone, minus the rollover hour, counted as whole days since
 * 1970-01-01. It is stored on a review when the review is given, so that moving house never rewrites history.
 */
import { civilTime } from './civil-time'

export type StudyDay = number & { readonly __brand: 'StudyDay' }

const DAY_MS = 86_400_000
/** 9999-12-31: the last day that can be written as YYYY-MM-DD. */
const LAST_DAY = 2_932_896

/** Days since 1970-01-01 as a study day. Throws RangeError unless a whole number within the years 0000 … 9999. */
export function toStudyDay(days: number): StudyDay {
  if (!Number.isInteger(days) || days < -719_528 || days > LAST_DAY) {
    throw new RangeError(`Not a study day: ${days}`)
  }
  return days as StudyDay
}

/**
 * The study day at an instant. The rollover is read off the clock on the wall: with 4, the day changes when the
 * learner's clock shows 4:00, also in a night with 23 or 25 hours.
 * @param atMs milliseconds since 1970
 * @param rolloverHour 0 … 23
 * Throws RangeError for a zone that does not exist, an instant out of range or a rollover that is no hour.
 */
export function studyDayOf(atMs: number, timeZone: string, rolloverHour: number): StudyDay {
  checkRollover(rolloverHour)
  const { days, hour } = civilTime(atMs, timeZone)
  return toStudyDay(hour < rolloverHour ? days - 1 : days)
}

/** YYYY-MM-DD */
export function formatStudyDay(day: StudyDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** The day written as YYYY-MM-DD, or null where that is no day of the calendar. */
export function parseStudyDay(text: string): StudyDay | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const ms = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(ms)) return null
  const day = toStudyDay(ms / DAY_MS)
  // Some engines read 30 February as 1 or 2 March.
  return formatStudyDay(day) === text ? day : null
}

/** `days` may be negative. */
export function addDays(day: StudyDay, days: number): StudyDay {
  return toStudyDay(day + days)
}

/** Monday is 0, Sunday 6. */
export function weekdayOf(day: StudyDay): number {
  // 1970-01-01 was a Thursday.
  return (((day + 3) % 7) + 7) % 7
}

/** Widest a zone has ever stood from Greenwich is just under 16 hours; a day more for whole days that were skipped. */
const SEARCH_MS = 40 * 3_600_000

/**
 * The instant (milliseconds since 1970) at which a study day is over and the next begins. Found by halving, because
 * that holds for every rule a zone has ever had: shifted clocks, half hours, days left out at the date line.
 */
export function endOfStudyDay(day: StudyDay, timeZone: string, rolloverHour: number): number {
  checkRollover(rolloverHour)
  const asIfUtc = (day + 1) * DAY_MS + rolloverHour * 3_600_000
  let within = asIfUtc - SEARCH_MS
  let after = asIfUtc + SEARCH_MS
  while (after - within > 1) {
    const middle = Math.floor((within + after) / 2)
    if (studyDayOf(middle, timeZone, rolloverHour) > day) after = middle
    else within = middle
  }
  return after
}

function checkRollover(hour: number): void {
  if (!Number.isInteger(hour) || hour < 0 || hour > 23) {
    throw new RangeError(`The rollover must be a whole hour from 0 to 23, not ${hour}`)
  }
}
