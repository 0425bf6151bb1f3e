/** Reads amounts: a number or a range of two, with what hedges it ("a little more than", "up to"). */
import { type NumberRead, readNumber, tidy } from './numbers'
import { type Amount, eat, type Hedge, type Read, skip } from './value'

const HEDGES: readonly (readonly [pattern: RegExp, hedge: Hedge])[] = [
  [
    /(?:(?:a little |slightly |somewhat |just |well |much |far )?(?:more|greater|higher|better) than|(?:just |well )?(?:over|above)|at least|no (?:fewer|less) than|upwards? of|in excess of|a minimum of)\s+/iy,
    'over',
  ],
  [
    /(?:(?:a little |slightly |somewhat |just |well |much |far )?(?:less|fewer|lower) than|(?:just |well )?(?:under|below)|nearly|almost|not quite|up to|at (?:the )?most|no more than|a maximum of|barely|only)\s+/iy,
    'under',
  ],
  [
    /(?:about|around|approximately|approx\.?|roughly|some|circa|c\.|ca\.|close to|or so|an estimated|an average of|on average)\s+|~\s*/iy,
    'about',
  ],
]

/** The hedge before an amount. "only" says nothing about the number itself. */
export function readHedge(text: string, at: number): Read<Hedge> {
  for (const [pattern, hedge] of HEDGES) {
    const found = eat(pattern, text, at)
    if (found) {
      return { value: /^only/i.test(found[0]) ? null : hedge, end: at + found[0].length }
    }
  }
  return { value: null, end: at }
}

export type AmountRead = Read<Amount> & {
  /** A unit must follow at once: "5km". */
  readonly glued: boolean
}

const RANGE_OPENS = /(from|between)\s+/iy
const RANGE_JOINS = /\s+(?:to|or|through)\s+|\s?[–—]\s?|-(?=\d|[a-z])/iy
const AND = /\s+and\s+/iy
/** A unit may stand at both ends: 65 per cent to 70 per cent. */
const REPEATED_UNIT = /\s?%|\s+per\s?cent(?![a-z])/iy

export function readAmount(text: string, at: number): AmountRead | null {
  const hedge = readHedge(text, at)
  const opens = eat(RANGE_OPENS, text, hedge.end)
  const start = hedge.end + (opens?.[0].length ?? 0)
  const low = readNumber(text, start)
  if (!low) return null
  const high = readHigh(text, low, opens?.[1]?.toLowerCase() === 'between')
  // "from 5" with nothing after it is a number; its "from" is no part of it.
  if (!high && opens) return null
  const range = high
    ? { low: lent(low, high), high: high.value }
    : { low: low.value, high: low.value }
  const { end, glued } = high ?? low
  return { value: { ...range, hedge: hedge.value }, end, glued }
}

function readHigh(text: string, low: NumberRead, between: boolean): NumberRead | null {
  const after = low.glued ? low.end : skip(REPEATED_UNIT, text, low.end)
  const joined = skip(between ? AND : RANGE_JOINS, text, after)
  if (joined === after) return null
  const high = readNumber(text, joined)
  return high && lent(low, high) < high.value ? high : null
}

/** "two to three million": the first number has the scale of the second. */
function lent(low: NumberRead, high: NumberRead): number {
  const scaled = tidy(low.value * high.scale)
  return low.scale === 1 && high.scale > 1 && scaled < high.value ? scaled : low.value
}
