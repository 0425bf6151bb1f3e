/** The wrong answers really given, those that say the same together. */
import { withoutArticles, wordsOf } from '../../answers/words'
import { groupBy } from '../../group-by'

export type GivenAnswer = {
  /** Who gave it: only to count people. */
  readonly person: string
  readonly words: string
}

export type WrongAnswer = {
  /** As most wrote it. */
  readonly words: string
  readonly people: number
  readonly times: number
}

/** As the checker compares answers: without case, accents, punctuation and articles, numbers as numbers. */
export const normalForm = (words: string): string =>
  withoutArticles(wordsOf(words))
    .map((word) => word.text)
    .join(' ')

/** Given by most people first. What says nothing (blanks, dots) is left out. */
export function wrongAnswers(given: readonly GivenAnswer[]): WrongAnswer[] {
  const said = given.flatMap((one) => {
    const form = normalForm(one.words)
    return form === '' ? [] : [{ ...one, words: one.words.trim(), form }]
  })
  return [...groupBy(said, (one) => one.form).values()]
    .map((group) => ({
      words: mostWritten(group.map((one) => one.words)),
      people: new Set(group.map((one) => one.person)).size,
      times: group.length,
    }))
    .sort((a, b) => b.people - a.people || b.times - a.times || (a.words < b.words ? -1 : 1))
}

/** Of spellings as frequent the first in the alphabet, so that the same answers always read the same. */
function mostWritten(spellings: readonly string[]): string {
  const counted = [...groupBy(spellings, (words) => words)]
  counted.sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))
  return counted[0]?.[0] ?? ''
}
