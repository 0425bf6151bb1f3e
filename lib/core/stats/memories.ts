/** Memories at a glance: how many cards would be recalled now, how stable they are and how difficult. */
import { recallNow } from '../memory/recall'
import type { SchedulingParameters } from '../memory/state'
import type { StudyDay } from '../time/study-day'

/** A card that was answered at least once. */
export type KnownCard = {
  readonly stability: number
  readonly difficulty: number
  readonly lastStudyDay: StudyDay
}

/** Cards with low ≤ value < high; the last bin of a bounded scale holds its end too. */
export type Bin = { readonly low: number; readonly high: number; readonly cards: number }
export type Spread = { readonly bins: readonly Bin[]; readonly median: number | null }

export type Memories = {
  readonly cards: number
  /** Of the cards answered before today: the model says nothing about the day of an answer. */
  readonly retrievability: Spread & {
    readonly cards: number
    /** How many of them would be recalled now: the sum of their probabilities. */
    readonly recalled: number
  }
  /** Days until recall falls to 90 %. */
  readonly stability: Spread
  /** 1 … 10. */
  readonly difficulty: Spread
}

const RECALL_ENDS = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1]
const STABILITY_ENDS = [0, 1, 3, 7, 21, 60, 180, 365, Number.POSITIVE_INFINITY]
const DIFFICULTY_ENDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

export function memoriesOf(
  cards: readonly KnownCard[],
  today: StudyDay,
  parameters: SchedulingParameters,
): Memories {
  const recall = cards.flatMap(
    (card) => recallNow({ phase: 'review', ...card }, today, parameters) ?? [],
  )
  return {
    cards: cards.length,
    retrievability: {
      ...spreadOf(recall, RECALL_ENDS),
      cards: recall.length,
      recalled: recall.reduce((sum, p) => sum + p, 0),
    },
    stability: spreadOf(
      cards.map((card) => card.stability),
      STABILITY_ENDS,
    ),
    difficulty: spreadOf(
      cards.map((card) => card.difficulty),
      DIFFICULTY_ENDS,
    ),
  }
}

/** `ends` rising; every value lies between the first and the last. */
function spreadOf(values: readonly number[], ends: readonly number[]): Spread {
  const counts = ends.slice(1).map(() => 0)
  for (const value of values) {
    const found = ends.findLastIndex((end) => value >= end)
    const index = Math.min(Math.max(found, 0), counts.length - 1)
    counts[index] = (counts[index] ?? 0) + 1
  }
  const bins = counts.map((n, i) => ({ low: ends[i] ?? 0, high: ends[i + 1] ?? 0, cards: n }))
  return { bins, median: medianOf(values) }
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const high = sorted[Math.floor(sorted.length / 2)]
  const low = sorted[Math.ceil(sorted.length / 2) - 1]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
