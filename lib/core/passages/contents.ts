/** A table of contents is the run of short entries after the word 'Contents', up to where the first of them comes again. */
import { isContentsHeading } from './boilerplate'
import { headingSign, withoutLabel } from './headings'
import type { Piece } from './pieces'

/** In characters, of a line. */
const MAX_LINE = 90
const PAGE = /(?:\s{2,}|[.\s]{3,}|\t)(?:\d{1,4}|[ivxlc]{1,7})\s*$/i

/** The indices of the pieces of a table of contents, its heading with them. */
export function contentsPieces(body: string, pieces: readonly Piece[]): Set<number> {
  const at = pieces.findIndex(
    (piece) => piece.role === 'text' && isShort(piece) && isContentsHeading(wordsOf(body, piece)),
  )
  if (at < 0) return new Set()
  const entries = new Set<string>()
  let next = at + 1
  let again = false
  for (; next < pieces.length && !again; next++) {
    const piece = pieces[next]
    const lines = piece && isShort(piece) ? wordsOf(body, piece).split(/[\n\r]+/) : []
    if (!piece || !lines.length || !lines.every(isEntry)) break
    again = lines.some((line) => entries.has(entryWords(line)))
    if (!again) for (const line of lines) if (entryWords(line) !== '') entries.add(entryWords(line))
  }
  const end = endOf(body, pieces, at, again ? next - 1 : next, again)
  return new Set(Array.from({ length: end - at }, (_, i) => at + i))
}

/** The last piece before prose heads it; a label before an entry that comes again ('Chapter 1') belongs to it. */
function endOf(
  body: string,
  pieces: readonly Piece[],
  at: number,
  end: number,
  again: boolean,
): number {
  const last = pieces[end - 1]
  if (!last || end - 1 <= at) return end
  const words = wordsOf(body, last)
  const heads = again ? withoutLabel(words) === '' : end < pieces.length && !PAGE.test(words)
  return heads ? end - 1 : end
}

const isShort = (piece: Piece): boolean => (piece.end - piece.start) / piece.lines <= MAX_LINE

const wordsOf = (body: string, piece: Piece): string => body.slice(piece.start, piece.end)

const isEntry = (line: string): boolean => PAGE.test(line) || headingSign(line.trim()) !== null

const entryWords = (line: string): string =>
  withoutLabel(line.trim().replace(PAGE, '').trim()).replace(/\s+/g, ' ').toLowerCase()
