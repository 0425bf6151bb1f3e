/** Numbers with what they count, their range and their hedge: "a little more than nine billion paper rubles". */
import type { Amount, Figure, Hedge, Value } from '@/lib/core/language/tree'
import { readHedge, readHedgeAfter } from './hedges'
import { readCardinal, scaleOf, shortScaleOf } from './number-words'
import { readFraction } from './ordinals'
import { isDash, type Piece, type Read } from './pieces'
import { figureOf, isLess, type Ratio, times, whole } from './ratio'
import { CURRENCY_MARKS, readUnit, type Unit } from './units'

type Measured = Extract<Value, { type: 'number' | 'share' | 'money' | 'measure' | 'duration' }>

interface Term {
  readonly ratio: Ratio
  /** As it is written where that is no plain number: "2/3". */
  readonly fraction: Figure | null
  readonly unit: Unit | null
}

/** Verbs that go with a bound: what stands behind their preposition is that bound. */
const MOVES =
  /^(?:falls?|fell|fallen|falling|drop(?:s|ped|ping)?|sinks?|sank|sunk|sinking|ris(?:es?|en|ing)|rose|climb(?:s|ed|ing)?|slip(?:s|ped|ping)?|grow(?:s|n|ing)?|grew|growth|increas(?:es?|ed|ing)|decreas(?:es?|ed|ing)|reduc(?:es?|ed|tion)|(?:doubl|trebl|tripl|quadrupl)(?:es?|ed|ing)|swell(?:s|ed)?|shr(?:inks?|ank|unk)|expand(?:s|ed)?|rais(?:es?|ed|ing)|lower(?:s|ed)?|cut|declin(?:es?|ed|ing)|went|jump(?:s|ed)?|soar(?:s|ed)?|plunge[sd]?)$/

/** "rose from 5 to 10 per cent", "rose from about 5 to 10": two amounts, of which the first has the unit of the second. */
function isChange(pieces: readonly Piece[], from: number): boolean {
  if (pieces[from]?.lower !== 'from') return false
  return [1, 2, 3].some((back) => MOVES.test(pieces[from - back]?.lower ?? ''))
}

/** An amount with its unit at `at`; a number without a unit has the type number. */
export function readMeasured(pieces: readonly Piece[], at: number): Read<Measured> | null {
  const hedge = readHedge(pieces, at)
  const start = hedge?.end ?? at
  // "apart over one question": a preposition, and no hedge.
  const isPreposition = /^(?:over|under|above|below)$/.test(pieces[at]?.lower ?? '')
  if (isPreposition && pieces[start]?.lower === 'one') return null
  // "fell below nine shillings": the bound that was passed is exact.
  if (isPreposition && MOVES.test(pieces[at - 1]?.lower ?? '')) return null
  const changes = isChange(pieces, at - 1)
  if (isChange(pieces, at)) return null
  const range = changes
    ? readChanged(pieces, start)
    : (readBounds(pieces, start) ?? readJoined(pieces, start))
  if (range === null) return null
  const { from, to } = range.value
  const after = readHedgeAfter(pieces, range.end)
  // "twenty or more years": the unit stands after the hedge.
  const late = after === null || to.unit !== null ? null : readUnit(pieces, after.end, false)
  const last = late === null ? to : { ...to, unit: late.value }
  const how: Hedge = hedge?.value ?? after?.value ?? 'exactly'
  return { value: measuredOf(from, last, how), end: late?.end ?? after?.end ?? range.end }
}

interface Bounds {
  readonly from: Term
  readonly to: Term
}

