/** Stretches of the calendar: "from March to May 1918", "1914–18", "March 6 to 8", "since 1905", "until May". */
import type { When } from '@/lib/core/language/tree'
import {
  type Parts,
  partsOf,
  readDay,
  readMonth,
  readYear,
  readYearAfter,
  two,
  whenOf,
} from './calendar'
import { readPoint } from './dates'
import { readCardinal } from './number-words'
import { isDash, type Piece, type Read, readPhrase } from './pieces'

export interface Bounds {
  readonly from: When | null
  readonly to: When | null
}

export function readPeriod(pieces: readonly Piece[], at: number): Read<Bounds> | null {
  return (
    readBounded(pieces, at) ??
    readFirstUnits(pieces, at) ??
    readYearPart(pieces, at) ??
    readQuarter(pieces, at) ??
    readDashed(pieces, at) ??
    readOpen(pieces, at)
  )
}

const FROM_TO = ['to', 'until', 'till', 'through', 'into']

/** "from A to B", "between A and B". */
function readBounded(pieces: readonly Piece[], at: number): Read<Bounds> | null {
  const lead = pieces[at]?.lower
  if (lead !== 'from' && lead !== 'between') return null
  const from = readSide(pieces, at + 1)
  if (from === null) return null
  const links = lead === 'from' ? FROM_TO : ['and']
  const first = pieces[from.end]?.text === ',' ? from.end + 1 : from.end
  const link = pieces[first]?.lower === 'up' || pieces[first]?.lower === 'right' ? first + 1 : first
  if (!links.includes(pieces[link]?.lower ?? '')) return null
  return joinSides(from, readSide(pieces, link + 1))
}

/** "1914–18", "March 6 to 8, 1918", "6–8 March", "1914 to 1918", "March–May 1918". */
function readDashed(pieces: readonly Piece[], at: number): Read<Bounds> | null {
  const from = readSide(pieces, at)
  if (from === null) return null
  const link = pieces[from.end]
  if (link?.text === '/') return readSlashed(pieces, from)
  const isTo = link?.lower === 'to' || link?.lower === 'through'
  if (!isTo && !isDash(link)) return null
  const short = isDash(link) ? readShortYear(pieces, from) : null
  return short ?? joinSides(from, readSide(pieces, from.end + 1))
}

/** The "18" of "1914–18", the "5" of "1904–5". */
function readShortYear(pieces: readonly Piece[], from: Read<Side>): Read<Bounds> | null {
  const short = pieces[from.end + 1]
  const year = from.value.parts?.year
  if (short?.spaced !== false || !/^\d\d?$/.test(short.text)) return null
  if (year === undefined || year === null || year < 0 || from.value.parts?.month !== null)
    return null
  const round = 10 ** short.text.length
  const to = Math.floor(year / round) * round + Number(short.text)
  if (to <= year) return null
  const end = whenOf({ day: null, month: null, year: to })
  return { value: { from: from.value.when, to: end }, end: from.end + 2 }
}

/** "2021/22", "1999/2000": a year that begins in one of the calendar and ends in the next. */
function readSlashed(pieces: readonly Piece[], from: Read<Side>): Read<Bounds> | null {
  const next = pieces[from.end + 1]
  const parts = from.value.parts
  if (parts === null || parts.year === null || parts.year < 0 || parts.month !== null) return null
  const isNext = [parts.year + 1, two((parts.year + 1) % 100)].some((y) => `${y}` === next?.text)
  const isTight = pieces[from.end]?.spaced === false && next?.spaced === false
  if (!isNext || !isTight || pieces[from.end + 2]?.text === '/') return null
  const to = whenOf({ day: null, month: null, year: parts.year + 1 })
  return { value: { from: from.value.when, to }, end: from.end + 2 }
}

/** One side of a period: a point, or a day alone that takes its month from the other side. */
interface Side {
  readonly when: When | null
  readonly parts: Parts | null
}

