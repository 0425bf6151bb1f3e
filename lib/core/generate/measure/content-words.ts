/** The words that carry what a question or an answer says, so that two wordings can be compared. */
import { isFunctionWord } from '@/lib/core/language/words'

/** What a question asks with: it tells nothing of what is asked about. */
const ASKING = new Set('name list say give complete'.split(' '))

/** Folded and without endings; figures keep their points. Each word once, in the order of the text. */
export function contentWords(text: string): readonly string[] {
  const words = fold(text).match(/\d+(?:[.,]\d+)*|[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu) ?? []
  const carrying = words.filter((word) => !isFunctionWord(word) && !ASKING.has(word))
  return [...new Set(carrying.map(stem))]
}

/** Without case, accents and marks; every apostrophe the same. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Endings of number, tense and possession away: rough, and the same on both sides. */
function stem(word: string): string {
  const bare = word.replace(/'s?$/, '')
  if (/\d/.test(bare)) return bare.replaceAll(',', '')
  if (bare.length < 4) return bare
  const short = bare
    .replace(/ies$/, 'y')
    .replace(/(?<=s|x|z|ch|sh)es$/, '')
    .replace(/(?<=[^s])s$/, '')
    .replace(/(?<=\p{L}{3})(?:ing|ed)$/u, '')
    .replace(/(\p{L})\1$/u, '$1')
  return short.length > 3 ? short.replace(/e$/, '') : short
}

export const isSubset = (few: readonly string[], many: ReadonlySet<string>): boolean =>
  few.every((word) => many.has(word))
