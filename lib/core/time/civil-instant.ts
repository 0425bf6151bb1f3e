/** The instant at which a date and a time stand on the clock of a zone: the other way round from civil-time.ts. */
import { parseStudyDay } from './study-day'

const DAY_MS = 86_400_000

/**
 * Milliseconds since 1970. A time that the clock leaves out (spring forward) is taken as if it had not: 2:30 is then what
 * reads 3:30. Of a time that comes twice (fall back) the first is meant. null for what is no date or no time.
 * @param date YYYY-MM-DD
 * @param time HH:MM
 * Throws RangeError for an unknown zone.
 */
export function instantOf(date: string, time: string, timeZone: string): number | null {
  const day = parseStudyDay(date)
  const clock = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (day === null || !clock) return null
  const asIfUtc = day * DAY_MS + (Number(clock[1]) * 60 + Number(clock[2])) * 60_000
  // A zone changes its clock at most once within two days: these are how it stands before and after.
  const before = asIfUtc - aheadOfUtc(asIfUtc - DAY_MS, timeZone)
  const after = asIfUtc - aheadOfUtc(asIfUtc + DAY_MS, timeZone)
  const shown = [before, after].filter((at) => at + aheadOfUtc(at, timeZone) === asIfUtc)
  return shown.length > 0 ? Math.min(...shown) : before
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** How far the clock of the zone is ahead of UTC at an instant, in milliseconds; whole minutes, as clocks have been since 1972. */
function aheadOfUtc(atMs: number, timeZone: string): number {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      ...{ calendar: 'gregory', numberingSystem: 'latn', timeZone, hourCycle: 'h23' },
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
    })
    formatters.set(timeZone, formatter)
  }
  const found = { year: 0, month: 0, day: 0, hour: 0, minute: 0 }
  for (const part of formatter.formatToParts(atMs)) {
    if (part.type in found) found[part.type as keyof typeof found] = Number(part.value)
  }
  const { year, month, day, hour, minute } = found
  const minuteMs = Math.floor(atMs / 60_000) * 60_000
  return Date.UTC(year, month - 1, day, hour, minute) - minuteMs
}
