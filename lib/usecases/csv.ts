/** Tables as files that spreadsheets open. */
import 'server-only'
import Papa from 'papaparse'

export type Cell = string | number | boolean | null

/** Tells a spreadsheet that what follows is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff'

/** Rows as CSV (RFC 4180), the first of them the heads, as a whole file. */
export const csv = (rows: readonly (readonly Cell[])[]): string => BYTE_ORDER_MARK + csvLines(rows)

/**
 * Lines of such a file. What a spreadsheet would take for a formula is kept from being one: names and answers are written
 * by others.
 */
export const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  `${Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: true, newline: '\r\n' },
  )}\r\n`

/** A name as a file can have it. */
export const fileName = (name: string, what: string): string => {
  const plain = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${[plain.slice(0, 60), what].filter(Boolean).join('-')}.csv`.toLowerCase()
}
