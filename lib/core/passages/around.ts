/** A stretch of a text with what stands around it: enough to know of whom and of what it speaks. */
import type { Span } from '@/lib/core/text/source'
import { countWords } from './count-words'
import { textOfPart } from './parts'
import type { Block, SegmentedText } from './passage'

/**
 * The blocks that hold the stretch and, of those before and after it, the nearest, until there are so many words: as a text
 * of its own over the same characters. More of what comes before: names are said in full there.
 */
export function textAround(text: SegmentedText, stretch: Span, mostWords: number): SegmentedText {
  const { blocks, source } = text
  const wordsOf = ({ kind, contentStart, end }: Block): number =>
    kind === 'boilerplate' ? 0 : countWords(source.body.slice(contentStart, end))
  const held = blocks.filter(({ start, end }) => start < stretch.end && end > stretch.start)
  let words = held.reduce((sum, block) => sum + wordsOf(block), 0)
  const first = blocks.findIndex(({ end }) => end > stretch.start)
  const last = blocks.findLastIndex(({ start }) => start < stretch.end)
  let [from, to] = [first < 0 ? blocks.length : first, last + 1]
  for (const side of turns()) {
    const at = side === 'before' ? from - 1 : to
    const other = side === 'before' ? to : from - 1
    const block = blocks[at] ?? blocks[other]
    if (!block) break
    words += wordsOf(block)
    if (words > mostWords) break
    if (block === blocks[from - 1]) from -= 1
    else to += 1
  }
  const around = blocks.slice(from, to)
  const total = around.reduce((sum, block) => sum + wordsOf(block), 0)
  return textOfPart(text, { chapter: null, blocks: around, words: total })
}

function* turns(): Generator<'before' | 'after'> {
  for (;;) yield* ['before', 'before', 'after'] as const
}
