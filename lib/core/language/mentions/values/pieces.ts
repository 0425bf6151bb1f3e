/**
 * A sentence cut into words, figures and marks for those who read numbers and dates: finer than its tokens, since
 * "65–70", "1930s" and "two-thirds" are read by their parts.
 */
import type { Span } from '@/lib/core/text/source'

export interface Piece extends Span {
  readonly kind: 'word' | 'figure' | 'mark'
  readonly text: string
  readonly lower: string
  /** White space stands before it. */
  readonly spaced: boolean
}

/** What was read, and the index of the piece after it. */
export interface Read<T> {
  readonly value: T
  readonly end: number
}

const PIECE =
  /(\d{1,3}(?:,\d{3})+(?!,?\d)(?:\.\d+)?|\d+(?:\.\d+)*)|((?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*)|\S/gu

export function cutPieces(text: string, range: Span): Piece[] {
  const pieces: Piece[] = []
  let last = range.start
  for (const match of text.slice(range.start, range.end).matchAll(PIECE)) {
    const start = range.start + match.index
    const end = start + match[0].length
    const kind = match[1] !== undefined ? 'figure' : match[2] !== undefined ? 'word' : 'mark'
    pieces.push({
      start,
      end,
      kind,
      text: match[0],
      lower: match[0].toLowerCase(),
      spaced: start > last,
    })
    last = end
  }
  return pieces
}

/** The index after `words` ("no more than") when they stand at `at`, else null. */
export function readPhrase(
  pieces: readonly Piece[],
  at: number,
  words: readonly string[],
): number | null {
  return words.every((word, k) => pieces[at + k]?.lower === word) ? at + words.length : null
}

/** Phrases with what they mean, by their first words. */
export type Phrases<T> = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly value: T }[]
>

/** Longer phrases come first: "no more than" is not "no". */
export function byFirstWord<T>(phrases: readonly (readonly [string, T])[]): Phrases<T> {
  const table = new Map<string, { words: readonly string[]; value: T }[]>()
  for (const [phrase, value] of phrases) {
    const words = phrase.split(' ')
    const [first = ''] = words
    const known = table.get(first) ?? []
    known.push({ words, value })
    table.set(
      first,
      known.sort((a, b) => b.words.length - a.words.length),
    )
  }
  return table
}

export function readListed<T>(
  phrases: Phrases<T>,
  pieces: readonly Piece[],
  at: number,
): Read<T> | null {
  for (const { words, value } of phrases.get(pieces[at]?.lower ?? '') ?? []) {
    const end = readPhrase(pieces, at, words)
    if (end !== null) return { value, end }
  }
  return null
}

/** A hyphen or dash at `at`, tight or spaced. */
export const isDash = (piece: Piece | undefined): boolean =>
  piece !== undefined && /^[-‐‑–—]$/.test(piece.text)

/** A hyphen that joins what stands on both sides of it. */
export const isHyphen = (pieces: readonly Piece[], at: number): boolean =>
  isDash(pieces[at]) && pieces[at]?.spaced === false && pieces[at + 1]?.spaced === false
