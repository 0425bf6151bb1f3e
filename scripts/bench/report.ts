/** What a benchmark says: rows of figures, each beside what it is held against. */

export interface Row {
  readonly case: string
  readonly value: number
  readonly unit: string
  /** What the value is held against, in the same unit and from the same run; null for a figure that only explains others. */
  readonly limit: number | null
  /** value / limit */
  readonly ratio: number | null
}

/** The ratio that was promised. */
export type Promised = { readonly atLeast: number } | { readonly atMost: number }

export interface Figure {
  readonly row: Row
  readonly promised: Promised | null
}

/** A figure that only explains others. */
export const plain = (name: string, value: number, unit: string): Figure => ({
  row: { case: name, value, unit, limit: null, ratio: null },
  promised: null,
})

export const held = (
  name: string,
  value: number,
  unit: string,
  limit: number,
  promised: Promised,
): Figure => ({ row: { case: name, value, unit, limit, ratio: value / limit }, promised })

export function asJson(name: string, figures: readonly Figure[]): string {
  return `${JSON.stringify({ name, rows: figures.map(({ row }) => row) })}\n`
}

const HEAD = ['case', 'value', 'unit', 'against', 'ratio', 'promised', '']

export function asTable(figures: readonly Figure[]): string {
  const table = [HEAD, ...figures.map(cells)]
  const widths = HEAD.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        NUMBERS.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return `${table.map(line).join('\n')}\n`
}

/** The columns that stand to the right. */
const NUMBERS = new Set([1, 3, 4])

function cells({ row, promised }: Figure): string[] {
  return [
    row.case,
    shown(row.value),
    row.unit,
    row.limit === null ? '' : shown(row.limit),
    row.ratio === null ? '' : row.ratio.toFixed(2),
    promised === null ? '' : promiseWords(promised),
    promised === null || row.ratio === null ? '' : isKept(row.ratio, promised) ? 'kept' : 'missed',
  ]
}

const promiseWords = (promised: Promised) =>
  'atLeast' in promised ? `≥ ${promised.atLeast}` : `≤ ${promised.atMost}`

const isKept = (ratio: number, promised: Promised): boolean =>
  'atLeast' in promised ? ratio >= promised.atLeast : ratio <= promised.atMost

/** Three digits are enough for a figure that differs by some per cent from run to run. */
function shown(value: number): string {
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  return value.toLocaleString('en-US', { maximumFractionDigits: digits })
}
