/** Reads civil dates: 10 March 1918, March the 10th, the spring of 1838, the 1850s, the 18th century, 44 BC. */
import { readOrdinal } from './numbers'
import { type CivilDate, type DatePart, eat, type Read, skip } from './value'

const MONTHS =
  'january february march april may june july august september october november december'.split(' ')
const MONTH =
  /(january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\.|(?![\p{L}])))(?![\p{L}\p{N}])/iuy
const WEEKDAY = /(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+(?=the\s|\d|[A-Z])/iy
const DAY = /(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\p{N}%]|[.,:]\d|\s?%)/iuy
const THE = /the\s+/iy
const OF = /\s+of\s+|,?\s+|\.\s+/iy
const YEAR = /([12]\d{3})(?![\p{L}\p{N}%]|[.,:]\d|\s?%|\s+per\s?cent)/iuy
const ERA_YEAR =
  /(?:(A\.?D\.?)\s*(\d{1,4})|(\d{1,4})\s*(A\.?D\.?|C\.?E\.?|B\.?C\.?E?\.?))(?![\p{L}\p{N}])/uy
const YEAR_AFTER = /(?:,\s*|\s+of\s+|\s+in\s+|\s+)(?=[12]\d{3}(?![p{L}p{N}%]|[.,:]\d))/iy
const ISO = /(\d{4})-(\d{2})-(\d{2})(?!\d)/y
const DOTTED = /(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/y
const SLASHED = /(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?![\d/])/y
const DECADE = /(?:the\s+)?([12]\d{2}0)(?:['’]?s)(?![\p{L}\p{N}])/iuy
const CENTURY = /[\s-]+century(?![\p{L}])(\s+(?:BC|BCE|B\.C\.))?/iuy
const PART =
  /(?:the\s+)?(early|mid|middle|late|spring|summer|autumn|fall|winter|beginning|end)(?:\s+of\s+(?:the\s+)?|\s+in\s+|[\s-]+(?:the\s+)?)(?:year\s+)?/iy
const THE_YEAR = /(?:the\s+)?year\s+(?=[12]\d{3})/iy

export const EMPTY_DATE: CivilDate = {
  year: null,
  month: null,
  day: null,
  part: null,
  grain: 'year',
}

export function readDate(text: string, at: number): Read<CivilDate> | null {
  const from = skip(WEEKDAY, text, at)
  return (
    readNumeric(text, from) ??
    readDayMonth(text, from) ??
    readMonth(text, from) ??
    readPart(text, from) ??
    readLongGrain(text, from) ??
    readYear(text, from)
  )
}

/** The month and what follows it: March 10, March the 10th 1918, March of 1918, March. */
function readMonth(text: string, at: number): Read<CivilDate> | null {
  const month = readMonthName(text, at)
  if (!month) return null
  const day = readDay(text, skip(OF, text, month.end))
  if (day && day.end > month.end && validDay(month.value, day.value)) {
    return readYearAfter(text, { month: month.value, day: day.value }, day.end)
  }
  const dated = readYearAfter(text, { month: month.value, day: null }, month.end)
  return dated
}

/** 10 March, the 10th of March 1918. */
function readDayMonth(text: string, at: number): Read<CivilDate> | null {
  const day = readDay(text, at)
  if (!day) return null
  const month = readMonthName(text, skip(OF, text, day.end))
  if (!month || !validDay(month.value, day.value)) return null
  return readYearAfter(text, { month: month.value, day: day.value }, month.end)
}

/** The year after a day or a month, where there is one. */
export function readYearAfter(
  text: string,
  date: { month: number; day: number | null },
  end: number,
): Read<CivilDate> {
  const year = eat(YEAR, text, skip(YEAR_AFTER, text, end))
  const grain = date.day === null ? 'month' : 'day'
  if (!year || year.index === end) return { value: { ...EMPTY_DATE, ...date, grain }, end }
  const value = { ...EMPTY_DATE, ...date, grain, year: Number(year[1]) } as const
  return { value, end: year.index + year[0].length }
}

export function readMonthName(text: string, at: number): Read<number> | null {
  const found = eat(MONTH, text, at)
  if (!found) return null
  const name = (found[1] ?? '').toLowerCase().replace('.', '')
  const index = MONTHS.findIndex((month) => month.startsWith(name))
  return index < 0 ? null : { value: index + 1, end: at + found[0].length }
}

/** 10, 10th, the 10th, the tenth. */
export function readDay(text: string, at: number): Read<number> | null {
  const digits = eat(DAY, text, at)
  if (digits) {
    const day = Number(digits[1])
    return day >= 1 && day <= 31 ? { value: day, end: at + digits[0].length } : null
  }
  const words = readOrdinal(text, skip(THE, text, at))
  return words && words.value >= 1 && words.value <= 31 ? words : null
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
export const validDay = (month: number, day: number): boolean =>
  day >= 1 && day <= (DAYS[month - 1] ?? 0)

function civil(year: number | null, month: number, day: number, end: number) {
  if (!validDay(month, day)) return null
  return { value: { ...EMPTY_DATE, year, month, day, grain: 'day' as const }, end }
}

/** 1918-03-10, 10.3.1918 (with points the day comes first), 24/2/1918 where only one order is possible. */
function readNumeric(text: string, at: number): Read<CivilDate> | null {
  const iso = eat(ISO, text, at)
  if (iso) return civil(Number(iso[1]), Number(iso[2]), Number(iso[3]), at + iso[0].length)
  const dotted = eat(DOTTED, text, at)
  if (dotted) {
    return civil(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]), at + dotted[0].length)
  }
  const slashed = eat(SLASHED, text, at)
  if (!slashed) return null
  const [whole, a, b, y] = slashed
  const year = y === undefined ? null : Number(y)
  const dayFirst = civil(year, Number(b), Number(a), at + whole.length)
  const monthFirst = civil(year, Number(a), Number(b), at + whole.length)
  if (dayFirst && monthFirst && Number(a) !== Number(b)) return null
  return dayFirst ?? monthFirst
}

const PARTS: Readonly<Record<string, DatePart>> = {
  early: 'early',
  beginning: 'early',
  mid: 'mid',
  middle: 'mid',
  late: 'late',
  end: 'late',
  spring: 'spring',
  summer: 'summer',
  autumn: 'autumn',
  fall: 'autumn',
  winter: 'winter',
}

/** early 1918, late October, the spring of 1838, the mid-1850s. */
function readPart(text: string, at: number): Read<CivilDate> | null {
  const found = eat(PART, text, at)
  const part = PARTS[found?.[1]?.toLowerCase() ?? '']
  if (!found || !part) return null
  const from = at + found[0].length
  const date = readMonth(text, from) ?? readLongGrain(text, from) ?? readYear(text, from)
  if (!date || date.value.grain === 'day') return null
  return { value: { ...date.value, part }, end: date.end }
}

/** the 1850s, the eighteenth century. */
function readLongGrain(text: string, at: number): Read<CivilDate> | null {
  const decade = eat(DECADE, text, at)
  if (decade) {
    return {
      value: { ...EMPTY_DATE, year: Number(decade[1]), grain: 'decade' },
      end: at + decade[0].length,
    }
  }
  const ordinal = readOrdinal(text, skip(THE, text, at))
  const century = ordinal && eat(CENTURY, text, ordinal.end)
  if (!ordinal || !century) return null
  const year = century[1] ? -ordinal.value : ordinal.value
  return { value: { ...EMPTY_DATE, year, grain: 'century' }, end: ordinal.end + century[0].length }
}

/** 1918, the year 1918, AD 79, 44 BC. */
function readYear(text: string, at: number): Read<CivilDate> | null {
  const era = eat(ERA_YEAR, text, at)
  if (era) {
    const year = Number(era[2] ?? era[3])
    const before = /^b/i.test(era[4] ?? '')
    return { value: { ...EMPTY_DATE, year: before ? -year : year }, end: at + era[0].length }
  }
  const from = skip(THE_YEAR, text, at)
  const year = eat(YEAR, text, from)
  return year && { value: { ...EMPTY_DATE, year: Number(year[1]) }, end: from + year[0].length }
}
