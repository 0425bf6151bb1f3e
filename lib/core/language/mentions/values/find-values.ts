/** Finds the dates, periods and amounts of a sentence: at every word the longest reading that its neighbours allow. */
import type { Block, Mention, Sentence, Token, Value } from '@/lib/core/language/tree'
import { readMeasured } from './amounts'
import { isDuration, isNumber, isShare, type Line } from './amounts-here'
import { readMonth } from './calendar'
import { readPoint } from './dates'
import { readOneIn, readOrdinal } from './ordinals'
import { readBothStyles, readPeriod } from './periods'
import { cutPieces, type Piece } from './pieces'

interface Found {
  readonly start: number
  readonly end: number
  readonly value: Value
  /** Where to read on, if that is not its end. */
  readonly past?: number
}

/** Set by hand after some 500 values of ten chapters were read through; not fitted. */
const SURE: Readonly<Record<'date' | 'period' | 'amount' | 'number', number>> = {
  date: 0.98,
  period: 0.97,
  amount: 0.98,
  number: 0.95,
}

export function findValues(text: string, block: Block, sentence: Sentence): Mention[] {
  const line = lineOf(text, sentence)
  const first = block.kind === 'list item' && sentence.start === block.start ? afterMarker(line) : 0
  const found: Found[] = []
  for (let at = first; at < line.pieces.length; ) {
    const here = readHere(line, at)
    found.push(...here)
    at = Math.max(at + 1, ...here.map((f) => f.past ?? f.end))
  }
  return found.map(({ start, end, value }) => {
    const from = line.pieces[start]?.start ?? sentence.start
    const to = line.pieces[end - 1]?.end ?? from
    return { start: from, end: to, text: text.slice(from, to), value, probability: sureOf(value) }
  })
}

function lineOf(text: string, sentence: Sentence): Line {
  const pieces = cutPieces(text, sentence)
  const tokens: (Token | undefined)[] = []
  let t = 0
  for (const piece of pieces) {
    while (t < sentence.tokens.length && (sentence.tokens[t]?.end ?? 0) <= piece.start) t++
    tokens.push(sentence.tokens[t])
  }
  return { pieces, token: (at) => tokens[at] }
}

/** "3." before a list item numbers it and counts nothing. */
function afterMarker({ pieces }: Line): number {
  return pieces[0]?.kind === 'figure' && /^[.)]$/.test(pieces[1]?.text ?? '') ? 2 : 0
}

function sureOf(value: Value): number {
  if (value.type === 'date' || value.type === 'period') return SURE[value.type]
  return value.type === 'number' ? SURE.number : SURE.amount
}

function readHere(line: Line, at: number): Found[] {
  const { pieces } = line
  // The article stands outside of what it belongs to.
  if (/^(?:the|year)$/.test(pieces[at]?.lower ?? '') || isJoinedBefore(pieces, at)) return []
  const styles = readBothStyles(pieces, at)
  if (styles !== null) {
    return styles.map(({ start, end, past, value }) => ({
      start,
      end,
      past,
      value: { type: 'date', when: value },
    }))
  }
  const period = readPeriod(pieces, at)
  const measured = readAmountHere(line, at)
  if (period !== null && isDated(line, at) && (measured === null || measured.end <= period.end))
    return [{ start: at, end: period.end, value: { type: 'period', ...period.value } }]
  const date = readDateHere(line, at)
  if (date !== null && (measured === null || measured.end <= date.end)) return [date]
  const amount = measured ?? readOrdinalHere(line, at)
  return amount === null ? [] : [amount]
}