/** "between 5 and 10 per cent", "from 5 to 10 per cent". */
function readBounds(pieces: readonly Piece[], at: number): Read<Bounds> | null {
  const lead = pieces[at]?.lower
  if (lead !== 'between' && lead !== 'from' && lead !== 'anywhere') return null
  const start = lead === 'anywhere' ? at + 2 : at + 1
  const from = readTerm(pieces, start)
  const link = pieces[from?.end ?? at]?.lower
  if (from === null || !(lead === 'between' ? link === 'and' : link === 'to')) return null
  const to = readTerm(pieces, from.end + 1)
  const range = to === null ? null : joined(pieces, start, from, to)
  // A fall ("from two-thirds to three-fifths") is two amounts, and no range.
  return range !== null && isLess(range.value.from.ratio, range.value.to.ratio) ? range : null
}

/** "65 to 70 per cent", "65–70", "two or three", or one number. */
function readJoined(pieces: readonly Piece[], at: number): Read<Bounds> | null {
  const from = readTerm(pieces, at)
  if (from === null) return null
  const link = pieces[from.end]
  if (link?.lower === 'to' || link?.lower === 'or' || isDash(link)) {
    const to = readTerm(pieces, from.end + 1)
    const range = to === null ? null : joined(pieces, at, from, to)
    if (range !== null && isLess(range.value.from.ratio, range.value.to.ratio)) return range
  }
  return { value: { from: from.value, to: from.value }, end: from.end }
}

/** The first amount of a change: "from 30 to 18 crowns" starts at 30 crowns. */
function readChanged(pieces: readonly Piece[], at: number): Read<Bounds> | null {
  const from = readTerm(pieces, at)
  if (from === null) return null
  const isTo = pieces[from.end]?.lower === 'to'
  const next = isTo ? from.end + 1 : from.end
  const to = isTo ? readTerm(pieces, readHedge(pieces, next)?.end ?? next) : null
  const shared = to === null ? null : (joined(pieces, at, from, to)?.value.from ?? null)
  const first = from.value.unit === null && shared !== null ? shared : from.value
  return { value: { from: first, to: first }, end: from.end }
}

/** Two bounds that share a unit and a scale: "two to three million" is from two million. */
function joined(
  pieces: readonly Piece[],
  at: number,
  from: Read<Term>,
  to: Read<Term>,
): Read<Bounds> | null {
  const a = from.value.unit
  const b = to.value.unit
  if (a !== null && b !== null && JSON.stringify(a) !== JSON.stringify(b)) return null
  if (a !== null && b === null && a.type !== 'money') return null
  const unit = b ?? a
  const ratio = sharedScale(pieces, at, from, to)
  return {
    value: { from: { ...from.value, ratio, unit }, to: { ...to.value, unit } },
    end: to.end,
  }
}

/** The scale word of the second bound, where the first has none and is smaller with it. */
function sharedScale(
  pieces: readonly Piece[],
  at: number,
  from: Read<Term>,
  to: Read<Term>,
): Ratio {
  const isMoney = (from.value.unit ?? to.value.unit)?.type === 'money'
  const scaleHere = (piece: Piece) => scaleOf(piece) ?? (isMoney ? shortScaleOf(piece) : undefined)
  const scale = pieces
    .slice(from.end, to.end)
    .map(scaleHere)
    .find((s) => s !== undefined)
  const ownScale = pieces.slice(at, from.end).some((piece) => scaleHere(piece) !== undefined)
  if (scale === undefined || ownScale) return from.value.ratio
  const raised = times(from.value.ratio, whole(scale))
  return isLess(raised, to.value.ratio) ? raised : from.value.ratio
}

function readTerm(pieces: readonly Piece[], at: number): Read<Term> | null {
  const currency = readCurrencyMark(pieces, at)
  const start = currency?.end ?? at
  const number =
    currency === null
      ? (readFractionTerm(pieces, start) ?? readNumber(pieces, start))
      : readNumber(pieces, start)
  if (number === null || currency === null) return number
  return {
    value: { ...number.value, unit: { type: 'money', currency: currency.value } },
    end: number.end,
  }
}

/** "$", "US$", "£". */
function readCurrencyMark(pieces: readonly Piece[], at: number): Read<string> | null {
  const lead = /^us$/i.test(pieces[at]?.text ?? '') ? at + 1 : at
  const currency = CURRENCY_MARKS.get(pieces[lead]?.text ?? '')
  return currency === undefined ? null : { value: currency, end: lead + 1 }
}

