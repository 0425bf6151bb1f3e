/** What the page of proposals hands to the island that goes through them. */

import type { ItemContent } from '@/lib/core/items/item'
import type { Block } from '@/lib/core/passages/passage'

export type PassageBlock = {
  readonly kind: Block['kind']
  readonly marker: string
  /** Offset of `text` in the whole text. */
  readonly start: number
  readonly text: string
}

export type Proposal = {
  readonly id: string
  readonly content: ItemContent
  /** Proposals of one section can be kept together. */
  readonly sectionKey: number
  /** Indexes into the blocks that are handed over beside. */
  readonly passage: readonly number[]
}

export type ProposalsProps = {
  readonly textId: string
  readonly format: 'plain' | 'markdown'
  readonly proposals: readonly Proposal[]
  readonly blocks: readonly PassageBlock[]
  /** Proposals of this text that were decided before this page was opened. */
  readonly decidedBefore: number
}
