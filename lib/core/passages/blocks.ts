/** Blocks are pieces whose part in the text is known: what is read, what heads it, and what is left out. */
import { isSpace, type Line, splitLines } from '@/lib/core/text/lines'
import { readOpening } from '@/lib/core/text/opening'
import { plainWords } from '@/lib/core/text/plain-words'
import type { SourceText } from '@/lib/core/text/source'
import { isBoilerplate, isTail } from './boilerplate'
import { contentsPieces } from './contents'
import { headingSign, isCapitals, plainLevel } from './headings'
import { markdownPieces } from './markdown-pieces'
import type { Block, BlockKind, Section } from './passage'
import type { Piece } from './pieces'
import { plainPieces } from './plain-pieces'

type Judged = { readonly piece: Piece; readonly kind: BlockKind; readonly level: number }

/** A piece longer than this is not read for what it is: it is prose. In characters. */
const REACH = 700
/** That many short lines in a row head nothing: they are a list of names, a poem, a table. */
const TOO_MANY_HEADINGS = 4
/** A weak heading needs at least this much after it. In characters. */
const PROSE = 120

export function readBlocks(source: SourceText): { sections: Section[]; blocks: Block[] } {
  const { body, format } = source
  const lines = splitLines(body)
  const opening = readOpening(body, lines, format)
  const cut = format === 'markdown' ? markdownPieces : plainPieces
  const pieces = cut(body, lines, opening)
  const judged =
    format === 'markdown'
      ? pieces.map((piece) => judgeMarked(body, piece))
      : judgePlain(body, pieces)
  return number(body, [
    ...margin(body, lines, 0, opening.from),
    ...withoutTail(body, judged),
    ...margin(body, lines, opening.to, lines.length),
  ])
}

/** What stands before and after the text proper, as one block of boilerplate. */
function margin(body: string, lines: readonly Line[], from: number, to: number): Judged[] {
  let start = lines[from]?.start ?? body.length
  let end = to < lines.length ? (lines[to]?.start ?? body.length) : body.length
  if (to <= from) return []
  while (start < end && isSpace(body.charCodeAt(start))) start++
  while (end > start && isSpace(body.charCodeAt(end - 1))) end--
  if (start === end) return []
  const piece: Piece = { role: 'aside', start, end, contentStart: start, lines: to - from }
  return [{ piece, kind: 'boilerplate', level: 0 }]
}

const wordsOf = (body: string, piece: Piece): string =>
  body.slice(piece.start, Math.min(piece.end, piece.start + REACH))

const isLong = (piece: Piece): boolean => piece.end - piece.start > REACH

function judgeMarked(body: string, piece: Piece): Judged {
  if (piece.role === 'heading') return { piece, kind: 'heading', level: piece.level ?? 2 }
  return { piece, kind: fixedKind(body, piece) ?? 'paragraph', level: 0 }
}

/** The kind that a piece shows by itself, or null: a paragraph or a heading. */
function fixedKind(body: string, piece: Piece): BlockKind | null {
  if (piece.role === 'title') return 'title'
  if (piece.role === 'record' || piece.role === 'aside') return 'boilerplate'
  if (!isLong(piece) && isBoilerplate(wordsOf(body, piece))) return 'boilerplate'
  return piece.role === 'item' ? 'listItem' : null
}

function judgePlain(body: string, pieces: readonly Piece[]): Judged[] {
  const contents = contentsPieces(body, pieces)
  const fixed = pieces.map((piece, i) => (contents.has(i) ? 'boilerplate' : fixedKind(body, piece)))
  const heads = headingPieces(body, pieces, fixed)
  let capitalsSeen = false
  return pieces.map((piece, i) => {
    if (!heads.has(i)) return { piece, kind: fixed[i] ?? 'paragraph', level: 0 }
    const words = wordsOf(body, piece)
    const level = plainLevel(words, capitalsSeen)
    capitalsSeen ||= isCapitals(words)
    return { piece, kind: 'heading', level }
  })
}

function headingPieces(
  body: string,
  pieces: readonly Piece[],
  fixed: readonly (BlockKind | null)[],
): Set<number> {
  const heads = new Set<number>()
  let run: number[] = []
  let end = pieces.length
  while (end > 0 && fixed[end - 1] === 'boilerplate') end--
  pieces.forEach((piece, i) => {
    const head = fixed[i] === null && i < end - 1 && isHeading(body, pieces, i)
    run = head ? [...run.slice(1 - TOO_MANY_HEADINGS), i] : fixed[i] === null ? [] : run
    if (head) heads.add(i)
    if (run.length >= TOO_MANY_HEADINGS) for (const index of run) heads.delete(index)
    if (piece.role === 'item') run = []
  })
  return heads
}

function isHeading(body: string, pieces: readonly Piece[], i: number): boolean {
  const piece = pieces[i]
  if (!piece || isLong(piece)) return false
  const words = wordsOf(body, piece)
  if (piece.lines > (isCapitals(words) ? 3 : 1)) return false
  const sign = headingSign(words.replace(/\s+/g, ' '))
  if (!sign) return false
  const before = pieces[i - 1]
  if (before?.role === 'text' && /[:,]$/.test(body.slice(before.end - 1, before.end))) return false
  const after = pieces[i + 1]
  return sign === 'strong' || (after !== undefined && after.end - after.start >= PROSE)
}

/** What closes a text after its last words: dates, links, licences. */
function withoutTail(body: string, judged: readonly Judged[]): Judged[] {
  const kept = [...judged]
  for (let i = kept.length - 1; i > 0; i--) {
    const last = kept[i]
    if (!last || last.kind === 'title' || isLong(last.piece)) break
    if (last.kind !== 'boilerplate' && !isTail(wordsOf(body, last.piece))) break
    kept[i] = { ...last, kind: 'boilerplate' }
  }
  return kept
}

function number(body: string, judged: readonly Judged[]): { sections: Section[]; blocks: Block[] } {
  const starts: { start: number; title: string; level: number }[] = []
  const blocks = judged.map(({ piece, kind, level }, index): Block => {
    if (kind === 'heading') {
      const title = plainWords(body, { start: piece.contentStart, end: piece.end }).text
      starts.push({
        start: piece.start,
        title: title.replace(/\s+(?:#{1,6}|-{2,}|=+)$/, ''),
        level,
      })
    } else if (starts.length === 0) starts.push({ start: 0, title: '', level: 1 })
    const { start, end, contentStart, marker } = piece
    const block = { index, kind, start, end, contentStart, section: starts.length - 1 }
    return marker !== undefined && kind === 'listItem' ? { ...block, marker } : block
  })
  const sections = starts.map((section, index) => ({
    ...section,
    index,
    start: index === 0 ? 0 : section.start,
    end: starts[index + 1]?.start ?? body.length,
  }))
  return { sections, blocks }
}
