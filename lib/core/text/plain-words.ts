/**
 * Plain words are the reading of a stretch of text: without marks of emphasis, links and line breaks, and with a way
 * back from each of its characters to the source.
 */
import { isSpace } from './lines'
import type { Span } from './source'

export type PlainWords = {
  readonly text: string
  /** The source span that shows `text.slice(start, end)`. */
  readonly toSource: (start: number, end: number) => Span
}

/** A stretch of source that is shown, or not. Marks are looked for no further than this. In characters. */
const REACH = 400
const LINK_END = /\]\([^()\s]{0,300}(?:\s"[^"\n]{0,200}")?\)/y
const AUTO_LINK = /<https?:\/\/[^>\s]{1,300}>/y
const NOTE = /\[\^[\w-]{1,20}\]/y
const ESCAPED = /[\\`*_{}[\]()#+.!~>|-]/
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/

export function plainWords(body: string, span: Span): PlainWords {
  const hidden = hiddenMarks(body, span)
  const chars: string[] = []
  const from: number[] = []
  const show = (char: string, at: number): void => {
    chars.push(char)
    from.push(at)
  }
  let i = span.start
  while (i < span.end) {
    const mark = hidden.get(i)
    if (mark !== undefined) {
      i += mark
      continue
    }
    const char = body.charAt(i)
    if (isSpace(body.charCodeAt(i))) {
      const end = afterSpace(body, i, span.end)
      const last = chars.at(-1)
      const joined =
        last === '-' && /\p{L}/u.test(chars.at(-2) ?? '') && /[\n\r]/.test(body.slice(i, end))
      if (last !== undefined && last !== ' ' && !joined) show(' ', i)
      i = end
      continue
    }
    if (!INVISIBLE.test(char)) show(char, i)
    i++
  }
  if (chars.at(-1) === ' ') {
    chars.pop()
    from.pop()
  }
  return { text: chars.join(''), toSource: (start, end) => sourceSpan(from, span, start, end) }
}

function sourceSpan(from: readonly number[], span: Span, start: number, end: number): Span {
  const first = from[start] ?? span.end
  const last = from[end - 1]
  return { start: first, end: last === undefined || end <= start ? first : last + 1 }
}

/** White space, with the `>` that a quoted line of Markdown begins with. */
function afterSpace(body: string, start: number, end: number): number {
  let i = start
  let broken = false
  while (i < end) {
    const code = body.charCodeAt(i)
    if (isSpace(code)) broken ||= code === 0x0a || code === 0x0d
    else if (!(broken && body[i] === '>')) break
    i++
  }
  return i
}

/** Offset and length of every mark that is not read. */
function hiddenMarks(body: string, { start, end }: Span): Map<number, number> {
  const hidden = new Map<number, number>()
  const open: { at: number; mark: string }[] = []
  let bracket: number | null = null
  let i = start
  while (i < end) {
    const char = body.charAt(i)
    let width = 1
    if (char === '\\' && i + 1 < end && ESCAPED.test(body.charAt(i + 1))) {
      hidden.set(i, 1)
      width = 2
    } else if (char === '*' || char === '_' || char === '`') {
      width = emphasis(body, i, start, end, open, hidden)
    } else if (char === '<') {
      width = hideAutoLink(body, i, end, hidden)
    } else if (char === '[') {
      const note = matchAt(NOTE, body, i, end)
      if (note > 0) hidden.set(i, note)
      else bracket = i
      width = Math.max(1, note)
    } else if (char === ']' && bracket !== null) {
      const link = matchAt(LINK_END, body, i, end)
      if (link > 0) {
        const picture = bracket > start && body[bracket - 1] === '!'
        hidden.set(picture ? bracket - 1 : bracket, picture ? i + link - bracket + 1 : 1)
        if (!picture) hidden.set(i, link)
      }
      bracket = null
      width = Math.max(1, link)
    }
    i += width
  }
  return hidden
}

function hideAutoLink(body: string, i: number, end: number, hidden: Map<number, number>): number {
  const width = matchAt(AUTO_LINK, body, i, end)
  if (width === 0) return 1
  hidden.set(i, 1)
  hidden.set(i + width - 1, 1)
  return width
}

function matchAt(pattern: RegExp, body: string, at: number, end: number): number {
  pattern.lastIndex = at
  const width = pattern.exec(body)?.[0].length ?? 0
  return at + width <= end ? width : 0
}

/** Opens or closes a stretch of emphasis or code, by CommonMark's rule of flanks. Returns the width of the mark. */
function emphasis(
  body: string,
  i: number,
  start: number,
  end: number,
  open: { at: number; mark: string }[],
  hidden: Map<number, number>,
): number {
  const char = body.charAt(i)
  let width = 1
  while (width < 3 && i + width < end && body[i + width] === char) width++
  const mark = char.repeat(width)
  const before = i > start ? body.charAt(i - 1) : ' '
  const after = i + width < end ? body.charAt(i + width) : ' '
  const inWord = char === '_' && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)
  if (inWord) return width
  const at = open.findLastIndex((o) => o.mark === mark && i - o.at <= REACH)
  if (at >= 0 && !/\s/.test(before)) {
    const opener = open[at]
    if (opener) hidden.set(opener.at, width)
    hidden.set(i, width)
    open.length = at
  } else if (!/\s/.test(after)) {
    open.push({ at: i, mark })
    if (open.length > 8) open.shift()
  }
  return width
}
