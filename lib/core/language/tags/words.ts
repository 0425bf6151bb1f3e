/** What a net and a dictionary are told of a word: its norm, its endings and beginnings, its shape. */
import type { Affix } from '../net/container'

const NUMERAL = /^[\d.,:/-]*\d[\d.,:/-]*$/

/** Lower case, straight quotes, and 0 for every digit of a numeral. */
export function normOf(form: string): string {
  const lower = form.toLowerCase().replace(/[’‘]/g, "'").replace(/[“”]/g, '"')
  return NUMERAL.test(lower) ? lower.replace(/\d/g, '0') : lower
}

export const affixOf = (norm: string, { side, letters }: Affix): string =>
  side === 'suffix' ? norm.slice(-letters) : norm.slice(0, letters)

/** Rows of the table of shapes: two for each kind, of which the second is for a sentence's first word. 0 is the root's. */
export const SHAPES = 12

/** The kind of a form, 1 to 5: with a digit, without a letter, all in capitals, begun with a capital, any other. */
export function kindOf(form: string): number {
  if (/[0-9]/.test(form)) return 1
  if (!/\p{L}/u.test(form)) return 2
  if (form.length > 1 && form === form.toUpperCase() && form !== form.toLowerCase()) return 3
  const first = form.charAt(0)
  return first !== first.toLowerCase() ? 4 : 5
}
