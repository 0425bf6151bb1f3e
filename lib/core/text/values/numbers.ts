/** Reads numbers in digits and in words: 1,200.5 · nine billion · two hundred and five · one and a half million. */
import { eat, type Read, skip } from './value'

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
/** The misspelling is common, and can mean nothing else. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, n) => [word, n] as const),
  ...TENS.map((word, n) => [word, (n + 2) * 10] as const),
  ['fourty', 40],
  ['ninty', 90],
])
const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
])
const FRACTION_SIGNS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 }

const DIGITS =
  /(\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?![\d,]*\d)|\d{1,3}(?: \d{3})+(?![\d,]|\s\d)|\d+)(\.\d+)?([½¼¾])?(?!\.\d|[,\u00a0\u202f]\d{3}(?!\d))/y
const SIGN = /(?:[-−](?=\d)|minus\s+)/iy
const WORD = /[a-z]+/iy
const GAP = /[ \u00a0\u202f]|-|‑|\s+/y
const AND = /\s+and\s+(?=[a-z])/iy
const AND_PART = /(?:\s+and\s+|-and-)(?:a\s+|a-|one\s+|one-)(half|quarter)(?![a-z])/iy
const ONE = /(half\s+an?|an?)[ -](?=hundred|thousand|million|billion|trillion|dozen)/iy

/** No more digits than a number keeps exactly. */
const MAX_DIGITS = 15

export type NumberRead = Read<number> & {
  /** 1e6 of "three million": what a range that names it once lends to its first number. */
  readonly scale: number
  /** The last read was in digits, and a letter follows at once: a unit must. */
  readonly glued: boolean
}

type State = {
  total: number
  current: number | null
  /** `current` is in digits: words do not add to it. */
  digits: boolean
  lastScale: number
  /** After a hundred or a scale, "and" goes on with the number. */
  big: boolean
}

export function readNumber(text: string, at: number): NumberRead | null {
  const sign = eat(SIGN, text, at)
  const state: State = { total: 0, current: null, digits: false, lastScale: Infinity, big: false }
  const begin = at + (sign?.[0].length ?? 0)
  let end = readOne(text, begin, state) ?? begin
  let pos: number | null = end
  while (pos !== null) {
    pos = readPart(text, end, state, end > begin)
    if (pos !== null) end = pos
  }
  if (end === begin || (state.current === null && state.total === 0 && !state.big)) return null
  const value = state.total + (state.current ?? 0)
  const scale = state.lastScale === Infinity ? 1 : state.lastScale
  const glued = state.digits && /\p{L}/u.test(text.charAt(end))
  return { value: tidy(sign ? -value : value), end, scale, glued }
}

/** "a" or "half a" before a hundred, a thousand, a dozen. */
function readOne(text: string, at: number, state: State): number | null {
  const found = eat(ONE, text, at)
  if (!found) return null
  state.current = /^half/i.test(found[1] ?? '') ? 0.5 : 1
  return at + found[0].length - 1
}

function readPart(text: string, end: number, state: State, seen: boolean): number | null {
  if (!seen) return readDigits(text, end, state) ?? readWord(text, end, state)
  const half = state.current === null ? null : eat(AND_PART, text, end)
  if (half) {
    state.current = (state.current ?? 0) + (/half/i.test(half[1] ?? '') ? 0.5 : 0.25)
    return end + half[0].length
  }
  const gap = skip(GAP, text, end)
  const direct = gap > end || state.digits ? readWord(text, gap, state) : null
  if (direct !== null) return direct
  if (gap > end && state.current === null && state.big) {
    const before = { ...state }
    const more = readDigits(text, gap, state)
    const scaled = more === null ? null : readWord(text, skip(GAP, text, more), state)
    if (scaled !== null && state.current === null) return scaled
    Object.assign(state, before)
  }
  if (!state.big) return null
  const and = skip(AND, text, end)
  return and > end ? readWord(text, and, state) : null
}

function readDigits(text: string, at: number, state: State): number | null {
  const found = eat(DIGITS, text, at)
  if (!found) return null
  const [whole, integer = '', fraction = '', sign = ''] = found
  const plain = integer.replace(/\D/g, '')
  if (plain.length + fraction.length > MAX_DIGITS) return null
  state.current = Number(plain + fraction) + (FRACTION_SIGNS[sign] ?? 0)
  state.digits = true
  state.big = false
  return at + whole.length
}

/** Adds one word to the number; null where it is no part of it. */
function readWord(text: string, at: number, state: State): number | null {
  const word = eat(WORD, text, at)?.[0].toLowerCase()
  if (!word) return null
  const end = at + word.length
  const unit = UNITS.get(word)
  if (unit !== undefined) return addUnit(unit, state) ? end : null
  if (word === 'hundred' || word === 'dozen') return multiply(word, state) ? end : null
  const scale = SCALES.get(word)
  if (scale === undefined || state.current === null || scale >= state.lastScale) return null
  state.total += state.current * scale
  state.current = null
  state.digits = false
  state.lastScale = scale
  state.big = true
  return end
}

function addUnit(unit: number, state: State): boolean {
  const { current } = state
  if (current === null) {
    // After a scale only less than it can follow: "two thousand five".
    state.current = unit
  } else {
    const hundreds = current >= 100 && current % 100 === 0
    const tens = unit > 0 && unit < 10 && current % 100 >= 20 && current % 10 === 0
    if (state.digits || !(hundreds || tens)) return false
    state.current = current + unit
  }
  state.digits = false
  state.big = false
  return true
}

function multiply(word: 'hundred' | 'dozen', state: State): boolean {
  const { current } = state
  if (current === null || current >= 100 || current <= 0) return false
  state.current = current * (word === 'hundred' ? 100 : 12)
  state.digits = false
  state.big = word === 'hundred'
  return true
}

/** Without the dust of binary fractions: 1.1 million is 1,100,000. */
export const tidy = (n: number): number => Number(n.toPrecision(MAX_DIGITS))

const ORDINAL_WORDS: ReadonlyMap<string, number> = new Map([
  ...'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
    .split(' ')
    .map((word, n) => [word, n] as const),
  ...TENS.map((word, n) => [word.replace(/y$/, 'ieth'), (n + 2) * 10] as const),
  ['hundredth', 100],
  ['thousandth', 1000],
])
const ORDINAL_DIGITS = /(\d{1,3}(?:,\d{3})+|\d+)(st|nd|rd|th)(?![\p{L}\d])/iuy
const ORDINAL_WORD =
  /(?:(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?([a-z]+)(?![\p{L}\d])/iuy

/** 23rd, twenty-third. */
export function readOrdinal(text: string, at: number): Read<number> | null {
  const digits = eat(ORDINAL_DIGITS, text, at)
  if (digits?.[1]) {
    return { value: Number(digits[1].replaceAll(',', '')), end: at + digits[0].length }
  }
  const words = eat(ORDINAL_WORD, text, at)
  const last = ORDINAL_WORDS.get(words?.[2]?.toLowerCase() ?? '')
  if (!words || last === undefined) return null
  const tens = UNITS.get(words[1]?.toLowerCase() ?? '') ?? 0
  return tens > 0 && last > 9 ? null : { value: tens + last, end: at + words[0].length }
}
