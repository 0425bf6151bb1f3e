/** Numbers in words and figures, both ways: "fourteen billion seven hundred and twenty-one million" ↔ 14721000000. */
import { isHyphen, type Piece, type Read } from './pieces'
import { plus, type Ratio, readDecimal, times, whole } from './ratio'

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALES: ReadonlyMap<string, bigint> = new Map([
  ['thousand', 1_000n],
  ['million', 1_000_000n],
  ['billion', 1_000_000_000n],
  ['trillion', 1_000_000_000_000n],
])
/** Short forms after a figure: "3.5m", "$2bn". */
const SHORT_SCALES: ReadonlyMap<string, bigint> = new Map([
  ['k', 1_000n],
  ['m', 1_000_000n],
  ['mn', 1_000_000n],
  ['bn', 1_000_000_000n],
])
const BUNDLES: ReadonlyMap<string, bigint> = new Map([
  ['dozen', 12n],
  ['score', 20n],
  ['hundred', 100n],
  ...SCALES,
])
/** The scale that a word of the text gives a number: a million for "million". */
export const scaleOf = (piece: Piece | undefined): bigint | undefined =>
  SCALES.get(piece?.lower ?? '')

/** Of "£4–5m": a short form, tight to its figure. */
export const shortScaleOf = (piece: Piece | undefined): bigint | undefined =>
  piece?.spaced === false ? SHORT_SCALES.get(piece.lower) : undefined

const HALVES: ReadonlyMap<string, Ratio> = new Map([
  ['½', { top: 1n, bottom: 2n }],
  ['¼', { top: 1n, bottom: 4n }],
  ['¾', { top: 3n, bottom: 4n }],
  ['⅓', { top: 1n, bottom: 3n }],
  ['⅔', { top: 2n, bottom: 3n }],
])
const HALF: Ratio = { top: 1n, bottom: 2n }

export const vulgarFraction = (text: string): Ratio | undefined => HALVES.get(text)

/** A cardinal at `at`: figures, words, or both ("3.5 million", "a hundred", "two and a half million"). */
export function readCardinal(pieces: readonly Piece[], at: number): Read<Ratio> | null {
  return readHalfScale(pieces, at) ?? readBundle(pieces, at) ?? readSum(pieces, at)
}

/** "half a million", "half a dozen". */
function readHalfScale(pieces: readonly Piece[], at: number): Read<Ratio> | null {
  if (pieces[at]?.lower !== 'half' || pieces[at + 1]?.lower !== 'a') return null
  const scale = BUNDLES.get(pieces[at + 2]?.lower ?? '')
  return scale === undefined ? null : { value: times(whole(scale), HALF), end: at + 3 }
}

/** "a hundred", "a million and a half", "a dozen": an article that counts. */
function readBundle(pieces: readonly Piece[], at: number): Read<Ratio> | null {
  if (pieces[at]?.lower !== 'a') return null
  const scale = BUNDLES.get(pieces[at + 1]?.lower ?? '')
  if (scale === undefined) return null
  const half = andHalf(pieces, at + 2)
  if (half !== null) return { value: times(whole(scale), { top: 3n, bottom: 2n }), end: half }
  return continueSum(pieces, { value: whole(scale), end: at + 2 }, scale)
}

/** Groups with falling scales. */
function readSum(pieces: readonly Piece[], at: number): Read<Ratio> | null {
  const first = readGroup(pieces, at)
  return first === null ? null : continueSum(pieces, first.read, first.scale)
}

function continueSum(pieces: readonly Piece[], first: Read<Ratio>, scale: bigint): Read<Ratio> {
  let read = first
  let below = scale
  while (below > 1n) {
    let next = read.end
    if (pieces[next]?.lower === 'and' || pieces[next]?.text === ',') next++
    const more = readGroup(pieces, next)
    const fits = more !== null && more.scale < below && isBelow(more.read.value, below)
    // "in 1917, two million, 300 men": figures go on only with a scale of their own.
    if (!fits || (pieces[next]?.kind === 'figure' && more.scale === 1n)) break
    if (pieces[next - 1]?.text === ',' && more.scale === 1n) break
    read = { value: plus(read.value, more.read.value), end: more.read.end }
    below = more.scale
  }
  return read
}

const isBelow = (value: Ratio, limit: bigint): boolean => value.top < limit * value.bottom

