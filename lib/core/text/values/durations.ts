/** Reads stretches of time: five days, two months and ten days, 18–21 years, half an hour. */
import { readAmount } from './amounts'
import { eat, type Read, type Stretch, skip, type Value } from './value'

type Duration = Extract<Value, { kind: 'duration' }>
type DurationRead = Read<Duration>

type TimeUnit = { readonly months: number; readonly seconds: number; readonly rank: number }

const UNITS: readonly (readonly [pattern: RegExp, unit: TimeUnit])[] = [
  [/centur(?:y|ies)(?![\p{L}\p{N}])/iuy, { months: 1200, seconds: 0, rank: 9 }],
  [/decades?(?![\p{L}\p{N}])/iuy, { months: 120, seconds: 0, rank: 8 }],
  [/(?:years?|yrs?)(?![\p{L}\p{N}])/iuy, { months: 12, seconds: 0, rank: 7 }],
  [/months?(?![\p{L}\p{N}])/iuy, { months: 1, seconds: 0, rank: 6 }],
  [/(?:weeks?|wks?)(?![\p{L}\p{N}])/iuy, { months: 0, seconds: 604_800, rank: 5 }],
  [/fortnights?(?![\p{L}\p{N}])/iuy, { months: 0, seconds: 1_209_600, rank: 5 }],
  [/(?:days?|nights?)(?![\p{L}\p{N}])/iuy, { months: 0, seconds: 86_400, rank: 4 }],
  [/(?:hours?|hrs?|h)(?![\p{L}\p{N}])/iuy, { months: 0, seconds: 3600, rank: 3 }],
  [/(?:minutes?|mins?|min)(?![\p{L}\p{N}])/iuy, { months: 0, seconds: 60, rank: 2 }],
  [/(?:milliseconds?|msecs?|ms)(?![\p{L}\p{N}])/iuy, { months: 0, seconds: 0.001, rank: 0 }],
  [/(?:seconds?|secs?|s)(?![\p{L}\p{N}])/iuy, { months: 0, seconds: 1, rank: 1 }],
]
const GAP = /[\s\u00a0-]*/y
const JOIN = /,?\s+and\s+|,\s+|\s+/iy
const TO = /\s+to\s+|\s?[–—]\s?/iy
const HALF_AN = /(half|a quarter of)\s+an?\s+(?=[a-z])/iy
const A = /an?\s+(?=[a-z])/iy

export function readDuration(text: string, at: number): DurationRead | null {
  const first = readRange(text, at)
  if (!first) return null
  let { end, rank } = first
  let { low, high } = first
  let parts = 1
  while (low.months === high.months && low.seconds === high.seconds) {
    const joined = skip(JOIN, text, end)
    const next = joined > end ? readPart(text, joined, false) : null
    // Units must get smaller, and only the whole may be hedged or a range.
    if (!next || next.rank >= rank || next.hedge !== null || !isSingle(next)) break
    low = plus(low, next.low)
    high = low
    parts++
    ;({ end, rank } = next)
  }
  const printed = parts === 1 && first.oneUnit ? first.printed : null
  return {
    value: { kind: 'duration', low, high, hedge: first.hedge, printed, noun: '' },
    end,
  }
}

const isSingle = ({ printed }: { printed: { low: number; high: number } }): boolean =>
  printed.low === printed.high

const plus = (a: Stretch, b: Stretch): Stretch => ({
  months: a.months + b.months,
  seconds: a.seconds + b.seconds,
})

const times = (unit: TimeUnit, n: number): Stretch => ({
  months: Number((unit.months * n).toPrecision(12)),
  seconds: Number((unit.seconds * n).toPrecision(12)),
})

/** One amount with its unit, or two with different units: 30 minutes to 2 hours. */
function readRange(text: string, at: number) {
  const low = readPart(text, at, true)
  if (!low || !isSingle(low)) return low
  const joined = skip(TO, text, low.end)
  const high = joined > low.end ? readPart(text, joined, false) : null
  if (!high || !isSingle(high) || high.hedge !== null || high.rank < low.rank) return low
  return { ...low, high: high.low, oneUnit: high.rank === low.rank, end: high.end }
}

/** One amount with its unit; `first`: it may be "a year". */
function readPart(text: string, at: number, first: boolean) {
  const one = readSingle(text, at, first)
  const amount = one ?? readAmount(text, at)
  if (!amount) return null
  const unitAt = one ? amount.end : skip(GAP, text, amount.end)
  const unit = readUnit(text, unitAt)
  // "1980s" and "90s" are no seconds.
  if (!unit || (unitAt === amount.end && text.slice(unitAt, unit.end) === 's')) return null
  const { low, high, hedge } = amount.value
  return {
    low: times(unit.unit, low),
    high: times(unit.unit, high),
    hedge,
    printed: { low, high },
    oneUnit: true,
    rank: unit.unit.rank,
    end: unit.end,
  }
}

/** "half an hour", "a year": no number stands before the unit. */
function readSingle(text: string, at: number, first: boolean) {
  const half = eat(HALF_AN, text, at)
  const a = half ?? (first ? eat(A, text, at) : null)
  if (!a) return null
  const n = half ? (/^half/i.test(half[0]) ? 0.5 : 0.25) : 1
  return { value: { low: n, high: n, hedge: null }, end: at + a[0].length }
}

function readUnit(text: string, at: number): { unit: TimeUnit; end: number } | null {
  for (const [pattern, unit] of UNITS) {
    const found = eat(pattern, text, at)
    if (found) return { unit, end: at + found[0].length }
  }
  return null
}
