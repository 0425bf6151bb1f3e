/** One point of the calendar at a time: a day, month, season, year, decade or century, as exact as the text has it. */
import type { When } from '@/lib/core/language/tree'
import {
  readDay,
  readEra,
  readMonth,
  readYear,
  readYearAfter,
  two,
  whenOf,
  yearIso,
} from './calendar'
import { readHedge } from './hedges'
import { readOrdinal } from './ordinals'
import { byFirstWord, isHyphen, type Piece, type Read, readListed, readPhrase } from './pieces'

const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const

type Part = NonNullable<When['part']>
const PARTS = byFirstWord<Part>([
  ['early in', 'early'],
  ['late in', 'late'],
  ['the beginning of', 'early'],
  ['the start of', 'early'],
  ['the early part of', 'early'],
  ['the early months of', 'early'],
  ['the first months of', 'early'],
  ['the opening months of', 'early'],
  ['the closing months of', 'late'],
  ['the last months of', 'late'],
  ['early months of', 'early'],
  ['first months of', 'early'],
  ['closing months of', 'late'],
  ['last months of', 'late'],
  ['the middle of', 'middle'],
  ['the end of', 'late'],
  ['the close of', 'late'],
  ['the latter part of', 'late'],
  ['beginning of', 'early'],
  ['middle of', 'middle'],
  ['end of', 'late'],
  ['early', 'early'],
  ['earlier', 'early'],
  ['late', 'late'],
  ['later', 'late'],
  ['mid', 'middle'],
  ['middle', 'middle'],
])

function readPart(pieces: readonly Piece[], at: number): Read<Part> | null {
  const part = readListed(PARTS, pieces, at)
  if (part === null) return null
  return { value: part.value, end: isHyphen(pieces, part.end) ? part.end + 1 : part.end }
}

/** A point with its part and its hedge: "about 1350", "late in the nineteenth century", "mid-June". */
export function readPoint(pieces: readonly Piece[], at: number): Read<When> | null {
  const hedge = readHedge(pieces, at)
  const start = hedge === null ? at : hedge.end
  const article = pieces[start]?.lower === 'the' ? start + 1 : start
  const part = readPart(pieces, start) ?? readPart(pieces, article)
  const bare = part?.end ?? start
  const point = readBare(pieces, bare)
  if (point === null || (hedge !== null && point.value.grain === 'day'))
    return hedge === null ? point : null
  // "late January 5": a part of a day is none of the calendar.
  if (part !== null && point.value.grain === 'day') return null
  return {
    value: {
      ...point.value,
      ...(part === null ? {} : { part: part.value }),
      hedge: hedge?.value ?? 'exactly',
    },
    end: point.end,
  }
}

function readBare(pieces: readonly Piece[], at: number): Read<When> | null {
  const here = pieces[at]?.lower === 'the' ? at + 1 : at
  return (
    readCentury(pieces, here) ??
    readDecade(pieces, here) ??
    readSeason(pieces, here) ??
    readNumericDate(pieces, at) ??
    readDayMonthYear(pieces, at) ??
    readYearPoint(pieces, readPhrase(pieces, here, ['year']) ?? at)
  )
}

/** "nineteenth century", "5th century BC"; the "eleventh" of "eleventh and twelfth centuries". */
function readCentury(pieces: readonly Piece[], at: number): Read<When> | null {
  const ordinal = readOrdinal(pieces, at)
  if (ordinal === null || ordinal.value > 30n) return null
  const own = centuryEnd(pieces, ordinal.end)
  const end = own ?? (sharesCentury(pieces, ordinal.end) ? ordinal.end : null)
  if (end === null) return null
  const era = readEra(pieces, end)
  const iso = `${era?.value === -1 ? '-' : ''}${two(Number(ordinal.value) - 1)}`
  return { value: { iso, grain: 'century', hedge: 'exactly' }, end: era?.end ?? end }
}

