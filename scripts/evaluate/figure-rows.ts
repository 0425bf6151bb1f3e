/** The figures as rows of words, for a terminal and for QUALITY.md alike. */
import type { Figures, Took } from '@/lib/core/generate/measure/figures'
import { type Precision, rangeOf } from '@/lib/core/generate/measure/precision'

export type Column = { readonly head: string; readonly of: (figures: Figures) => string }

export const percent = (part: number, of: number): string =>
  of === 0 ? '–' : `${Math.round((part / of) * 100)} %`

/** "57 % (20 of 35)" */
export const share = ({ covered, of }: { covered: number; of: number }): string =>
  of === 0 ? '–' : `${percent(covered, of)} (${covered} of ${of})`

const thousands = (n: number): string =>
  Math.round(n)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',')

/** "92 % of 120 (86–96)": the share, of how many judged, and where that of all would lie. */
export function goodShare(good: number, judged: number, effective: number = judged): string {
  const range = judged === 0 ? null : rangeOf((good / judged) * effective, effective)
  if (range === null) return 'not judged'
  const [low, high] = [range.low, range.high].map((end) => Math.round(end * 100))
  return `${percent(good, judged)} of ${judged} (${low}–${high})`
}

/** The same where what is judged speaks for all. */
export function goodOf({ estimate, judged }: Precision): string {
  if (estimate === null) return 'not judged'
  return goodShare(estimate.shares.good * judged, judged, estimate.effective)
}

/** "180 (231)": of the processor, and on the clock. */
export const took = ({ processor, clock }: Took): string =>
  `${processor.toFixed(0)} (${clock.toFixed(0)})`

export const COLUMNS: readonly Column[] = [
  { head: 'words', of: (f) => thousands(f.words) },
  { head: 'items', of: (f) => `${f.items}` },
  { head: 'per 1,000', of: (f) => f.perThousandWords.toFixed(1) },
  { head: 'good, judged', of: (f) => goodOf(f.precision) },
  { head: 'facts', of: (f) => share(f.coverage.all) },
  { head: 'of importance 3', of: (f) => share(f.coverage.byImportance[3]) },
  { head: '2', of: (f) => share(f.coverage.byImportance[2]) },
  { head: '1', of: (f) => share(f.coverage.byImportance[1]) },
]

export const FAULT_COLUMNS: readonly Column[] = [
  { head: 'not verbatim', of: (f) => `${f.notVerbatim}` },
  { head: 'duplicates', of: (f) => `${f.duplicates} (${percent(f.duplicates, f.items)})` },
  { head: 'leaks', of: (f) => `${f.leaks} (${percent(f.leaks, f.items)})` },
  {
    head: 'faulty choices',
    of: (f) => `${f.faultyChoices} of ${f.choices} (${percent(f.faultyChoices, f.choices)})`,
  },
  { head: 'same bytes', of: (f) => `${f.cost.sameBytes} of ${f.texts}` },
  { head: 'ms per 1,000 (clock)', of: ({ cost }) => took(cost.warm) },
  { head: 'start-up ms (clock)', of: ({ cost }) => took(cost.startUp) },
  { head: 'MB', of: (f) => f.cost.memory.toFixed(0) },
]

export type Named = { readonly name: string; readonly figures: Figures }

/** A head and a row of cells for each. */
export const rowsOf = (columns: readonly Column[], named: readonly Named[]): string[][] => [
  ['text', ...columns.map((column) => column.head)],
  ...named.map(({ name, figures }) => [name, ...columns.map((column) => column.of(figures))]),
]
