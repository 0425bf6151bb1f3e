/** Lines are where every reading of a text begins: their trimmed offsets, so that nothing is copied. */
import type { Span } from './source'

/** A line without its newline and without the white space around it; blank when start === end. */
export type Line = Span & {
  /** Columns of white space before the first character; a tab counts four. */
  readonly indent: number
}

export const isBlank = (line: Line): boolean => line.start === line.end

const SPACE = /\s/

export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  return code >= 0xa0 && SPACE.test(String.fromCharCode(code))
}

/** LF, VT, FF, CR, and Unicode's line and paragraph separators. */
function isNewline(code: number): boolean {
  return (code >= 0x0a && code <= 0x0d) || code === 0x2028 || code === 0x2029
}

/** The span without the white space at its two ends. An all-blank span comes back empty, at its end. */
export function trimSpan(body: string, start: number, end: number): Span {
  let from = start
  let to = end
  while (from < to && isSpace(body.charCodeAt(from))) from++
  while (to > from && isSpace(body.charCodeAt(to - 1))) to--
  return { start: from, end: to }
}

export function splitLines(body: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (let i = 0; i <= body.length; i++) {
    if (i < body.length && !isNewline(body.charCodeAt(i))) continue
    lines.push(lineAt(body, start, i))
    if (body.charCodeAt(i) === 0x0d && body.charCodeAt(i + 1) === 0x0a) i++
    start = i + 1
  }
  return lines
}

function lineAt(body: string, from: number, to: number): Line {
  const { start, end } = trimSpan(body, from, to)
  let indent = 0
  for (let i = from; i < start; i++) indent += body.charCodeAt(i) === 0x09 ? 4 : 1
  return { start, end, indent }
}

/** The words of a line. */
export const lineText = (body: string, line: Span): string => body.slice(line.start, line.end)
