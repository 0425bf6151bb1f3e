/** A long text is worked on in parts, each held in memory by itself: its chapters, and long ones cut where they break. */
import type { Span } from '@/lib/core/text/source'
import { type Chapter, chaptersOf } from './chapters'
import { countWords } from './count-words'
import type { Block, Quotation, SegmentedText, Sentence } from './passage'

export type Part = {
  /** The chapter that it is, or is of, by its title; null in a text without chapters. */
  readonly chapter: string | null
  /** Its blocks; of one that is too long by itself, a stretch of whole sentences each. */
  readonly blocks: readonly Block[]
  readonly words: number
}

type Piece = { readonly block: Block; readonly words: number }

/** Cuts a text into parts of at most about `most` words, in its order: no part reaches over the end of a chapter. */
export function partsOf(text: SegmentedText, most: number): readonly Part[] {
  const pieces = piecesOf(text, most)
  const chapters: readonly Chapter[] = chaptersOf(text.sections)
  const all =
    chapters.length > 0 ? chapters : [{ title: null, start: 0, end: text.source.body.length }]
  let next = 0
  const parts = all.flatMap(({ title, end }, i) => {
    const first = next
    const isLast = i === all.length - 1
    while (next < pieces.length && ((pieces[next]?.block.start ?? end) < end || isLast)) next++
    return cut(pieces.slice(first, next), most).map((some) => partFrom(title, some))
  })
  return withoutBare(parts)
}

/** A title by itself, or a heading without a word beneath it, goes with what follows. */
function withoutBare(parts: readonly Part[]): readonly Part[] {
  const full: Part[] = []
  let bare: Part | null = null
  for (const part of parts) {
    const joined: Part = bare ? joinedTo(bare, part, part.chapter) : part
    bare = hasProse(joined) ? null : joined
    if (!bare) full.push(joined)
  }
  const last = full.pop()
  if (!last) return bare ? [bare] : []
  return [...full, bare ? joinedTo(last, bare, last.chapter) : last]
}

const hasProse = ({ blocks }: Part): boolean =>
  blocks.some(({ kind }) => kind === 'paragraph' || kind === 'listItem')

const joinedTo = (a: Part, b: Part, chapter: string | null): Part => ({
  chapter,
  blocks: [...a.blocks, ...b.blocks],
  words: a.words + b.words,
})

const partFrom = (chapter: string | null, pieces: readonly Piece[]): Part => ({
  chapter,
  blocks: pieces.map(({ block }) => block),
  words: pieces.reduce((sum, { words }) => sum + words, 0),
})

/** Cuts before the last heading of the latter half, else before the block that is too much. */
function cut(pieces: readonly Piece[], most: number): Piece[][] {
  const parts: Piece[][] = []
  let open: Piece[] = []
  let words = 0
  for (const piece of pieces) {
    if (words + piece.words > most && words > 0) {
      const head = open.findLastIndex(({ block }) => block.kind === 'heading')
      const at = head > open.length / 2 ? head : open.length
      parts.push(open.slice(0, at))
      open = open.slice(at)
      words = open.reduce((sum, one) => sum + one.words, 0)
    }
    open.push(piece)
    words += piece.words
  }
  return [...parts, open].filter((part) => part.some((piece) => piece.words > 0))
}

function piecesOf({ source, blocks, sentences }: SegmentedText, most: number): Piece[] {
  const bySentences = new Map<number, Sentence[]>()
  for (const sentence of sentences) {
    const of = bySentences.get(sentence.block)
    if (of) of.push(sentence)
    else bySentences.set(sentence.block, [sentence])
  }
  return blocks.flatMap((block): Piece[] => {
    const words =
      block.kind === 'boilerplate'
        ? 0
        : countWords(source.body.slice(block.contentStart, block.end))
    if (words <= most) return [{ block, words }]
    return cutBlock(source.body, block, bySentences.get(block.index) ?? [], most)
  })
}

function cutBlock(
  body: string,
  block: Block,
  sentences: readonly Sentence[],
  most: number,
): Piece[] {
  const pieces: { start: number; end: number; words: number }[] = []
  for (const { start, end } of sentences) {
    const words = countWords(body.slice(start, end))
    const last = pieces.at(-1)
    if (last && last.words + words <= most) {
      last.end = end
      last.words += words
    } else pieces.push({ start, end, words })
  }
  return pieces.map(({ start, end, words }, i) => ({
    block: i === 0 ? { ...block, end } : { ...block, start, contentStart: start, end },
    words,
  }))
}

/** A part as a text of its own, over the same characters: every place in it is one in the whole. */
export function textOfPart(text: SegmentedText, part: Part): SegmentedText {
  const blocks = part.blocks.map((block, index): Block => ({ ...block, index }))
  const sentences: Sentence[] = []
  let at = firstFrom(text.sentences, blocks[0]?.start ?? 0)
  for (const block of blocks) {
    for (; ; at++) {
      const sentence = text.sentences[at]
      if (!sentence || sentence.start >= block.end) break
      if (sentence.start >= block.contentStart)
        sentences.push({ ...sentence, index: sentences.length, block: block.index })
    }
  }
  const span = { start: blocks[0]?.start ?? 0, end: blocks.at(-1)?.end ?? 0 }
  const quotations = quotationsIn(text.quotations, span)
  return { ...text, blocks, sentences, quotations, words: part.words }
}

function firstFrom(spans: readonly Span[], start: number): number {
  const found = spans.findIndex((span) => span.start >= start)
  return found < 0 ? spans.length : found
}

/** Those that lie within; one whose parent does not stands by itself. */
function quotationsIn(all: readonly Quotation[], { start, end }: Span): Quotation[] {
  const places = new Map<number, number>()
  const within: Quotation[] = []
  all.forEach((quotation, i) => {
    if (quotation.start < start || quotation.end > end) return
    const parent = quotation.parent === null ? null : (places.get(quotation.parent) ?? null)
    const depth = parent === null ? 0 : (within[parent]?.depth ?? 0) + 1
    places.set(i, within.length)
    within.push({ ...quotation, parent, depth })
  })
  return within
}
