/** How good the questions are that were made for somebody, by what made them; and what is not made for them any more. */
import 'server-only'
import { decidedOf, isSwitchedOff, switchedOff } from '@/lib/core/generate/learned-off'
import type { LearnerId } from '@/lib/core/ids'
import { type Range, wilson } from '@/lib/core/stats/share'
import { store } from '@/lib/store/client'
import { type OwnTally, talliesOf } from '@/lib/store/construction-tally'
import type { Visit } from './visit'

export type ConstructionView = OwnTally & {
  readonly decided: number
  /** Of those decided the share that was kept, 0 … 1, with the range of what it may be in the long run. */
  readonly share: number | null
  readonly range: Range
  readonly off: boolean
}

/** Those with the most decisions first. */
export async function readConstructions(visit: Visit): Promise<ConstructionView[]> {
  const tallies = await talliesOf(store(), visit.learner.id)
  return tallies.map((tally) => {
    const decided = decidedOf(tally)
    return {
      ...tally,
      decided,
      share: decided === 0 ? null : tally.kept / decided,
      range: wilson({ of: decided, recalled: tally.kept }),
      off: isSwitchedOff(tally),
    }
  })
}

/** The constructions that make nothing more for them. */
export const offFor = async (learnerId: LearnerId): Promise<ReadonlySet<string>> =>
  switchedOff(await talliesOf(store(), learnerId))