/** A fraction is a share, or a part of a unit: "half an hour", "a quarter of a mile", "a quarter of a million". */
function readFractionTerm(pieces: readonly Piece[], at: number): Read<Term> | null {
  if (readCardinal(pieces, at) !== null && pieces[at]?.lower === 'half') return null
  const fraction = readFraction(pieces, at)
  if (fraction === null) return null
  const { top, bottom } = fraction.value
  const of = pieces[fraction.end]?.lower === 'of' ? fraction.end + 1 : fraction.end
  const article = /^an?$/.test(pieces[of]?.lower ?? '')
  if (article) {
    const scaled = readCardinal(pieces, of)
    if (scaled !== null) {
      const ratio = times(scaled.value, fraction.value)
      return { value: { ratio, fraction: null, unit: null }, end: scaled.end }
    }
    const unit = readUnit(pieces, of + 1, false)
    if (unit !== null && unit.value.type !== 'share')
      return { value: { ratio: fraction.value, fraction: null, unit: unit.value }, end: unit.end }
  }
  const share: Term = {
    ratio: fraction.value,
    fraction: `${top}/${bottom}`,
    unit: { type: 'share' },
  }
  return { value: share, end: fraction.end }
}

function readNumber(pieces: readonly Piece[], at: number): Read<Term> | null {
  const number = readCardinal(pieces, at) ?? readSingle(pieces, at)
  if (number === null) return null
  const unit = readUnit(pieces, number.end, pieces[at]?.kind === 'figure')
  const term: Term = { ratio: number.value, fraction: null, unit: unit?.value ?? null }
  return withHalf(pieces, { value: term, end: unit?.end ?? number.end })
}

/** "a year and a half", "an hour and a quarter". */
function withHalf(pieces: readonly Piece[], term: Read<Term>): Read<Term> {
  const { unit, ratio } = term.value
  const words = [0, 1, 2].map((k) => pieces[term.end + k]?.lower).join(' ')
  if (unit === null || (words !== 'and a half' && words !== 'and a quarter')) return term
  const part = words === 'and a half' ? 2n : 4n
  const more: Ratio = { top: ratio.top * part + ratio.bottom, bottom: ratio.bottom * part }
  return { value: { ...term.value, ratio: more }, end: term.end + 3 }
}

/** Words before "a yard" that count it. */
const COUNTS = /^(?:than|about|around|nearly|almost|roughly|approximately|least|most|over|under)$/

/** "a year", "an hour": one, where a unit of time follows; "less than a yard": one, where it is counted. */
function readSingle(pieces: readonly Piece[], at: number): Read<Ratio> | null {
  if (!/^an?$/.test(pieces[at]?.lower ?? '')) return null
  const unit = readUnit(pieces, at + 1, false)
  const isCounted = unit?.value.type === 'measure' && COUNTS.test(pieces[at - 1]?.lower ?? '')
  return unit?.value.type === 'duration' || isCounted ? { value: whole(1n), end: at + 1 } : null
}

function measuredOf(from: Term, to: Term, hedge: Hedge): Measured {
  const unit = to.unit
  const amount = (figure: (term: Term) => Figure): Amount => ({
    from: figure(from),
    to: figure(to),
    hedge,
  })
  const plain = amount((term) => figureOf(term.ratio))
  switch (unit?.type) {
    case undefined:
      return { type: 'number', amount: plain, ordinal: false }
    case 'share':
      return {
        type: 'share',
        amount: amount((term) => term.fraction ?? `${figureOf(term.ratio)}/100`),
      }
    case 'money':
      return { type: 'money', amount: plain, currency: unit.currency }
    case 'measure':
      return { type: 'measure', amount: plain, unit: unit.unit }
    case 'duration':
      return { type: 'duration', amount: plain, unit: unit.unit }
  }
}
