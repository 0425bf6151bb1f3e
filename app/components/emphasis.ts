/**
 * Reads the emphasis of Markdown (*italic*, **bold**, the same with underscores) out of a stretch of text, keeping where
 * every shown character stands, so that a pencil mark given in offsets lands on the right words. Nothing else of Markdown
 * is read and nothing is ever taken for HTML: what is not emphasis is shown as the characters it is.
 */
import type { Span } from '@/lib/core/text/source'

/** A stretch that is shown in one style. The marks of emphasis themselves stand in no run. */
export type Run = Span & { readonly bold: boolean; readonly italic: boolean }

type Delimiter = Span & { readonly kind: string; readonly opens: boolean; readonly closes: boolean }

const DELIMITERS = /\\[*_\\]|\*{1,3}|_{1,3}/g
const WORD = /[\p{L}\p{N}]/u
const SPACE = /\s/

export function readEmphasis(text: string): Run[] {
  const closed = pairs(delimiters(text))
  const hidden = [...closed.hidden].sort((a, b) => a.start - b.start)
  const runs: Run[] = []
  const cuts = new Set<number>([0, text.length])
  for (const span of [...hidden, ...closed.bold, ...closed.italic])
    cuts.add(span.start).add(span.end)
  const edges = [...cuts].sort((a, b) => a - b)
  const within = { hidden: sweep(hidden), bold: sweep(closed.bold), italic: sweep(closed.italic) }
  for (let i = 1; i < edges.length; i++) {
    const start = edges[i - 1] ?? 0
    const end = edges[i] ?? start
    if (within.hidden(start) || end <= start) continue
    runs.push({ start, end, bold: within.bold(start), italic: within.italic(start) })
  }
  return runs
}

/** The words without the marks: for what is heard, or set where nothing can be emphasised. */
export function withoutEmphasis(text: string): string {
  return readEmphasis(text)
    .map(({ start, end }) => text.slice(start, end))
    .join('')
}

/** Answers, for positions asked in rising order, whether one of the spans covers them. */
function sweep(spans: readonly Span[]): (at: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  let next = 0
  let reach = 0
  return (at) => {
    for (let span = sorted[next]; span && span.start <= at; span = sorted[++next]) {
      reach = Math.max(reach, span.end)
    }
    return at < reach
  }
}

function delimiters(text: string): Delimiter[] {
  const found: Delimiter[] = []
  for (const match of text.matchAll(DELIMITERS)) {
    const start = match.index
    const end = start + match[0].length
    if (match[0].startsWith('\\')) {
      found.push({ start, end: start + 1, kind: '\\', opens: false, closes: false })
      continue
    }
    const before = text[start - 1] ?? ' '
    const after = text[end] ?? ' '
    // Only at the edges of words: 5*3*2 and snake_case_names stay what they are.
    const opens = !SPACE.test(after) && !WORD.test(before)
    const closes = !SPACE.test(before) && !WORD.test(after)
    if (opens || closes) found.push({ start, end, kind: match[0], opens, closes })
  }
  return found
}

function pairs(found: readonly Delimiter[]) {
  const hidden: Span[] = []
  const bold: Span[] = []
  const italic: Span[] = []
  const open: Delimiter[] = []
  for (const delimiter of found) {
    if (delimiter.kind === '\\') {
      hidden.push(delimiter)
      continue
    }
    const at = delimiter.closes ? open.findLastIndex((o) => o.kind === delimiter.kind) : -1
    const opener = open[at]
    if (opener && delimiter.start > opener.end) {
      open.length = at
      const inside = { start: opener.end, end: delimiter.start }
      if (delimiter.kind.length !== 1) bold.push(inside)
      if (delimiter.kind.length !== 2) italic.push(inside)
      hidden.push(opener, delimiter)
    } else if (delimiter.opens) {
      open.push(delimiter)
    }
  }
  return { hidden, bold, italic }
}
