/** Cuts styled runs at the edges of pencil marks, so that each piece of a text lies in one style and under one set of marks. */
import type { Span } from '@/lib/core/text/source'
import type { Run } from './emphasis'

export type Piece = Run & {
  /** Indexes into the marks that lie over it, rising. */
  readonly marks: readonly number[]
}

/** Neighbouring pieces under the same marks: what one pencil stroke goes over. */
export type Stroke = Span & { readonly marks: readonly number[]; readonly pieces: readonly Piece[] }

/** Spans of no length, and what lies outside the runs, mark nothing. */
export function strokesOf(runs: readonly Run[], marks: readonly Span[]): Stroke[] {
  const strokes: { start: number; end: number; marks: number[]; pieces: Piece[] }[] = []
  for (const piece of cut(runs, marks)) {
    const last = strokes.at(-1)
    if (last && last.marks.join() === piece.marks.join()) {
      last.pieces.push(piece)
      last.end = piece.end
    } else {
      strokes.push({ start: piece.start, end: piece.end, marks: [...piece.marks], pieces: [piece] })
    }
  }
  return strokes
}

function cut(runs: readonly Run[], marks: readonly Span[]): Piece[] {
  const edges = [...new Set(marks.flatMap((m) => [m.start, m.end]))].sort((a, b) => a - b)
  const pieces: Piece[] = []
  for (const run of runs) {
    const inside = edges.filter((e) => e > run.start && e < run.end)
    let start = run.start
    for (const end of [...inside, run.end]) {
      const over = marks.flatMap((m, i) => (m.start <= start && m.end >= end ? [i] : []))
      pieces.push({ ...run, start, end, marks: over })
      start = end
    }
  }
  return pieces
}