function centuryEnd(pieces: readonly Piece[], at: number): number | null {
  const word = isHyphen(pieces, at) ? at + 1 : at
  return /^centur(?:y|ies)(?:['’]s)?$/.test(pieces[word]?.lower ?? '') ? word + 1 : null
}

/** "… and twelfth centuries", "… to the early nineteenth century". */
function sharesCentury(pieces: readonly Piece[], at: number): boolean {
  if (!/^(?:and|or|to|through|until)$/.test(pieces[at]?.lower ?? '')) return false
  const article = pieces[at + 1]?.lower === 'the' ? at + 2 : at + 1
  const other = readOrdinal(pieces, readPart(pieces, article)?.end ?? article)
  return other !== null && centuryEnd(pieces, other.end) !== null
}

/** "1930s", "1930’s"; of round hundreds the whole century ("the 1700s"). */
function readDecade(pieces: readonly Piece[], at: number): Read<When> | null {
  const figure = pieces[at]
  if (figure?.kind !== 'figure' || !/^(?:1\d|20)\d0$/.test(figure.text)) return null
  const mark = /^['’]$/.test(pieces[at + 1]?.text ?? '') ? at + 2 : at + 1
  const s = pieces[mark]
  if (s?.text !== 's' || s.spaced) return null
  const hundreds = figure.text.endsWith('00')
  const iso = figure.text.slice(0, hundreds ? 2 : 3)
  return {
    value: { iso, grain: hundreds ? 'century' : 'decade', hedge: 'exactly' },
    end: mark + 1,
  }
}

/** "spring of 1918", "summer 1914"; a season without a year is no date. */
function readSeason(pieces: readonly Piece[], at: number): Read<When> | null {
  const word = pieces[at]?.lower === 'fall' ? 'autumn' : pieces[at]?.lower
  const season = SEASONS.find((name) => name === word)
  if (season === undefined) return null
  const linked = /^(?:of|in|,)$/.test(pieces[at + 1]?.lower ?? '') ? at + 2 : at + 1
  const year = readYear(pieces, linked)
  if (year === null) return null
  const when: When = { iso: yearIso(year.value), grain: 'season', season, hedge: 'exactly' }
  // "winter of 1916–17" begins in the first of its years.
  const isLong = isHyphen(pieces, year.end) && /^\d\d$/.test(pieces[year.end + 1]?.text ?? '')
  return { value: when, end: isLong ? year.end + 2 : year.end }
}

/** "1918-03-03", "7.2.2009" (day first). */
function readNumericDate(pieces: readonly Piece[], at: number): Read<When> | null {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(pieces[at]?.text ?? '')
  if (dotted !== null) return numeric(dotted[3], dotted[2], dotted[1], at + 1)
  const [year, dash, month, dash2, day] = [0, 1, 2, 3, 4].map((k) => pieces[at + k])
  const tight = [dash, month, dash2, day].every((piece) => piece?.spaced === false)
  const isIso =
    tight && dash?.text === '-' && dash2?.text === '-' && /^\d\d$/.test(`${month?.text}`)
  return isIso && /^\d{4}$/.test(`${year?.text}`) && /^\d\d$/.test(`${day?.text}`)
    ? numeric(year?.text, month?.text, day?.text, at + 5)
    : null
}

function numeric(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  end: number,
): Read<When> | null {
  const parts = { day: Number(day), month: Number(month), year: Number(year) }
  const isDate = parts.month >= 1 && parts.month <= 12 && parts.day >= 1 && parts.day <= 31
  return isDate ? { value: whenOf(parts), end } : null
}

/** "the 23rd of January 1918", "January 23, 1918", "March 1918", "March 3", "March". */
function readDayMonthYear(pieces: readonly Piece[], at: number): Read<When> | null {
  const lead = readDay(pieces, at)
  const linked = lead !== null && pieces[lead.end]?.lower === 'of' ? lead.end + 1 : lead?.end
  const dayMonth = linked === undefined ? null : readMonth(pieces, linked)
  if (lead !== null && dayMonth !== null) {
    const year = readYearAfter(pieces, dayMonth.end)
    return point(lead.value, dayMonth.value, year, dayMonth.end)
  }
  const month = readMonth(pieces, at)
  if (month === null) return null
  const monthYear = readYearAfter(pieces, month.end)
  if (monthYear !== null) return point(null, month.value, monthYear, month.end)
  const day = readDay(pieces, month.end)
  if (day === null) return point(null, month.value, null, month.end)
  return point(day.value, month.value, readYearAfter(pieces, day.end), day.end)
}

function point(
  day: number | null,
  month: number,
  year: Read<number> | null,
  end: number,
): Read<When> {
  return { value: whenOf({ day, month, year: year?.value ?? null }), end: year?.end ?? end }
}

function readYearPoint(pieces: readonly Piece[], at: number): Read<When> | null {
  const year = readYear(pieces, at)
  return year === null
    ? null
    : { value: whenOf({ day: null, month: null, year: year.value }), end: year.end }
}
