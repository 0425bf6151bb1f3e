/** When an exam is, and how it went, as people say it. */

const FULL = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
})
const BRIEF = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** 2026-12-14, 09:00 → Monday 14 December 2026, 9:00; with the zone where it is not the learner's. */
export function whenWords(
  { date, time, timeZone }: { date: string; time: string; timeZone: string },
  ownZone: string,
): string {
  const day = FULL.format(new Date(`${date}T00:00:00Z`)).replace(',', '')
  const zone = timeZone === ownZone ? '' : ` (${timeZone})`
  return `${day}, ${time.replace(/^0/, '')}${zone}`
}

/** 2026-12-14 → 14 Dec */
export const briefDay = (date: string): string => BRIEF.format(new Date(`${date}T00:00:00Z`))

/** today, tomorrow, in 22 days */
export function leftWords(days: number): string {
  if (days <= 0) return 'today'
  return days === 1 ? 'tomorrow' : `in ${days} days`
}

/** 23.5 of 30, which is 78 %; of a score out of 100 just 78 %. */
export function scoreWords({ points, of }: { points: number; of: number }): string {
  const percent = `${Math.round((points / of) * 100)} %`
  return of === 100 && Number.isInteger(points)
    ? percent
    : `${points} of ${of}, which is ${percent}`
}
