/** A piece is a stretch of lines cut out of a text before it is known what part it plays. */
import type { Span } from '@/lib/core/text/source'

export type Piece = Span & {
  readonly role: 'title' | 'record' | 'heading' | 'text' | 'item' | 'aside'
  /** Where the words begin, after a list marker or the marks of a heading. */
  readonly contentStart: number
  readonly marker?: string
  /** Of a heading whose marks say it: 1 … 6. */
  readonly level?: number
  /** Lines it was printed on. */
  readonly lines: number
}
