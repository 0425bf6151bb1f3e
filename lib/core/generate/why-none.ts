/**
 * Why nothing is asked of a passage: what became of the candidates that were made of it and not proposed, and whether it
 * was read at all.
 */
import type { Block } from '@/lib/core/passages/passage'
import type { Reason } from './filter'
import type { Unfit } from './fitness/unfit'

export type WhyDropped =
  | Reason
  | 'not sure enough'
  | 'too few of its kind were kept'
  | 'another item says the same'
  | 'enough is asked of it already'
  | 'over the number asked for'

export type WhyNone = WhyDropped | Unfit | 'exercises and sources'

/** How many candidates were dropped for it; of what is no candidate of its own, 1. */
export type Dropped = readonly [why: WhyNone, times: number]

/** `dropped` begins with the reason of the best candidate; empty where there was none. */
export type PassageDropped = {
  /** Offset of the passage in the text. */
  readonly start: number
  readonly dropped: readonly Dropped[]
}

export const isAskable = ({ kind }: Pick<Block, 'kind'>): boolean =>
  kind === 'paragraph' || kind === 'listItem'

/** How far a candidate came before it was dropped; of two that came as far, the surer one was nearer. */
const STAGES = { filter: 0, bar: 1, choice: 2 } as const

export type Drops = {
  readonly add: (
    block: number,
    why: WhyDropped,
    at: keyof typeof STAGES,
    confidence: number,
  ) => void
  readonly of: (block: number) => readonly Dropped[]
}

export function gatherDrops(): Drops {
  const blocks = new Map<number, Map<WhyDropped, { times: number; nearest: number }>>()
  return {
    add: (block, why, at, confidence) => {
      const here = blocks.get(block) ?? new Map()
      blocks.set(block, here)
      const near = 2 * STAGES[at] + confidence
      const { times, nearest } = here.get(why) ?? { times: 0, nearest: near }
      here.set(why, { times: times + 1, nearest: Math.max(near, nearest) })
    },
    of: (block) =>
      [...(blocks.get(block) ?? [])]
        .sort(([, a], [, b]) => b.nearest - a.nearest)
        .map(([why, { times }]) => [why, times] as const),
  }
}
