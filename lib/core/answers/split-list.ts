/** Splits what was typed for a list into its entries, never inside one that is an element as it stands. */

export type Typed = { readonly text: string; readonly line: number }

type Part = { readonly start: number; readonly end: number }

const MARKER = /^\s*(?:\d{1,2}[.)]|[-*•–]|[a-z]\))\s+/
const SEPARATOR = /\s*(?:,|&|(?<=[\s,])and(?=\s))\s*/giu
/** More entries than this are not told apart: nobody types them, and a list has at most sixty elements. */
const MAX_ENTRIES = 200

/** `wanted` are the texts of the elements, `isElement` says whether an entry is one of them. */
export function splitList(
  lines: readonly string[],
  wanted: readonly string[],
  isElement: (text: string) => boolean,
): Typed[] {
  const widest = Math.max(1, ...wanted.map((text) => partsOf(text).length))
  const typed: Typed[] = []
  for (const [line, words] of lines.entries()) {
    for (const segment of words.split(/[;\n\r]+/)) {
      const text = segment.replace(MARKER, '').trim()
      if (text === '') continue
      const entries = splitSegment(text, widest, isElement)
      typed.push(...entries.map((entry) => ({ text: entry, line })))
    }
  }
  return typed.slice(0, MAX_ENTRIES)
}

function partsOf(text: string): Part[] {
  const parts: Part[] = []
  let start = 0
  for (const found of text.matchAll(SEPARATOR)) {
    if (found.index > start) parts.push({ start, end: found.index })
    start = found.index + found[0].length
  }
  if (start < text.length) parts.push({ start, end: text.length })
  return parts
}

/** The split in which most parts are elements; of equals the one with the longer elements. */
function splitSegment(
  text: string,
  widest: number,
  isElement: (text: string) => boolean,
): string[] {
  const parts = partsOf(text).slice(0, MAX_ENTRIES)
  const best: { score: number; next: number }[] = Array.from({ length: parts.length + 1 }, () => ({
    score: 0,
    next: 0,
  }))
  for (let i = parts.length - 1; i >= 0; i--) {
    best[i] = { score: -1, next: i + 1 }
    for (let next = i + 1; next <= Math.min(parts.length, i + widest); next++) {
      const found = isElement(between(text, parts, i, next))
      // An entry that is no element is never wider than one part.
      if (!found && next > i + 1) continue
      const score = (best[next]?.score ?? 0) + (found ? 1 + (next - i) / 1000 : 0)
      if (score > (best[i]?.score ?? -1)) best[i] = { score, next }
    }
  }
  const entries: string[] = []
  for (let i = 0; i < parts.length; i = best[i]?.next ?? parts.length) {
    entries.push(between(text, parts, i, best[i]?.next ?? parts.length))
  }
  return best[0]?.score ? entries : unsplit(text, parts)
}

/** A line without one element in it stays as it was typed, unless it is a list of short entries. */
function unsplit(text: string, parts: readonly Part[]): string[] {
  const short = parts.every((part) => part.end - part.start <= 24)
  return parts.length > 1 && short ? parts.map((part) => text.slice(part.start, part.end)) : [text]
}

const between = (text: string, parts: readonly Part[], from: number, to: number): string =>
  text.slice(parts[from]?.start ?? 0, parts[to - 1]?.end ?? text.length)