/** The "19" of "COVID-19" and the "second" of "split-second" are parts of words. */
function isJoinedBefore(pieces: readonly Piece[], at: number): boolean {
  const dash = pieces[at - 1]
  const before = pieces[at - 2]
  const isTight = dash !== undefined && !dash.spaced && pieces[at]?.spaced === false
  if (!isTight) return false
  if (/^[’'/.]$/.test(dash.text) && before?.kind === 'figure') return true
  const isCalendar = /^(?:mid|early|late|post|pre)$/.test(before?.lower ?? '')
  return /^[-‐‑]$/.test(dash.text) && before?.kind === 'word' && !isCalendar
}

/** A month is one by its tag ("March", "May"); a year counts nothing ("1900 men"). */
function isDated(line: Line, at: number): boolean {
  for (let k = at; k < at + 12; k++) {
    const month = readMonth(line.pieces, k)
    if (month !== null) return isMonth(line, k, month.end)
    if (/^(?:\d{4}|BCE?|CE|AD|centur(?:y|ies))$/.test(line.pieces[k]?.text ?? '')) return true
  }
  return false
}

function isMonth(line: Line, at: number, end: number): boolean {
  const token = line.token(at)
  const next = line.pieces[end]
  const goesOn =
    next?.kind === 'figure' || !/^(?:May|March|August|June|April)$/.test(token?.text ?? '')
  return goesOn || token?.upos === 'PROPN'
}

function readDateHere(line: Line, at: number): Found | null {
  const point = readPoint(line.pieces, at)
  if (point === null) return null
  const { when, end } = { when: point.value, end: point.end }
  if ((when.grain === 'year' || when.grain === 'century') && isCount(line, at, end)) return null
  if (when.grain === 'month' && !isLoneMonth(line, at, end)) return null
  if (when.grain === 'day' && !isMonthInside(line, at, end)) return null
  return { start: at, end, value: { type: 'date', when } }
}

/** "1900 men", "$1900", "1,200 of them". */
function isCount({ pieces, token }: Line, at: number, end: number): boolean {
  const before = pieces[at - 1]
  if (/^[$£€#]$/.test(before?.text ?? '')) return true
  if (/^(?:no|nos|number|page|pages|p|pp|room|article|section|rule)$/.test(before?.lower ?? ''))
    return true
  // "a fleet of at least 1340"; but "since at least 1340".
  const isBounded = /^(?:at|more|less|fewer|no|not|over|upwards)$/.test(pieces[at]?.lower ?? '')
  if (isBounded && !/^(?:since|until|from|before|after|by|in|to)$/.test(before?.lower ?? ''))
    return true
  const isBare = end === at + 1 && /^\d+$/.test(pieces[at]?.text ?? '')
  const led = /^(?:in|of|by|since|until|after|before|during|the|from|to|and|,|\()$/
  return isBare && token(end)?.xpos === 'NNS' && !led.test(before?.lower ?? '')
}

/** "May" alone is a month where it is tagged a name and no other name goes on ("June Carter", "October Revolution"). */
function isLoneMonth(line: Line, at: number, end: number): boolean {
  for (let k = at; k < end; k++) {
    const month = readMonth(line.pieces, k)
    if (month !== null && !isMonth(line, k, month.end)) return false
  }
  const next = line.pieces[end]
  if (next?.lower === 'revolution') return false
  const isName = next !== undefined && /^\p{Lu}\p{Ll}/u.test(next.text) && next.spaced
  return !isName || readMonth(line.pieces, end) !== null || line.token(end)?.upos !== 'PROPN'
}

function isMonthInside(line: Line, at: number, end: number): boolean {
  for (let k = at; k < end; k++) {
    const month = readMonth(line.pieces, k)
    if (month !== null) return isMonth(line, k, month.end)
  }
  return true
}

function readAmountHere(line: Line, at: number): Found | null {
  const { pieces } = line
  const part = readPartHere(line, at)
  if (part !== null) return part
  const measured = readMeasured(pieces, at)
  if (measured === null) return null
  const found: Found = { start: at, end: measured.end, value: measured.value }
  switch (measured.value.type) {
    case 'share':
      return isShare(line, at, measured.end) ? found : null
    case 'duration':
      return isDuration(line, at, measured.end) ? found : null
    case 'number':
      return isNumber(line, at, measured.end) ? found : null
    default:
      return found
  }
}

/** "one family in five", and not "two men in ten days": nothing that is counted stands behind it. */
function readPartHere({ pieces, token }: Line, at: number): Found | null {
  const part = readOneIn(pieces, at)
  if (part === null || token(part.noun)?.upos !== 'NOUN') return null
  if (['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(token(part.end)?.upos ?? '')) return null
  const figure = `${part.value.top}/${part.value.bottom}`
  const amount = { from: figure, to: figure, hedge: 'exactly' as const }
  return { start: at, end: part.end, value: { type: 'share', amount } }
}

/** "the third congress": an ordinal that orders a noun; with a capital it is a part of a name. */
function readOrdinalHere({ pieces, token }: Line, at: number): Found | null {
  const ordinal = readOrdinal(pieces, at)
  if (ordinal === null) return null
  const isCapital = /^\p{Lu}/u.test(pieces[at]?.text ?? '')
  const tag = token(at)?.upos
  if ((isCapital && at > 0) || (tag !== 'ADJ' && tag !== 'NUM')) return null
  if (!['NOUN', 'ADJ', 'PROPN'].includes(token(ordinal.end)?.upos ?? '')) return null
  const figure = ordinal.value.toString()
  const amount = { from: figure, to: figure, hedge: 'exactly' as const }
  return { start: at, end: ordinal.end, value: { type: 'number', amount, ordinal: true } }
}
