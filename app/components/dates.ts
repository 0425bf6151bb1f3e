/** Days and numbers as people read them. */
import { addDays, formatStudyDay, parseStudyDay } from '@/lib/core/time/study-day'

const LONG = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
})
const SHORT = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' })
const WEEKDAY_NAME = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })
const NUMBER = new Intl.NumberFormat('en-GB')

const midnight = (day: string) => new Date(`${day}T00:00:00Z`)

/** 2026-11-22 → Sunday 22 November */
export const longDay = (day: string): string => LONG.format(midnight(day)).replace(',', '')

/** 2026-11-22 → Sun 22 Nov */
export const shortDay = (day: string): string => SHORT.format(midnight(day)).replace(',', '')

/** 2026-11-22 → Sun */
export const weekday = (day: string): string => WEEKDAY.format(midnight(day))

/** 2026-11-22 → Sunday */
export const weekdayName = (day: string): string => WEEKDAY_NAME.format(midnight(day))

/** 'tomorrow' or 'on Tuesday 24 November' */
export function onDay(day: string, today: string): string {
  return isTomorrow(day, today) ? 'tomorrow' : `on ${longDay(day)}`
}

export function isTomorrow(day: string, today: string): boolean {
  const from = parseStudyDay(today)
  return from !== null && formatStudyDay(addDays(from, 1)) === day
}

export const figure = (n: number): string => NUMBER.format(n)

/** 1 item, 12 items */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${figure(n)} ${n === 1 ? one : many}`

/** Half a minute is about a minute. */
export const minutes = (n: number): string => count(Math.max(1, Math.round(n)), 'minute')