function readSide(pieces: readonly Piece[], at: number): Read<Side> | null {
  const point = readPoint(pieces, at)
  if (point !== null) {
    const { grain, iso, part } = point.value
    const simple = (grain === 'day' || grain === 'month' || grain === 'year') && part === undefined
    return { value: { when: point.value, parts: simple ? partsOf(iso) : null }, end: point.end }
  }
  const day = readDay(pieces, at)
  if (day === null) return null
  const year = pieces[day.end]?.text === ',' ? readYearAfter(pieces, day.end) : null
  const parts = { day: day.value, month: null, year: year?.value ?? null }
  return { value: { when: null, parts }, end: year?.end ?? day.end }
}

/** The sides lend each other what they leave out; null where they make no period of the calendar. */
function joinSides(from: Read<Side>, to: Read<Side> | null): Read<Bounds> | null {
  if (to === null) return null
  const b = to.value
  const a = beforeChrist(from.value, b)
  if (a.parts === null || b.parts === null) {
    return a.when === null || b.when === null
      ? null
      : { value: { from: a.when, to: b.when }, end: to.end }
  }
  const first = lend(a.parts, b.parts)
  const last = lend(b.parts, a.parts)
  const isCalendar = [first, last].every((p) => (p.day === null || p.month !== null) && hasAny(p))
  if (!isCalendar || isBefore(last, first)) return null
  return {
    value: { from: keepHedge(first, a.when), to: keepHedge(last, b.when) },
    end: to.end,
  }
}

/** "from 1200 to 400 BC": the era of the second holds for the first. */
function beforeChrist(from: Side, to: Side): Side {
  const year = from.parts?.year ?? 0
  if (from.parts === null || year <= 0 || (to.parts?.year ?? 0) >= 0) return from
  const parts = { ...from.parts, year: -year }
  return { when: from.when === null ? null : { ...whenOf(parts), hedge: from.when.hedge }, parts }
}

const hasAny = ({ month, year }: Parts): boolean => month !== null || year !== null

/** "from March to May 1918": March takes the year; "March 6 to 8": the 8th takes the month. */
function lend(mine: Parts, other: Parts): Parts {
  const month = mine.month ?? (mine.day === null ? null : other.month)
  const year = mine.year ?? (month === null ? null : other.year)
  return { day: mine.day, month, year }
}

function isBefore(last: Parts, first: Parts): boolean {
  if (last.year === null || first.year === null) return false
  if (last.year !== first.year) return last.year < first.year
  if (last.month === null || first.month === null) return false
  if (last.month !== first.month) return last.month < first.month
  return last.day !== null && first.day !== null && last.day < first.day
}

const keepHedge = (parts: Parts, when: When | null): When => ({
  ...whenOf(parts),
  hedge: when?.hedge ?? 'exactly',
})

/** "the first five months of 1918", "the last two months of 1917". */
function readFirstUnits(pieces: readonly Piece[], at: number): Read<Bounds> | null {
  const start = pieces[at]?.lower === 'the' ? at + 1 : at
  const which = pieces[start]?.lower
  if (which !== 'first' && which !== 'last') return null
  const count = readCardinal(pieces, start + 1)
  if (count === null || count.value.bottom !== 1n) return null
  const end = readPhrase(pieces, count.end, ['months', 'of'])
  const year = end === null ? null : readYear(pieces, end)
  const months = Number(count.value.top)
  if (year === null || months < 1 || months > 12) return null
  const [from, to] = which === 'first' ? [1, months] : [13 - months, 12]
  const month = (n: number) => whenOf({ day: null, month: n, year: year.value })
  return { value: { from: month(from), to: month(to) }, end: year.end }
}

const COUNTED: readonly string[] = ['first', 'second', 'third', 'fourth']

/** "the first half of 1918", "the second quarter of 2019". */
function readYearPart(pieces: readonly Piece[], at: number): Read<Bounds> | null {
  const [which = '', unit, of] = [0, 1, 2].map((k) => pieces[at + k]?.lower)
  const count = unit === 'half' ? 2 : unit === 'quarter' ? 4 : 0
  const index = /^(?:last|final)$/.test(which) ? count - 1 : COUNTED.indexOf(which)
  if (count === 0 || of !== 'of' || index < 0 || index >= count) return null
  return monthsOf(pieces, at + 3, (12 / count) * index + 1, (12 / count) * (index + 1))
}

