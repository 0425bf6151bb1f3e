/** Cuts Markdown into pieces: headings, paragraphs, list items, and what is not prose (code, tables, comments, rules). */
import { isBlank, isSpace, type Line, lineText } from '@/lib/core/text/lines'
import type { Opening } from '@/lib/core/text/opening'
import { type Marker, readMarker } from './list-markers'
import type { Piece } from './pieces'

type Reader = {
  readonly body: string
  readonly lines: readonly Line[]
  readonly to: number
  readonly opening: Opening
  /** Where the last comment closes: one that opens later is looked for no further than its paragraph. */
  readonly lastComment: number
}

/** What the reader found at a line, and the line after it. */
type Found = { readonly piece: Piece; readonly next: number }

export function markdownPieces(body: string, lines: readonly Line[], opening: Opening): Piece[] {
  const lastComment = body.lastIndexOf('-->')
  const reader = { body, lines, to: opening.to, opening, lastComment }
  const pieces: Piece[] = []
  let i = opening.from
  while (i < opening.to) {
    const line = lines[i]
    if (!line || isBlank(line)) {
      i++
      continue
    }
    const found = pieceAt(reader, i, line)
    pieces.push(found.piece)
    i = found.next
  }
  return pieces
}

const ATX = /^(#{1,6})\s+/
const FENCE = /^(`{3,}|~{3,})/
const COMMENT = /^<!--/
const TABLE = /^\|.*\|$/
const REFERENCE = /^\[[^\]]{1,80}\]:\s/
/** No mark of a block is looked for beyond this many characters of a line. */
const REACH = 400

/** Three or more of one mark and nothing else. */
const isRule = (words: string): boolean => /^([-*_])\1{2,}$|^=+$/.test(words.replace(/\s/g, ''))

function pieceAt(reader: Reader, i: number, line: Line): Found {
  const { body } = reader
  const head = body.slice(line.start, Math.min(line.end, line.start + REACH))
  const atx = ATX.exec(head)
  if (atx?.[1]) return heading(reader, i, i, atx[1].length, line.start + atx[0].length)
  const fence = FENCE.exec(head)?.[1]
  if (fence) return aside(reader, i, (words, at) => at > i && words.startsWith(fence))
  if (COMMENT.test(head)) {
    const closed = line.start < reader.lastComment
    return aside(reader, i, (words) => words.includes('-->') || (!closed && words === ''))
  }
  if (isRule(head) || REFERENCE.test(head)) return span(reader, i, i + 1, 'aside')
  if (TABLE.test(head)) return span(reader, i, tableEnd(reader, i), 'aside')
  const under = setextLevel(reader, i)
  if (under > 0) return heading(reader, i, i + 1, under, line.start)
  return paragraph(reader, i, line)
}

function heading(reader: Reader, first: number, last: number, level: number, from: number): Found {
  const found = span(
    reader,
    first,
    last + 1,
    reader.opening.titleLines.has(first) ? 'title' : 'heading',
  )
  return { next: found.next, piece: { ...found.piece, level, contentStart: from } }
}

function span(reader: Reader, first: number, next: number, role: Piece['role']): Found {
  const start = reader.lines[first]?.start ?? 0
  const end = reader.lines[next - 1]?.end ?? start
  return { next, piece: { role, start, end, contentStart: start, lines: next - first } }
}

/** From here to the line that closes it; code that nothing closes runs to the end, as in CommonMark. */
function aside(
  reader: Reader,
  first: number,
  closes: (words: string, at: number) => boolean,
): Found {
  let i = first
  while (i < reader.to) {
    const line = reader.lines[i]
    i++
    if (line && closes(lineText(reader.body, line), i - 1)) break
  }
  return span(reader, first, lastWritten(reader, first, i), 'aside')
}

/** The line after the last that is not blank. */
function lastWritten({ lines }: Reader, first: number, next: number): number {
  let end = next
  while (end > first + 1) {
    const line = lines[end - 1]
    if (line && !isBlank(line)) break
    end--
  }
  return end
}

function tableEnd({ body, lines, to }: Reader, first: number): number {
  let i = first
  while (i < to) {
    const line = lines[i]
    if (!line || body[line.start] !== '|' || isBlank(line)) break
    i++
  }
  return i
}

function setextLevel({ body, lines, to }: Reader, i: number): 0 | 1 | 2 {
  const line = lines[i]
  const under = lines[i + 1]
  if (!line || !under || i + 1 >= to || line.end - line.start > REACH) return 0
  if (readMarker(body, line.start, line.end)) return 0
  const words = body.slice(under.start, Math.min(under.end, under.start + REACH))
  if (/^=+$/.test(words)) return 1
  return /^-{2,}$/.test(words) ? 2 : 0
}

/** Lines up to a blank one or to one that begins something else. */
function paragraph(reader: Reader, first: number, line: Line): Found {
  const { body, lines, to } = reader
  const quoted = quoteWidth(body, line.start, line.end)
  const contentAt = line.start + quoted
  const marker = readMarker(body, contentAt, line.end)
  let next = first + 1
  while (next < to) {
    const following = lines[next]
    if (!following || isBlank(following) || interrupts(body, following, quoted > 0, marker)) break
    if (setextLevel(reader, next) === 1) break
    next++
  }
  const found = span(reader, first, next, roleOf(reader, first, marker))
  if (found.piece.role !== 'item' || !marker) {
    return { next, piece: { ...found.piece, contentStart: contentAt } }
  }
  return {
    next,
    piece: { ...found.piece, contentStart: contentAt + marker.width, marker: marker.text },
  }
}

function roleOf({ opening }: Reader, first: number, marker: Marker | null): Piece['role'] {
  if (opening.recordLines.has(first)) return 'record'
  if (opening.titleLines.has(first)) return 'title'
  return marker && isMarkdownMarker(marker) ? 'item' : 'text'
}

/** Numbers and `-`, `*`, `+` make lists in Markdown; a letter with a point is an initial. */
const isMarkdownMarker = (marker: Marker): boolean => /^(?:1[.)]|[-*+•])$/.test(marker.style)

function interrupts(body: string, line: Line, quoted: boolean, open: Marker | null): boolean {
  const head = body.slice(line.start, Math.min(line.end, line.start + REACH))
  if (ATX.test(head) || FENCE.test(head) || COMMENT.test(head) || isRule(head)) return true
  if (!quoted && head.startsWith('>')) return true
  const marker = readMarker(body, line.start, line.end)
  if (!marker || !isMarkdownMarker(marker)) return false
  // CommonMark: inside a paragraph only a list that begins at 1 begins a list.
  return open !== null || marker.values.length === 0 || marker.values.includes(1)
}

/** Width of the `>` marks a quoted line begins with. */
function quoteWidth(body: string, start: number, end: number): number {
  let i = start
  let width = 0
  while (i < end && (body[i] === '>' || isSpace(body.charCodeAt(i)))) {
    i++
    width = i - start
  }
  return body[start] === '>' ? width : 0
}
