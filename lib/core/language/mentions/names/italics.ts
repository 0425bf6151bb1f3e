/** Stretches that a text sets in italics: "*Pravda*", "_Pravda_"; titles of works among them. */
import type { Span } from '@/lib/core/text/source'

/** One star or bar on each side, on one line; two stars are bold. Length in characters. */
const ITALIC = /(?<![*_\w])([*_])(?![*_\s])([^*_\n]{1,120}?)(?<!\s)\1(?![*_\w])/g

export function italicAt(text: string, start: number, end: number): boolean {
  const mark = text[start - 1]
  return (mark === '*' || mark === '_') && text[end] === mark && text[start - 2] !== mark
}

/** Ranges of what stands between the marks. */
export function findItalics(text: string): Span[] {
  return [...text.matchAll(ITALIC)].map((match) => ({
    start: match.index + 1,
    end: match.index + match[0].length - 1,
  }))
}
