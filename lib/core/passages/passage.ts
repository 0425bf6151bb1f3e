/**
 * Passages are the stretches of a text that everything else leads back to: sections, blocks and sentences,
 * each with its offsets into the source text. They never overlap with others of their kind.
 */
import type { SourceText, Span } from '@/lib/core/text/source'

export type Section = Span & {
  readonly index: number
  /** The heading's words, or '' for what stands before the first heading. */
  readonly title: string
  readonly level: number
}

/** front matter, transcription header and footer, page numbers: shown nowhere, asked never. */
export type BlockKind = 'title' | 'heading' | 'paragraph' | 'listItem' | 'boilerplate'

export type Block = Span & {
  readonly index: number
  readonly kind: BlockKind
  /** Index of the section the block stands in. */
  readonly section: number
  /** For list items: the number or bullet as printed ('3.', '-'), and where the words after it begin. */
  readonly marker?: string
  readonly contentStart: number
}

export type Sentence = Span & { readonly index: number; readonly block: number }

/** A stretch in quotation marks, marks included. A quotation over several paragraphs is one span. */
export type Quotation = Span & { readonly depth: number; readonly parent: number | null }

/** A text cut into its passages: what the generator reads and the text page sets. */
export type SegmentedText = {
  readonly source: SourceText
  readonly sections: readonly Section[]
  readonly blocks: readonly Block[]
  readonly sentences: readonly Sentence[]
  readonly quotations: readonly Quotation[]
  /** Words in what is read (titles, headings, paragraphs, list items), not in boilerplate. */
  readonly words: number
}
