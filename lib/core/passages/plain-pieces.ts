/** Cuts plain text into pieces by blank lines, list markers and the way its lines are set. */
import { type Group, groupLines, hadRoom } from '@/lib/core/text/groups'
import type { Line } from '@/lib/core/text/lines'
import type { Opening } from '@/lib/core/text/opening'
import { follows, type Marker, readMarker } from './list-markers'
import type { Piece } from './pieces'

type Candidate = { readonly line: number; readonly group: number; readonly marker: Marker }

export function plainPieces(body: string, lines: readonly Line[], opening: Opening): Piece[] {
  const groups = groupLines(body, lines, opening, 'plain')
  const items = listItems(body, lines, groups, opening)
  return groups.flatMap((group) => piecesOf(body, lines, group, items, opening))
}

function piecesOf(
  body: string,
  lines: readonly Line[],
  group: Group,
  items: ReadonlyMap<number, Marker>,
  opening: Opening,
): Piece[] {
  const pieces: Piece[] = []
  const own = lines.slice(group.first, group.last + 1)
  const width = own.reduce((most, { start, end }) => Math.max(most, end - start), 0)
  let first = group.first
  for (let i = group.first + 1; i <= group.last + 1; i++) {
    const goesOn = i <= group.last && !items.has(i)
    if (goesOn && !(items.has(first) && endsList(body, lines, first, i, width))) continue
    pieces.push(pieceOf(lines, { first, last: i - 1 }, items.get(first), opening))
    first = i
  }
  return pieces
}

/** A line under a list item that is set no deeper and need not have been broken: the text goes on after the list. */
function endsList(
  body: string,
  lines: readonly Line[],
  item: number,
  at: number,
  width: number,
): boolean {
  const [marked, before, line] = [lines[item], lines[at - 1], lines[at]]
  if (!marked || !before || !line || line.indent > marked.indent) return false
  return hadRoom(body, before, line, width)
}

function pieceOf(
  lines: readonly Line[],
  { first, last }: Group,
  marker: Marker | undefined,
  opening: Opening,
): Piece {
  const start = lines[first]?.start ?? 0
  const span = { start, end: lines[last]?.end ?? start, lines: last - first + 1 }
  if (opening.titleLines.has(first)) return { ...span, role: 'title', contentStart: start }
  if (opening.recordLines.has(first)) return { ...span, role: 'record', contentStart: start }
  if (!marker) return { ...span, role: 'text', contentStart: start }
  return { ...span, role: 'item', contentStart: start + marker.width, marker: marker.text }
}

/** The lines that begin a list item. */
function listItems(
  body: string,
  lines: readonly Line[],
  groups: readonly Group[],
  opening: Opening,
): Map<number, Marker> {
  const items = new Map<number, Marker>()
  const candidates = candidatesOf(body, lines, groups, opening)
  const last = new Map<string, Candidate>()
  const chained = new Set<Candidate>()
  for (const candidate of candidates) {
    const before = last.get(candidate.marker.style)
    if (before && near(before, candidate, lines, groups)) {
      chained.add(before)
      chained.add(candidate)
    }
    last.set(candidate.marker.style, candidate)
  }
  for (const candidate of chained) items.set(candidate.line, candidate.marker)
  for (const candidate of candidates) {
    if (standsAlone(candidate, groups)) items.set(candidate.line, candidate.marker)
  }
  return items
}

function candidatesOf(
  body: string,
  lines: readonly Line[],
  groups: readonly Group[],
  opening: Opening,
): Candidate[] {
  return groups.flatMap((group, index) =>
    lines.slice(group.first, group.last + 1).flatMap((line, i) => {
      const number = group.first + i
      if (opening.titleLines.has(number) || opening.recordLines.has(number)) return []
      const marker = readMarker(body, line.start, line.end)
      return marker ? [{ line: number, group: index, marker }] : []
    }),
  )
}

const DASH = /^[–—]$/

/** Neighbours in one list: in the same group or the next, or with nothing but indented lines between. */
function near(
  a: Candidate,
  b: Candidate,
  lines: readonly Line[],
  groups: readonly Group[],
): boolean {
  if (!follows(a.marker, b.marker)) return misnumbered(a, b, lines)
  // A dash also opens a line of talk: only dashes on neighbouring lines are a list.
  if (DASH.test(a.marker.style)) return a.group === b.group
  if (b.group - a.group > 3) return false
  const indent = lines[a.line]?.indent ?? 0
  return groups
    .slice(a.group + 1, b.group)
    .every((group) => (lines[group.first]?.indent ?? 0) > indent)
}

/** A number out of order, on a line set like the item before: "1. 2. 2. 4.". */
function misnumbered(a: Candidate, b: Candidate, lines: readonly Line[]): boolean {
  const indent = lines[a.line]?.indent
  return a.group === b.group && /^1/.test(a.marker.style) && indent === lines[b.line]?.indent
}

/** A bullet needs no neighbour where a group begins with it. */
function standsAlone({ marker, line, group }: Candidate, groups: readonly Group[]): boolean {
  return marker.values.length === 0 && !DASH.test(marker.style) && groups[group]?.first === line
}
