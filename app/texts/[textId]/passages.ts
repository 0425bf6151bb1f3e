/** Which items belong to which blocks of a text, and how well each block is remembered. */
import type { Block } from '@/lib/core/passages/passage'
import type { Span } from '@/lib/core/text/source'

type Placed = { readonly evidence: readonly Span[]; readonly recall: number | null }

export type BlockItems = {
  /** Indexes into the items, in the order of their evidence. */
  readonly items: readonly number[]
  /** Mean chance of recalling them now; items never seen count 0. Null when none was seen. */
  readonly recall: number | null
}

/** By the block's index; blocks without an item are left out. */
export function itemsOfBlocks(
  blocks: readonly Pick<Block, 'index' | 'kind' | 'start' | 'end'>[],
  items: readonly Placed[],
): Map<number, BlockItems> {
  const spans = items
    .flatMap(({ evidence }, item) => evidence.map(({ start, end }) => ({ start, end, item })))
    .sort((a, b) => a.start - b.start || a.item - b.item)
  const found = new Map<number, BlockItems>()
  let from = 0
  for (const block of blocks) {
    if (block.kind === 'boilerplate') continue
    // Blocks rise; evidence that ended before this one is done with.
    for (let span = spans[from]; span && span.end <= block.start; span = spans[from]) from++
    const here = new Set<number>()
    for (let i = from; i < spans.length; i++) {
      const span = spans[i]
      if (!span || span.start >= block.end) break
      if (span.end > block.start) here.add(span.item)
    }
    if (here.size > 0) {
      const indexes = [...here]
      found.set(block.index, { items: indexes, recall: meanRecall(indexes, items) })
    }
  }
  return found
}

function meanRecall(indexes: readonly number[], items: readonly Placed[]): number | null {
  const recalls = indexes.map((index) => items[index]?.recall ?? null)
  if (recalls.every((recall) => recall === null)) return null
  return recalls.reduce<number>((sum, recall) => sum + (recall ?? 0), 0) / recalls.length
}
