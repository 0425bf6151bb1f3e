/** How the questions of a room are spoken of. */
import { GAP } from '@/lib/core/items/gap'

/** The prompt as it is read: a gap as a line. */
export const questionWords = ({ prompt }: { readonly prompt: string }): string =>
  prompt.split(GAP).join(' ______ ').replace(/ {2,}/g, ' ')

/** A, B, C: by what an option is called in the room. */
export const letterOf = (at: number): string => String.fromCharCode(65 + at)

/** “12 of 17 have answered” */
export const answeredWords = (answered: number, present: number): string =>
  `${answered} of ${present} here ${answered === 1 ? 'has' : 'have'} answered`

export const perCent = (share: number): string => `${Math.round(share * 100)} %`
