/** Ordinals ("third", "twenty-first", "23rd") and the fractions that are made of them ("two-thirds", "nine in ten"). */
import { numberWords, readCardinal, vulgarFraction } from './number-words'
import { isHyphen, type Piece, type Read } from './pieces'
import { type Ratio, whole } from './ratio'

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['five', 'fifth'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['twelve', 'twelfth'],
])

const ordinalOfWord = (word: string): string =>
  IRREGULAR.get(word) ?? (word.endsWith('y') ? `${word.slice(0, -1)}ieth` : `${word}th`)

/** "twenty-first": only the last word of a number changes. */
export const ordinalWords = (n: bigint): string =>
  numberWords(n).replace(/[a-z]+$/, (last) => ordinalOfWord(last))

/** First to hundredth, by their words. */
const ORDINALS: ReadonlyMap<string, bigint> = new Map(
  Array.from({ length: 100 }, (_, k) => [ordinalWords(BigInt(k + 1)), BigInt(k + 1)]),
)

export function readOrdinal(pieces: readonly Piece[], at: number): Read<bigint> | null {
  const piece = pieces[at]
  if (piece === undefined) return null
  if (piece.kind === 'figure') {
    const suffix = pieces[at + 1]
    const isOrdinal =
      /^\d+$/.test(piece.text) &&
      suffix?.spaced === false &&
      suffix.lower === figureSuffix(piece.text)
    return isOrdinal ? { value: BigInt(piece.text), end: at + 2 } : null
  }
  if (isHyphen(pieces, at + 1)) {
    const joined = ORDINALS.get(`${piece.lower}-${pieces[at + 2]?.lower}`)
    if (joined !== undefined) return { value: joined, end: at + 3 }
  }
  const spaced = ORDINALS.get(`${piece.lower}-${pieces[at + 1]?.lower}`)
  if (spaced !== undefined) return { value: spaced, end: at + 2 }
  const alone = piece.lower === 'hundredth' ? 100n : ORDINALS.get(piece.lower)
  return alone === undefined ? null : { value: alone, end: at + 1 }
}

/** "st", "nd", "rd" or "th". */
export function figureSuffix(figure: string): string {
  if (/1[123]$/.test(figure)) return 'th'
  return { '1': 'st', '2': 'nd', '3': 'rd' }[figure.slice(-1)] ?? 'th'
}

/** "half", "a third", "two-thirds", "three quarters", "1/3", "⅔", "nine in ten", "one out of five". */
export function readFraction(pieces: readonly Piece[], at: number): Read<Ratio> | null {
  const piece = pieces[at]
  if (piece === undefined) return null
  if (piece.lower === 'half') return { value: { top: 1n, bottom: 2n }, end: at + 1 }
  const vulgar = vulgarFraction(piece.text)
  if (vulgar !== undefined) return { value: vulgar, end: at + 1 }
  const top: Read<Ratio> | null =
    piece.lower === 'a' ? { value: whole(1n), end: at + 1 } : readCardinal(pieces, at)
  if (top === null || top.value.bottom !== 1n || top.value.top === 0n) return null
  const next = isHyphen(pieces, top.end) ? top.end + 1 : top.end
  const bottom = readPart(pieces, next, top.value.top > 1n)
  if (bottom !== null) {
    return { value: { top: top.value.top, bottom: bottom.value }, end: bottom.end }
  }
  return readOutOf(pieces, top, piece)
}

/** "one family in five": a part of all families, with the noun between. */
export function readOneIn(
  pieces: readonly Piece[],
  at: number,
): (Read<Ratio> & { readonly noun: number }) | null {
  const top = readCardinal(pieces, at)
  const noun = pieces[top?.end ?? at]
  if (top === null || noun?.kind !== 'word' || noun.lower === 'in') return null
  const part = readOutOf(pieces, { ...top, end: top.end + 1 }, noun)
  return part === null ? null : { ...part, noun: top.end }
}

/** "third" after one, "thirds" after more. */
function readPart(pieces: readonly Piece[], at: number, plural: boolean): Read<bigint> | null {
  const word = pieces[at]?.lower ?? ''
  if (plural && !word.endsWith('s')) return null
  const name = plural ? word.slice(0, -1) : word
  if (name === 'half' || (plural && word === 'halves')) return { value: 2n, end: at + 1 }
  if (name === 'quarter') return { value: 4n, end: at + 1 }
  const part = ORDINALS.get(name)
  return part === undefined || part < 3n ? null : { value: part, end: at + 1 }
}

/** "nine in ten", "one out of every five", "1/3". */
function readOutOf(pieces: readonly Piece[], top: Read<Ratio>, first: Piece): Read<Ratio> | null {
  const link = pieces[top.end]
  let next = top.end + 1
  if (link?.lower === 'out' && pieces[next]?.lower === 'of') next++
  else if (link?.text === '/' && !link.spaced && first.kind === 'figure') {
    // "1999/2000" is a year.
    if (pieces[next + 1]?.text === '/' || /^\d{4}$/.test(first.text)) return null
  } else if (link?.lower !== 'in') return null
  const isRate = pieces[next]?.lower === 'every'
  if (isRate) next++
  const bottom = readCardinal(pieces, next)
  if (bottom === null || bottom.value.bottom !== 1n || bottom.value.top <= top.value.top)
    return null
  // "five in 1917" is no share.
  const isRound = bottom.value.top <= 12n || [20n, 25n, 50n, 100n, 1000n].includes(bottom.value.top)
  if (!isRate && link?.lower === 'in' && !isRound) return null
  return { value: { top: top.value.top, bottom: bottom.value.top }, end: bottom.end }
}