/** "Q3 2020", "Q3 of 2020". */
function readQuarter(pieces: readonly Piece[], at: number): Read<Bounds> | null {
  const quarter = pieces[at]?.text === 'Q' && pieces[at + 1]?.spaced === false
  const index = /^[1-4]$/.test(pieces[at + 1]?.text ?? '') ? Number(pieces[at + 1]?.text) : 0
  if (!quarter || index === 0) return null
  const year = pieces[at + 2]?.lower === 'of' ? at + 3 : at + 2
  return monthsOf(pieces, year, index * 3 - 2, index * 3)
}

function monthsOf(
  pieces: readonly Piece[],
  at: number,
  from: number,
  to: number,
): Read<Bounds> | null {
  const year = readYear(pieces, at)
  if (year === null) return null
  const month = (n: number) => whenOf({ day: null, month: n, year: year.value })
  return { value: { from: month(from), to: month(to) }, end: year.end }
}

/** "since 1905", "until May 1918", "from 1905 on", "from March onwards", "From 1905 she had a room". */
function readOpen(pieces: readonly Piece[], at: number): Read<Bounds> | null {
  const lead = pieces[at]?.lower
  if (lead === 'since') {
    const from = readPoint(pieces, at + 1)
    return from === null ? null : { value: { from: from.value, to: null }, end: from.end }
  }
  if (lead === 'until' || lead === 'till') {
    const to = readPoint(pieces, at + 1)
    return to === null ? null : { value: { from: null, to: to.value }, end: to.end }
  }
  if (lead !== 'from') return null
  const from = readPoint(pieces, at + 1)
  if (from === null) return null
  const next = pieces[from.end]
  const value = { from: from.value, to: null }
  if (/^(?:on|onwards?|forward)$/.test(next?.lower ?? '')) return { value, end: from.end + 1 }
  // What opens a clause holds for all of it; "a letter from 1838" is of that year alone.
  const opens = at === 0 || /^[,;:(—–]$/.test(pieces[at - 1]?.text ?? '')
  const goesOn = FROM_TO.includes(next?.lower ?? '') || /^(?:up|right)$/.test(next?.lower ?? '')
  return opens && next !== undefined && !goesOn && !isDash(next) ? { value, end: from.end } : null
}

/** "October 25 (November 7), 1917": the same day in both calendars. */
export function readBothStyles(
  pieces: readonly Piece[],
  at: number,
): readonly (Read<When> & { readonly start: number; readonly past: number })[] | null {
  const old = readPoint(pieces, at)
  if (old === null || old.value.grain !== 'day' || pieces[old.end]?.text !== '(') return null
  const open = old.end + 1
  const next = readPoint(pieces, open) ?? dayAlone(pieces, open, partsOf(old.value.iso))
  if (next === null || next.value.grain !== 'day') return null
  const close = pieces.findIndex((piece, k) => k >= next.end && piece.text === ')')
  const said = pieces.slice(next.end, close).map((piece) => piece.lower)
  const isNote = said.every((word) =>
    /^(?:new|old|style|n\.s\.|o\.s\.|,|by|the|calendar|gregorian|julian)$/.test(word),
  )
  if (close < 0 || !isNote) return null
  const year = readYearAfter(pieces, close + 1)
  const flipped = said.includes('old') || said.includes('julian') || said.includes('o.s.')
  const full = (when: When, style: 'old' | 'new'): When => {
    const parts = partsOf(when.iso)
    const shared = parts.year ?? year?.value ?? partsOf(old.value.iso).year
    return { ...whenOf({ ...parts, year: shared }), style }
  }
  const past = year?.end ?? close + 1
  return [
    { start: at, past, end: old.end, value: full(old.value, flipped ? 'new' : 'old') },
    { start: open, past, end: next.end, value: full(next.value, flipped ? 'old' : 'new') },
  ]
}

/** The "7" of "25 October (7 November)" has its month; "January 14 (27)" has none. */
function dayAlone(pieces: readonly Piece[], at: number, other: Parts): Read<When> | null {
  const day = readDay(pieces, at)
  if (day === null || readMonth(pieces, day.end) !== null) return null
  return { value: whenOf({ ...other, day: day.value }), end: day.end }
}
