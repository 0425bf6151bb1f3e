/** Which of the things that lie on spans of a text lie in which of its blocks. */
import type { Span } from '../text/source'
import type { Block } from './passage'

/** By the block's index, indexes into `things` in the order of their spans; blocks that hold none are left out. */
export function heldByBlocks(
  blocks: readonly Pick<Block, 'index' | 'kind' | 'start' | 'end'>[],
  things: readonly (readonly Span[])[],
): Map<number, number[]> {
  const spans = things
    .flatMap((own, thing) => own.map(({ start, end }) => ({ start, end, thing })))
    .sort((a, b) => a.start - b.start || a.thing - b.thing)
  const found = new Map<number, number[]>()
  let from = 0
  for (const block of blocks) {
    if (block.kind === 'boilerplate') continue
    // Blocks rise; a span that ended before this one is done with.
    for (let span = spans[from]; span && span.end <= block.start; span = spans[from]) from++
    const here = new Set<number>()
    for (let i = from; i < spans.length; i++) {
      const span = spans[i]
      if (!span || span.start >= block.end) break
      if (span.end > block.start) here.add(span.thing)
    }
    if (here.size > 0) found.set(block.index, [...here])
  }
  return found
}
