/** The code with which a class is joined: eight signs that are not taken for each other, read aloud in two groups. */

/** No vowels, so that no code is a word; none of 0 O, 1 I L, 2 Z, 5 S, 8 B. 22 to the 8th are 5 × 10¹⁰ codes. */
const SIGNS = 'CDFGHJKMNPQRTVWXY34679'
const LENGTH = 8

/** How long a code holds unless it is renewed or closed. */
export const CODE_DAYS = 30

/** A new code. `pick` gives a random whole number from 0 to below its argument, each as likely as the others. */
export const makeJoinCode = (pick: (below: number) => number): string =>
  Array.from({ length: LENGTH }, () => SIGNS[pick(SIGNS.length)]).join('')

/** What was typed, as it is stored: in any case, with or without blanks and hyphens. null: this is no code. */
export function readJoinCode(typed: string): string | null {
  if (typed.length > 100) return null
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.·_]/gu, '')
  return signs.length === LENGTH && [...signs].every((sign) => SIGNS.includes(sign)) ? signs : null
}

/** KM3T9QWX → KM3T 9QWX */
export const groupedCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`
