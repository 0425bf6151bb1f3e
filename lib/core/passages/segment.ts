/** Cuts a source text into its passages: sections, blocks, sentences and quotations, each with its offsets. */
import type { SourceText, Span } from '@/lib/core/text/source'
import { readBlocks } from './blocks'
import { countWords } from './count-words'
import type { Block, SegmentedText, Sentence } from './passage'
import { findQuotations } from './quotations'
import { splitSentences } from './sentences'

/** Any text gives passages, in time that grows with its length alone; a text without words has no blocks. */
export function segment(source: SourceText): SegmentedText {
  const { body } = source
  const { sections, blocks } = readBlocks(source)
  const sentences: Sentence[] = []
  for (const block of blocks.filter(isProse)) {
    for (const span of splitSentences(body, { start: block.contentStart, end: block.end })) {
      sentences.push({ ...span, index: sentences.length, block: block.index })
    }
  }
  const prose = blocks.filter(isProse).map((b): Span => ({ start: b.contentStart, end: b.end }))
  const read = blocks.filter((block) => block.kind !== 'boilerplate')
  const words = read.reduce(
    (sum, block) => sum + countWords(body.slice(block.contentStart, block.end)),
    0,
  )
  return { source, sections, blocks, sentences, quotations: findQuotations(body, prose), words }
}

/** Blocks that have sentences. */
const isProse = (block: Block): boolean => block.kind === 'paragraph' || block.kind === 'listItem'
