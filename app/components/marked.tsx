import { Fragment, type ReactNode } from 'react'
import type { Span } from '@/lib/core/text/source'
import { type Run, readEmphasis } from './emphasis'
import { type Piece, type Stroke, strokesOf } from './pieces'

/** How a stroke that lies under marks is shown. The default is a pencilled <mark>. */
export type RenderStroke = (stroke: Stroke, words: ReactNode) => ReactNode

const pencilledStroke: RenderStroke = (stroke, words) => (
  <mark key={stroke.start} className="pencilled">
    {words}
  </mark>
)

/**
 * A stretch of text with pencil marks over UTF-16 spans of it. Gives phrasing content, no paragraph: for a passage of
 * several paragraphs there is MarkedPassage.
 */
export function Marked({
  text,
  marks = [],
  emphasis = true,
  renderStroke = pencilledStroke,
  base,
}: {
  text: string
  marks?: readonly Span[]
  /** False where asterisks are just asterisks: in plain text. */
  emphasis?: boolean
  renderStroke?: RenderStroke
  /** Offset of the text in a body: then every piece says where it begins (data-o), for what somebody selects. */
  base?: number | undefined
}) {
  const runs: Run[] = emphasis
    ? readEmphasis(text)
    : [{ start: 0, end: text.length, bold: false, italic: false }]
  const strokes = strokesOf(runs, marks)
  // Words that are one piece begin where their block does.
  const whole = strokes.length === 1 && strokes[0]?.pieces.length === 1
  return strokes.map((stroke) => {
    const words = stroke.pieces.map((piece) => setPiece(text, piece, whole ? undefined : base))
    return stroke.marks.length > 0 ? (
      renderStroke(stroke, words)
    ) : (
      <Fragment key={stroke.start}>{words}</Fragment>
    )
  })
}

function setPiece(text: string, piece: Piece, base: number | undefined): ReactNode {
  const words = text.slice(piece.start, piece.end)
  const key = piece.start
  const place = base === undefined ? {} : { 'data-o': base + piece.start }
  if (piece.bold && piece.italic) {
    return (
      <strong key={key} {...place}>
        <em>{words}</em>
      </strong>
    )
  }
  if (piece.bold) {
    return (
      <strong key={key} {...place}>
        {words}
      </strong>
    )
  }
  if (piece.italic) {
    return (
      <em key={key} {...place}>
        {words}
      </em>
    )
  }
  if (base === undefined) return <Fragment key={key}>{words}</Fragment>
  return (
    <span key={key} {...place}>
      {words}
    </span>
  )
}

/** A passage as its paragraphs, set for reading, with pencil marks: what stands beside an answer or a proposed item. */
export function MarkedPassage({
  text,
  marks = [],
  emphasis = true,
  className = '',
}: {
  text: string
  marks?: readonly Span[]
  emphasis?: boolean
  className?: string
}) {
  return (
    <div className={`prose-read flex flex-col gap-[0.7em] ${className}`}>
      {paragraphsOf(text).map(({ start, end }) => (
        <p key={start}>
          <Marked
            text={text.slice(start, end)}
            marks={within(marks, start, end)}
            emphasis={emphasis}
          />
        </p>
      ))}
    </div>
  )
}

/** The spans that lie in start … end, as offsets into that stretch. */
export function within(marks: readonly Span[], start: number, end: number): Span[] {
  return marks.flatMap((mark) =>
    mark.end > start && mark.start < end
      ? [{ start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start }]
      : [],
  )
}

/** A blank line ends a paragraph, and so does a line that begins a list's next element. */
function paragraphsOf(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const gap of text.matchAll(
    /\r?\n[ \t]*(?:\r?\n[ \t]*)+|\r?\n(?=[ \t]*(?:\d{1,3}[.)]|[-*•])[ \t])/g,
  )) {
    spans.push({ start, end: gap.index })
    start = gap.index + gap[0].length
  }
  spans.push({ start, end: text.length })
  return spans.filter((s) => text.slice(s.start, s.end).trim() !== '')
}
