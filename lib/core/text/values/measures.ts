/** Reads what has a unit: shares, sums of money, quantities, and plain counts. */
import { type AmountRead, readAmount, readHedge } from './amounts'
import { readOrdinal } from './numbers'
import { CURRENCY_SIGNS, readCurrency, readUnit } from './units'
import { type Amount, eat, type Read, skip, type Value } from './value'

type Measure = Extract<Value, { kind: 'number' | 'share' | 'money' | 'quantity' }>

type MeasureRead = Read<Measure>

const PERCENT = /\s?%|[\s-]*per[\s-]?cent(?![a-z])|\s+percent(?![a-z])|\s+pct(?![a-z])/iy
const SIGN = /[$£€¥₽]\s?/y
const UNIT_GAP = /[\s\u00a0-]?/y
/** What may stand between a number and its currency. */
const MONEY_GAP = /[\s-]+(?:(?:paper|gold|silver|u\.?s\.?|american|canadian|australian)\s+)?/iy

export function readMeasure(text: string, at: number): MeasureRead | null {
  return (
    readSignedMoney(text, at) ??
    readSlashed(text, at) ??
    readFraction(text, at) ??
    readWithUnit(text, at)
  )
}

function readWithUnit(text: string, at: number): MeasureRead | null {
  const amount = readAmount(text, at)
  if (!amount) return null
  const { value, end } = amount
  const percent = eat(PERCENT, text, end)
  if (
    percent &&
    !/^\s*points?\b/i.test(text.slice(end + percent[0].length, end + percent[0].length + 8))
  ) {
    return {
      value: { kind: 'share', amount: value, noun: '' },
      end: end + percent[0].length,
    }
  }
  const measure = readMoney(text, amount) ?? readQuantity(text, amount)
  if (measure || amount.glued) return measure
  return { value: { kind: 'number', amount: value, noun: '' }, end }
}

function readMoney(text: string, { value, end }: AmountRead): MeasureRead | null {
  const gap = skip(MONEY_GAP, text, end)
  const currency = gap > end ? readCurrency(text, gap) : null
  if (!currency) return null
  const noun = text
    .slice(end, gap)
    .replace(/^[\s-]+/, '')
    .trim()
  return {
    value: { kind: 'money', amount: value, unit: currency.name, noun },
    end: currency.end,
  }
}

function readQuantity(text: string, { value, end }: AmountRead): MeasureRead | null {
  const gap = skip(UNIT_GAP, text, end)
  const unit = readUnit(text, gap)
  // "9m" may be nine million and "5K" five thousand.
  if (!unit || (gap === end && /^[mK]$/.test(text.slice(gap, unit.end)))) return null
  return {
    value: { kind: 'quantity', amount: value, unit: unit.name, noun: '' },
    end: unit.end,
  }
}

/** $500, £3 million, over €2. */
function readSignedMoney(text: string, at: number): MeasureRead | null {
  const bare = readHedgedSign(text, at)
  if (!bare) return null
  const amount = readAmount(text, bare.end)
  const unit = CURRENCY_SIGNS[bare.sign]
  if (!amount || amount.glued || !unit || amount.value.hedge !== null) return null
  const value: Amount = { ...amount.value, hedge: bare.hedge }
  return {
    value: { kind: 'money', amount: value, unit, noun: '' },
    end: amount.end,
  }
}

function readHedgedSign(text: string, at: number) {
  const hedge = readHedge(text, at)
  const sign = eat(SIGN, text, hedge.end)
  if (!sign) return null
  return {
    hedge: hedge.value,
    end: hedge.end + sign[0].length,
    sign: sign[0].trim(),
  }
}

const FRACTION =
  /(?:(\d{1,2})|(a|an|one|two|three|four|five|six|seven|eight|nine|ten))[- ](?=[a-z])/iy
const PART =
  /(half|halves|quarters?|thirds?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)(?![\p{L}-])/iuy
const HALF = /half(?![\p{L}-]|\s+an?\s|\s+past)/iuy
/** The day, the year and the like make an ordinal of it: "one third of the way" is a share, "a third party" is not. */
const PART_OF = /\s+(?:of|the|as|that)(?![a-z])|\s*(?:$|[.,;:!?)])/iy

const NAMES = 'a one two three four five six seven eight nine ten'.split(' ')
const DENOMINATORS: Readonly<Record<string, number>> = {
  half: 2,
  halve: 2,
  quarter: 4,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
}

/** two-thirds, a quarter, half: as per cent. */
function readFraction(text: string, at: number): MeasureRead | null {
  const hedge = readHedge(text, at)
  const half = eat(HALF, text, hedge.end)
  const top = eat(FRACTION, text, hedge.end)
  const from = top ? hedge.end + top[0].length : hedge.end
  const part = top ? eat(PART, text, from) : half
  if (!part) return null
  const end = from + part[0].length
  const numerator = top ? topOf(top) : 1
  const denominator =
    DENOMINATORS[
      part[0]
        .toLowerCase()
        .replace(/s$/, '')
        .replace(/halve$/, 'half')
    ] ?? 0
  if (denominator === 0 || numerator >= denominator || !eat(PART_OF, text, end)) return null
  const percent = (numerator * 100) / denominator
  const amount = { low: percent, high: percent, hedge: hedge.value }
  return { value: { kind: 'share', amount, noun: '' }, end }
}

const SLASHED = /(\d{1,2})\/(\d{1,2})(?![\d/])/y

/** 2/3 */
function readSlashed(text: string, at: number): MeasureRead | null {
  const found = eat(SLASHED, text, at)
  const [top, bottom] = [Number(found?.[1]), Number(found?.[2])]
  if (!found || top === 0 || top >= bottom) return null
  const percent = (top * 100) / bottom
  const amount = { low: percent, high: percent, hedge: null }
  return { value: { kind: 'share', amount, noun: '' }, end: at + found[0].length }
}

function topOf(top: RegExpExecArray): number {
  if (top[1]) return Number(top[1])
  const word = top[2]?.toLowerCase() ?? ''
  return word === 'an' ? 1 : Math.max(1, NAMES.indexOf(word))
}

export function readOrdinalValue(text: string, at: number): Read<Value> | null {
  const ordinal = readOrdinal(text, at)
  return ordinal && { value: { kind: 'ordinal', n: ordinal.value, noun: '' }, end: ordinal.end }
}
