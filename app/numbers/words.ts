/** Figures as the page of numbers says them. */
import { formatStudyDay, type StudyDay } from '@/lib/core/time/study-day'
import { count, figure, longDay } from '../components/dates'

const TICK = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** 3 Mar: under a stroke, or before a row. */
export const dayShort = (day: StudyDay): string => TICK.format(day * 86_400_000)
export const dayLong = (day: StudyDay): string => longDay(formatStudyDay(day))

/** 3 March 2026: a day that may lie years back. */
export const dayOfYear = (day: StudyDay): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day * 86_400_000)

/** 0.9123 → 91.2 % */
export const tenths = (p: number): string => `${(p * 100).toFixed(1)} %`

/** Milliseconds as minutes: under ten of them with a decimal, so that a short day is not nothing. */
export function minutesWords(ms: number): string {
  const minutes = ms / 60_000
  return minutes < 9.95 ? `${minutes.toFixed(1)} min` : `${figure(Math.round(minutes))} min`
}

/** 0.4 days, 12 days, 3.2 months, 1.4 years */
export function daysWords(days: number): string {
  if (days < 10) return count(round(days), 'day')
  if (days < 60) return count(Math.round(days), 'day')
  if (days < 365) return count(round(days / 30.4), 'month')
  return count(round(days / 365.25), 'year')
}

const round = (value: number) => Math.round(value * 10) / 10

/** Per cent: “50 to 60”, “under 50”; the last bin holds its end. */
export const recallBin = ({ low, high }: { low: number; high: number }): string =>
  low === 0
    ? `under ${Math.round(high * 100)}`
    : `${Math.round(low * 100)} to ${Math.round(high * 100)}`

export function stabilityBin({ low, high }: { low: number; high: number }): string {
  if (low === 0) return 'under a day'
  if (high === Number.POSITIVE_INFINITY) return 'a year or more'
  return `${low} to ${high} days`
}
