/** Reads periods: from May 26 to June 4, 23 to 31 January 1918, March 6 to 8, 1925–28. */
import { EMPTY_DATE, readDate, readDay, readYearAfter, validDay } from './dates'
import { type CivilDate, eat, type Read, skip } from './value'

export type Period = { readonly from: CivilDate; readonly to: CivilDate }

const OPENS = /(from|between)\s+/iy
const JOINS = /,?\s+(?:to|until|till|through|up to)\s+|\s?[–—]\s?|-(?=\d)|\s+-\s+/iy
const AND = /\s+and\s+/iy
const SHORT_YEAR = /(\d{2})(?![\p{L}\p{N}%]|[.,:]\d)/uy

export function readPeriod(text: string, at: number): Read<Period> | null {
  const opens = eat(OPENS, text, at)
  const start = at + (opens?.[0].length ?? 0)
  const between = opens?.[1]?.toLowerCase() === 'between'
  const dayFirst = readDayOnly(text, start)
  const first = readDate(text, start)
  const both = [dayFirst, first].flatMap((a) => {
    const found = a && readEnd(text, a, between)
    return found ? [found] : []
  })
  const best = both.sort((a, b) => b.end - a.end)[0]
  return best && isPeriod(best.value) ? best : null
}

/** Its end comes after its beginning, unless it runs over the end of a year that is not named. */
function isPeriod({ from, to }: Period): boolean {
  const named = from.year !== null && to.year !== null
  return order(from, 0) < order(to, 31) || (!named && wraps(from, to))
}

/** In days, nearly; a month without a day counts as `day`. */
const order = (date: CivilDate, day: number): number =>
  (date.year ?? 0) * 400 + (date.month ?? 0) * 32 + (date.day ?? day)

/** November to March: over the end of a year. */
const wraps = (from: CivilDate, to: CivilDate): boolean => (from.month ?? 0) > (to.month ?? 0)

function readDayOnly(text: string, at: number): Read<CivilDate> | null {
  const day = readDay(text, at)
  return day && { value: { ...EMPTY_DATE, day: day.value, grain: 'day' }, end: day.end }
}

function readEnd(text: string, first: Read<CivilDate>, between: boolean): Read<Period> | null {
  const joined = skip(between ? AND : JOINS, text, first.end)
  if (joined === first.end) return null
  const ends = [readDate(text, joined), readShort(text, joined, first.value)]
  for (const end of ends) {
    const period = end && fill(first.value, end.value)
    if (period) return { value: period, end: end.end }
  }
  return null
}

/** What leaves something out: the 8 of "March 6 to 8", the 28 of "1925–28". */
function readShort(text: string, at: number, first: CivilDate): Read<CivilDate> | null {
  if (first.grain === 'day' && first.month !== null) {
    const day = readDay(text, at)
    if (!day || !validDay(first.month, day.value)) return null
    return readYearAfter(text, { month: first.month, day: day.value }, day.end)
  }
  const short = first.grain === 'year' && first.year !== null ? eat(SHORT_YEAR, text, at) : null
  if (!short || first.year === null) return null
  const year = Math.floor(first.year / 100) * 100 + Number(short[1])
  return year > first.year ? { value: { ...first, year }, end: at + short[0].length } : null
}

/** Each end lends the other what it leaves out. */
function fill(from: CivilDate, to: CivilDate): Period | null {
  const month = from.month ?? (from.grain === 'day' ? to.month : null)
  if (from.grain === 'day' && (month === null || from.day === null || !validDay(month, from.day)))
    return null
  const mixed = from.month !== null && to.month !== null
  if (from.grain !== to.grain && !mixed) return null
  const sameYear =
    from.year === null && to.year !== null && month !== null && !wraps({ ...from, month }, to)
  const lent = from.year !== null && to.year === null && to.month !== null
  return {
    from: { ...from, month, year: sameYear ? to.year : from.year },
    to: lent && !wraps(from, to) ? { ...to, year: from.year } : to,
  }
}
