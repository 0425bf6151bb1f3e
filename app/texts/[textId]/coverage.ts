/** Which passages of a text have items, and what there is where they have none. */
import { isAskable } from '@/lib/core/generate/why-none'
import { groupBy } from '@/lib/core/group-by'
import type { ItemStatus } from '@/lib/core/items/stored'
import { heldByBlocks } from '@/lib/core/passages/held-spans'
import type { Block } from '@/lib/core/passages/passage'
import type { Span } from '@/lib/core/text/source'
import type { TextCover } from '@/lib/usecases/read-cover'
import type { CoverCount } from '../cover-words'
import { type WhySort, whyNoneSort, whyNoneWords } from '../why-none-words'

export type PassageCover = {
  readonly block: Block
  readonly kept: number
  readonly proposed: number
  readonly rejected: number
  /** Why nothing more was proposed, in a sentence. */
  readonly why: string
  readonly sort: WhySort
}

type Read = Pick<TextCover, 'blocks' | 'dropped'> & {
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
    sort: whyNoneSort(dropped.get(block.index)),
  }))
}

export const isCovered = ({ kept, proposed }: PassageCover): boolean => kept + proposed > 0

/** How many passages items were found in, whatever was decided on them, and how many others for which sort of reason. */
export function countCover(cover: readonly PassageCover[]): CoverCount {
  const bare = cover.filter(({ kept, proposed, rejected }) => kept + proposed + rejected === 0)
  const none = [...groupBy(bare, ({ sort }) => sort)]
    .map(([sort, some]) => ({ sort, passages: some.length }))
    .sort((a, b) => b.passages - a.passages)
  return { passages: cover.length, found: cover.length - bare.length, none }
}
