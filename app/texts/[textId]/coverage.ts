/** Which passages of a text have items, and what there is where they have none. */
import { isAskable } from '@/lib/core/generate/why-none'
import type { ItemStatus } from '@/lib/core/items/stored'
import { heldByBlocks } from '@/lib/core/passages/held-spans'
import type { Block } from '@/lib/core/passages/passage'
import type { Span } from '@/lib/core/text/source'
import type { TextPage } from '@/lib/usecases/read-text'
import { whyNoneWords } from '../why-none-words'

export type PassageCover = {
  readonly block: Block
  readonly kept: number
  readonly proposed: number
  readonly rejected: number
  /** Why nothing more was proposed, in a sentence. */
  readonly why: string
}

type Read = Pick<TextPage, 'blocks' | 'dropped'> & {
  readonly items: readonly { readonly status: ItemStatus; readonly evidence: readonly Span[] }[]
}

/** The passages that items can be on, in the text's order. Retired items have no place in it. */
export function coverageOf({ blocks, items, dropped }: Read): PassageCover[] {
  const held = (status: ItemStatus) =>
    heldByBlocks(
      blocks,
      items.filter((item) => item.status === status).map((item) => item.evidence),
    )
  const [kept, proposed, rejected] = [held('kept'), held('proposed'), held('rejected')]
  const numbers = (of: Map<number, readonly number[]>, block: Block) =>
    of.get(block.index)?.length ?? 0
  return blocks.filter(isAskable).map((block) => ({
    block,
    kept: numbers(kept, block),
    proposed: numbers(proposed, block),
    rejected: numbers(rejected, block),
    why: whyNoneWords(dropped.get(block.index)),
  }))
}

export const isCovered = ({ kept, proposed }: PassageCover): boolean => kept + proposed > 0
