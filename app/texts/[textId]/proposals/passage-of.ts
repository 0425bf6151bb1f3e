/** The passage that a proposed item comes from: the blocks that hold its evidence, with a neighbour where they are short. */
import type { Block } from '@/lib/core/passages/passage'
import type { Span } from '@/lib/core/text/source'

/** Shorter than this, in characters, a passage says too little by itself. */
const SHORT = 220
const MOST_BLOCKS = 14

type Read = Pick<Block, 'index' | 'kind' | 'start' | 'end' | 'section'>

/** Positions in `blocks`, rising. */
export function passageOf(evidence: readonly Span[], blocks: readonly Read[]): number[] {
  const held = blocks.flatMap((block, at) =>
    block.kind !== 'boilerplate' && evidence.some((e) => e.start < block.end && e.end > block.start)
      ? [at]
      : [],
  )
  const shown = new Set(held.slice(0, MOST_BLOCKS))
  const first = held[0]
  const last = held.at(-1)
  if (first === undefined || last === undefined) return []
  const length = held.reduce((sum, at) => sum + lengthOf(blocks[at]), 0)
  if (length < SHORT) {
    if (isNeighbour(blocks[first - 1], blocks[first])) shown.add(first - 1)
    if (isNeighbour(blocks[last + 1], blocks[last])) shown.add(last + 1)
  }
  return [...shown].sort((a, b) => a - b)
}

const lengthOf = (block: Read | undefined): number => (block ? block.end - block.start : 0)

const isNeighbour = (block: Read | undefined, of: Read | undefined): boolean =>
  block !== undefined &&
  block.section === of?.section &&
  (block.kind === 'paragraph' || block.kind === 'listItem')