/** A number below its scale word, and that word: "seven hundred and twenty-one million". */
function readGroup(
  pieces: readonly Piece[],
  at: number,
): { readonly read: Read<Ratio>; readonly scale: bigint } | null {
  const start = readFigure(pieces, at) ?? readHundreds(pieces, at)
  if (start === null) return null
  const half = andHalf(pieces, start.end)
  const counted = half === null ? start : { value: plus(start.value, HALF), end: half }
  const scale = readScale(pieces, counted.end, pieces[at]?.kind === 'figure')
  if (scale !== null) {
    return {
      read: { value: times(counted.value, whole(scale.value)), end: scale.end },
      scale: scale.value,
    }
  }
  return { read: counted, scale: 1n }
}

function readScale(pieces: readonly Piece[], at: number, figure: boolean): Read<bigint> | null {
  const joined = isHyphen(pieces, at) ? at + 1 : at
  const word = pieces[joined]
  const scale = BUNDLES.get(word?.lower ?? '')
  const isWord = scale !== undefined && !(figure && word?.lower === 'score')
  if (isWord) return { value: scale, end: joined + 1 }
  const short = word?.spaced === false ? SHORT_SCALES.get(word.lower) : undefined
  return figure && short !== undefined ? { value: short, end: joined + 1 } : null
}

function readFigure(pieces: readonly Piece[], at: number): Read<Ratio> | null {
  const piece = pieces[at]
  if (piece === undefined) return null
  const alone = HALVES.get(piece.text)
  if (alone !== undefined) return { value: alone, end: at + 1 }
  if (piece.kind !== 'figure') return null
  const value = readDecimal(piece.text)
  if (value === null) return null
  const fraction = HALVES.get(pieces[at + 1]?.text ?? '')
  return fraction === undefined
    ? { value, end: at + 1 }
    : { value: plus(value, fraction), end: at + 2 }
}

function readHundreds(pieces: readonly Piece[], at: number): Read<Ratio> | null {
  const first = readBelowHundred(pieces, at)
  if (first === null) return null
  const hundred = isHyphen(pieces, first.end) ? first.end + 1 : first.end
  if (pieces[hundred]?.lower !== 'hundred')
    return { value: whole(BigInt(first.value)), end: first.end }
  const after = hundred + 1
  const rest = readBelowHundred(pieces, pieces[after]?.lower === 'and' ? after + 1 : after)
  const value = first.value * 100 + (rest?.value ?? 0)
  return { value: whole(BigInt(value)), end: rest?.end ?? after }
}

/** One to ninety-nine, in words. */
function readBelowHundred(pieces: readonly Piece[], at: number): Read<number> | null {
  const word = pieces[at]?.lower ?? ''
  const one = ONES.indexOf(word)
  if (one >= 0) return { value: one, end: at + 1 }
  const ten = TENS.indexOf(word)
  if (ten < 0) return null
  const next = isHyphen(pieces, at + 1) ? at + 2 : at + 1
  const unit = ONES.indexOf(pieces[next]?.lower ?? '')
  const tens = (ten + 2) * 10
  return unit > 0 && unit < 10
    ? { value: tens + unit, end: next + 1 }
    : { value: tens, end: at + 1 }
}

/** The index after "and a half" at `at`. */
function andHalf(pieces: readonly Piece[], at: number): number | null {
  const joined = isHyphen(pieces, at)
  const words = joined ? [0, 1, 2, 3, 4, 5].map((k) => pieces[at + k]?.lower).join(' ') : ''
  if (/^. and . a . half$/.test(words)) return at + 6
  const [and, a, half] = [pieces[at]?.lower, pieces[at + 1]?.lower, pieces[at + 2]?.lower]
  return and === 'and' && a === 'a' && half === 'half' ? at + 3 : null
}

/** A whole number from zero to 999 trillion in words; the inverse of `readCardinal`. */
export function numberWords(n: bigint): string {
  for (const [word, scale] of [...SCALES].reverse()) {
    if (n < scale) continue
    const rest = n % scale
    const joint = rest === 0n ? '' : rest < 100n ? ' and ' : ' '
    return `${numberWords(n / scale)} ${word}${joint}${rest === 0n ? '' : numberWords(rest)}`
  }
  if (n >= 100n) {
    const rest = n % 100n
    return `${numberWords(n / 100n)} hundred${rest === 0n ? '' : ` and ${numberWords(rest)}`}`
  }
  if (n < 20n) return ONES[Number(n)] ?? ''
  const unit = n % 10n
  const ten = TENS[Number(n / 10n) - 2] ?? ''
  return unit === 0n ? ten : `${ten}-${ONES[Number(unit)] ?? ''}`
}
