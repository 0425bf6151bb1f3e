/** The figures of one text or of several together: counts, so that those of several are the sums of each. */
import type { Half } from '../gold/gold-set'
import { type Agreement, agreement } from './agreement'
import { type Band, calibration } from './calibration'
import { type CoverageCounts, countCoverage, type FactCovered } from './coverage'
import type { Duplicate } from './duplicates'
import type { Leak } from './leaks'
import type { OptionFault, OptionFaults } from './option-faults'
import { type JudgedItem, type Precision, precision } from './precision'

/** In milliseconds: on the clock, and of the processor, which other work beside it disturbs less. */
export type Took = { readonly clock: number; readonly processor: number }

/** What a fresh process took to make the items of a text. */
export type Cost = {
  /** From the start of the process until it could make items. */
  readonly startUp: Took
  /** To make them again, reading included. */
  readonly warm: Took
  /** The most memory held when they had been made once. In megabytes. */
  readonly memory: number
  /** Whether they were, byte for byte, those of another process. */
  readonly sameBytes: boolean
}

/** What was measured on one text. */
export type Measured = {
  readonly text: string
  readonly half: Half
  readonly words: number
  readonly facts: readonly FactCovered[]
  readonly items: readonly JudgedItem[]
  readonly notVerbatim: readonly string[]
  readonly duplicates: readonly Duplicate[]
  readonly leaks: readonly Leak[]
  readonly options: OptionFaults
  readonly cost: Cost
}

export type Figures = {
  readonly texts: number
  readonly words: number
  readonly items: number
  readonly perThousandWords: number
  readonly coverage: CoverageCounts
  readonly notVerbatim: number
  readonly duplicates: number
  readonly leaks: number
  readonly choices: number
  /** Choices with at least one fault that code can see. */
  readonly faultyChoices: number
  readonly optionFaults: Readonly<Partial<Record<OptionFault['why'], number>>>
  readonly precision: Precision
  readonly agreement: readonly Agreement[]
  readonly calibration: readonly Band[]
  readonly cost: {
    /** The longest and the most of any text. */
    readonly startUp: Took
    readonly memory: number
    /** Per 1,000 words of all. */
    readonly warm: Took
    /** Texts whose items came out the same in two processes. */
    readonly sameBytes: number
  }
}

export function figuresOf(all: readonly Measured[]): Figures {
  const sum = (value: (one: Measured) => number) => all.reduce((n, one) => n + value(one), 0)
  const most = (value: (one: Measured) => number) => Math.max(0, ...all.map(value))
  const words = sum((one) => one.words)
  const perThousand = (n: number): number => (words === 0 ? 0 : (n / words) * 1000)
  const judged = all.flatMap((one) => one.items)
  const faults = all.flatMap((one) => one.options.faults)
  return {
    texts: all.length,
    words,
    items: judged.length,
    perThousandWords: perThousand(judged.length),
    coverage: countCoverage(all.flatMap((one) => one.facts)),
    notVerbatim: sum((one) => one.notVerbatim.length),
    duplicates: sum((one) => one.duplicates.length),
    leaks: sum((one) => one.leaks.length),
    choices: sum((one) => one.options.choices),
    faultyChoices: sum((one) => new Set(one.options.faults.map((f) => f.item)).size),
    optionFaults: countBy(faults.map((fault) => fault.why)),
    precision: precision(judged),
    agreement: agreement(judged),
    calibration: calibration(judged),
    cost: {
      startUp: {
        clock: most((one) => one.cost.startUp.clock),
        processor: most((one) => one.cost.startUp.processor),
      },
      memory: most((one) => one.cost.memory),
      warm: {
        clock: perThousand(sum((one) => one.cost.warm.clock)),
        processor: perThousand(sum((one) => one.cost.warm.processor)),
      },
      sameBytes: all.filter((one) => one.cost.sameBytes).length,
    },
  }
}

function countBy<K extends string>(keys: readonly K[]): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {}
  for (const key of [...keys].sort()) counts[key] = (counts[key] ?? 0) + 1
  return counts
}
