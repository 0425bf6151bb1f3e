/** From which length on a text is a book: gone through in the background, in parts, its items gathered by chapter. */
import { environment } from '@/lib/environment'

/** Words. Reading so many takes some three seconds: as long as somebody waits for an answer. */
const LONGEST_AT_ONCE = 15_000
/** Words of a part at most: what is held of it in memory stays within some 100 MB. */
const LONGEST_PART = 30_000

export const isBook = (words: number): boolean =>
  words > (environment().test.bookWords ?? LONGEST_AT_ONCE)

export const longestPart = (): number => environment().test.bookWords ?? LONGEST_PART
