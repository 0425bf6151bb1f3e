/** The words and figures of the calendar: days, months, years and eras, and how a point is written. */
import type { When } from '@/lib/core/language/tree'
import { readOrdinal } from './ordinals'
import { type Piece, type Read, readPhrase } from './pieces'

export const MONTHS: readonly string[] =
  'january february march april may june july august september october november december'.split(' ')
const MONTH_SHORT = new Set('jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '))

/** What a date is made of; null where the text is silent. */
export interface Parts {
  readonly day: number | null
  readonly month: number | null
  readonly year: number | null
}

export const two = (n: number): string => String(n).padStart(2, '0')
export const yearIso = (year: number): string =>
  year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0')

/** A day, month or year as a point, the silent parts left out. */
export function whenOf({ day, month, year }: Parts): When {
  const year4 = year === null ? '-' : yearIso(year)
  const grain = day !== null ? 'day' : month !== null ? 'month' : 'year'
  const iso = [year4, month === null ? null : two(month), day === null ? null : two(day)]
  return { iso: iso.filter((part) => part !== null).join('-'), grain, hedge: 'exactly' }
}

/** What `whenOf` wrote, in parts again. */
export function partsOf(iso: string): Parts {
  const match = /^(-|-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(iso)
  const number = (text: string | undefined) => (text === undefined ? null : Number(text))
  const year = match?.[1] === '-' ? null : number(match?.[1])
  return { day: number(match?.[3]), month: number(match?.[2]), year }
}

/** 1 to 12, and the index after the name ("Jan." has a point). Names of months have capitals. */
export function readMonth(pieces: readonly Piece[], at: number): Read<number> | null {
  const piece = pieces[at]
  if (piece === undefined || !/^\p{Lu}/u.test(piece.text)) return null
  const full = MONTHS.indexOf(piece.lower)
  if (full >= 0) return { value: full + 1, end: at + 1 }
  if (!MONTH_SHORT.has(piece.lower)) return null
  const month = MONTHS.findIndex((name) => name.startsWith(piece.lower.slice(0, 3)))
  return { value: month + 1, end: pieces[at + 1]?.text === '.' ? at + 2 : at + 1 }
}

/** "23", "23rd", "the twenty-third": 1 to 31. */
export function readDay(pieces: readonly Piece[], at: number): Read<number> | null {
  const here = pieces[at]?.lower === 'the' ? at + 1 : at
  const ordinal = readOrdinal(pieces, here)
  const piece = pieces[here]
  const figure =
    piece?.kind === 'figure' && /^\d{1,2}$/.test(piece.text)
      ? { value: Number(piece.text), end: here + 1 }
      : null
  const day = ordinal === null ? figure : { value: Number(ordinal.value), end: ordinal.end }
  return day !== null && day.value >= 1 && day.value <= 31 ? day : null
}

/** Four figures from 1000 to 2099, or with an era: "44 BC", "A.D. 79", "300 CE". */
export function readYear(pieces: readonly Piece[], at: number): Read<number> | null {
  const era = readEra(pieces, at)
  const here = era?.end ?? at
  const piece = pieces[here]
  if (piece?.kind !== 'figure' || !/^\d{1,4}$/.test(piece.text)) return null
  const year = Number(piece.text)
  if (era !== null) return era.value > 0 && year > 0 ? { value: year, end: here + 1 } : null
  const after = readEra(pieces, here + 1)
  if (after !== null && year > 0) return { value: after.value * year, end: after.end }
  return /^(?:1\d|20)\d\d$/.test(piece.text) ? { value: year, end: here + 1 } : null
}

/** 1 for years of our era, -1 before it. */
export function readEra(pieces: readonly Piece[], at: number): Read<1 | -1> | null {
  const word = (pieces[at]?.text ?? '').replaceAll('.', '')
  if (word === 'AD' || word === 'CE') return { value: 1, end: at + 1 }
  return word === 'BC' || word === 'BCE' ? { value: -1, end: at + 1 } : null
}

/** " 1918", ", 1918", " of 1918", " of the year 1918". */
export function readYearAfter(pieces: readonly Piece[], at: number): Read<number> | null {
  const comma = pieces[at]?.text === ',' || pieces[at]?.lower === 'of' ? at + 1 : at
  const named = readPhrase(pieces, comma, ['the', 'year']) ?? comma
  return readYear(pieces, named)
}
