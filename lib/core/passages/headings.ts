/** Tells a heading of plain text from a short paragraph, by how it is set and what stands around it. */

/** 'strong' by its letters alone; 'weak' only where prose follows. */
export type HeadingSign = 'strong' | 'weak' | null

const LABEL =
  /^(?:(?:chapter|part|section|book|lecture|unit|lesson|appendix|act|canto)\s+(?:\d{1,3}|[ivxlc]{1,8}|\p{L}+)\b|\d{1,3}(?:\.\d{1,3})*[.):]?\s|[IVXLC]{1,8}(?:[.):–—-]|\s|$))[.:]?\s*[–—-]?\s*/iu
const MAX_CHARS = 120
const MAX_WORDS = 16
const MAX_WEAK_WORDS = 9

export function headingSign(words: string): HeadingSign {
  if (words.length > MAX_CHARS) return null
  const tokens = words.split(/\s+/)
  if (tokens.length > MAX_WORDS) return null
  const bare = withoutLabel(words)
  if (bare === '' && /\p{Lu}|\d/u.test(words)) return 'strong'
  const letters = bare.replace(/[^\p{L}]/gu, '')
  if (letters === '') return null
  const capitals = letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  if (endsLikeProse(words, capitals)) return null
  if (!/^["“‘'(]*[\p{Lu}\p{Lo}\p{N}]/u.test(words)) return null
  if (capitals && letters.length > 2) return 'strong'
  if (isTitleCase(bare)) return 'strong'
  return tokens.length <= MAX_WEAK_WORDS ? 'weak' : null
}

/** Without 'Chapter 3', '2.1' or 'IV.' before the words. */
export const withoutLabel = (words: string): string => words.replace(LABEL, '').trim()

/** A stop, a comma or a colon; three points are allowed, and any stop after words in capitals. */
function endsLikeProse(words: string, capitals: boolean): boolean {
  const bare = words.replace(/["”’')\]*_]+$/u, '')
  if (/(?:\.{3}|…)$/.test(bare)) return false
  if (/[;,:–—-]$/.test(bare)) return true
  return bare.endsWith('.') && !capitals
}

/** Most words of four letters and more have a capital. */
function isTitleCase(words: string): boolean {
  const long = words.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? []
  if (long.length === 0) return false
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length
  return capitals / long.length >= 0.6
}

/** By its number (2.1 is deeper than 2) and its capitals. The title is level 1, so headings begin at 2. */
export function plainLevel(words: string, capitalsSeen: boolean): number {
  const dotted = /^\d{1,3}((?:\.\d{1,3})+)/.exec(words)?.[1]
  if (dotted) return Math.min(6, 2 + dotted.split('.').length - 1)
  return isCapitals(words) || !capitalsSeen ? 2 : 3
}

export function isCapitals(words: string): boolean {
  const letters = words.replace(/[^\p{L}]/gu, '')
  return letters.length > 2 && letters === letters.toUpperCase() && /\p{Lu}/u.test(letters)
}
