/** Which items belong to which blocks of a text, and how well each block is remembered. */
import { heldByBlocks } from '@/lib/core/passages/held-spans'
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
  const held = heldByBlocks(
    blocks,
    items.map((item) => item.evidence),
  )
  return new Map(
    [...held].map(([block, indexes]) => [
      block,
      { items: indexes, recall: meanRecall(indexes, items) },
    ]),
  )
}

function meanRecall(indexes: readonly number[], items: readonly Placed[]): number | null {
  const recalls = indexes.map((index) => items[index]?.recall ?? null)
  if (recalls.every((recall) => recall === null)) return null
  return recalls.reduce<number>((sum, recall) => sum + (recall ?? 0), 0) / recalls.length
}
