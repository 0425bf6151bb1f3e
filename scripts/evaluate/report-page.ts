/** The report for a reader at a terminal. */
import type { Figures } from '@/lib/core/generate/measure/figures'
import { COLUMNS, FAULT_COLUMNS, goodShare, type Named, percent, rowsOf } from './figure-rows'

export function asPage(texts: readonly Named[], total: Figures): string {
  const named = [...texts, { name: 'all', figures: total }]
  return [
    table(rowsOf(COLUMNS, named)),
    table(rowsOf(FAULT_COLUMNS, named)),
    table(typeRows(total)),
    table(constructionRows(total)),
    ...(Object.keys(total.optionFaults).length > 0 ? [table(optionRows(total))] : []),
    ...(total.precision.judged > 0
      ? [table(verdictRows(total)), table(readerRows(total)), table(bandRows(total))]
      : []),
  ].join('\n')
}

export const typeRows = ({ coverage }: Figures): string[][] => [
  ['facts by type', 'covered', 'of', ''],
  ...Object.entries(coverage.byType).map(([type, { covered, of }]) => [
    type,
    `${covered}`,
    `${of}`,
    percent(covered, of),
  ]),
]

export const constructionRows = ({ precision }: Figures): string[][] => [
  ['construction', 'items', 'good, judged'],
  ...precision.constructions.map((one) => [
    one.construction,
    `${one.items}`,
    goodShare(one.good, one.judged),
  ]),
]

export const optionRows = ({ optionFaults }: Figures): string[][] => [
  ['option faults', 'times'],
  ...Object.entries(optionFaults).map(([why, times]) => [why, `${times}`]),
]

export const verdictRows = ({ precision }: Figures): string[][] => [
  ['verdict', 'of the items'],
  ...Object.entries(precision.estimate?.shares ?? {}).map(([verdict, part]) => [
    verdict,
    percent(part, 1),
  ]),
]

/** Who judged how many, and how far two of them agree. */
export const readerRows = ({ precision, agreement }: Figures): string[][] => [
  ['readers', 'judged', 'good', 'kappa'],
  ...precision.readers.map((one) => [
    one.reader,
    `${one.judged}`,
    percent(one.good, one.judged),
    '',
  ]),
  ...agreement.map(({ readers, both, same, kappa }) => [
    `${readers.join(' and ')} agree on good or not`,
    `${both}`,
    percent(same, both),
    kappa === null ? '–' : kappa.toFixed(2),
  ]),
]

export const bandRows = ({ calibration }: Figures): string[][] => [
  ['confidence', 'judged', 'said', 'good'],
  ...calibration.map(({ from, to, judged, good, said }) => [
    `${from.toFixed(1)}–${to.toFixed(1)}`,
    `${judged}`,
    `${Math.round(said * 100)} %`,
    percent(good, judged),
  ]),
]

/** Columns in line; the first to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(...rows.map((row) => (row[i] ?? '').length)),
  )
  const lines = rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}
