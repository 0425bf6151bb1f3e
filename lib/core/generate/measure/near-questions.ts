/** Whether two questions ask the same: by their words, since nobody has read them yet. */
import { contentWords } from './content-words'

/** What a question is about, without what it asks with. */
export type Asked = ReadonlySet<string>

/** "In what year", "which journal", "how many": the answer has them, not what is asked about. */
const ASKING = /\b(?:what|which|how)\s+[\p{L}]+/giu

export const asked = (question: string): Asked =>
  new Set(contentWords(question.replace(ASKING, ' ')))

/** Each has a word of its own: "fuel" here and "sugar" there make two questions of one. */
export const eachHasOwn = (a: Asked, b: Asked): boolean => hasOther(a, b) && hasOther(b, a)

/** Whether `a` says something that `b` does not. */
export const hasOther = (a: Asked, b: Asked): boolean => [...a].some((word) => !b.has(word))

/** The least part of the longer question's words that the shorter one must have. */
const NEARLY = 0.8

/** All words of one are in the other, which has few more. */
export function nearlySame(a: Asked, b: Asked): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  return few.size > 0 && !hasOther(few, many) && few.size >= many.size * NEARLY
}
