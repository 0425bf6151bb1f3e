/**
 * A contrast asks two items that are mistaken for each other one after the other, with both answers as the options. It is
 * practice: it makes no review and changes no schedule. A question that was missed comes once more.
 */
import { draw } from '../memory/draw'
import { optionOrder } from './choose-form'
import type { Question, Rival } from './question'

type Round = {
  readonly question: string
  readonly answer: string
  readonly options: readonly string[]
}

export type Contrast = {
  /** Those that have not been got right yet, the current one first. */
  readonly rounds: readonly Round[]
  /** What was picked for the current one; null before. */
  readonly picked: string | null
  /** How many questions there are, and how many of them were right at first. */
  readonly questions: number
  readonly rightAtFirst: number
  readonly missed: readonly string[]
}

/** @param seed another one for each time, so that neither the order nor a place tells the answer */
export function startContrast(
  { content, rival }: Pick<Question, 'content'> & { readonly rival: Rival },
  seed: string,
): Contrast {
  const both = [content.answer, rival.answer]
  const round = (question: string, answer: string): Round => ({
    question,
    answer,
    options: optionOrder(both, `${seed}:${answer}`),
  })
  const own = round(content.question, content.answer)
  const rounds = rival.item ? [own, round(rival.item.question, rival.answer)] : [own]
  return {
    rounds: draw(`${seed}:order`) < 0.5 ? rounds : rounds.toReversed(),
    picked: null,
    questions: rounds.length,
    rightAtFirst: 0,
    missed: [],
  }
}

/** The second choice for one question counts for nothing. */
export function pick(contrast: Contrast, option: string): Contrast {
  const [current] = contrast.rounds
  if (!current || contrast.picked !== null || !current.options.includes(option)) return contrast
  const isFirst = !contrast.missed.includes(current.question)
  if (option !== current.answer) {
    const missed = isFirst ? [...contrast.missed, current.question] : contrast.missed
    return { ...contrast, picked: option, missed }
  }
  return { ...contrast, picked: option, rightAtFirst: contrast.rightAtFirst + (isFirst ? 1 : 0) }
}

export function goOn(contrast: Contrast): Contrast {
  const [current, ...rest] = contrast.rounds
  if (!current || contrast.picked === null) return contrast
  const rounds = contrast.picked === current.answer ? rest : [...rest, turned(current)]
  return { ...contrast, rounds, picked: null }
}

/** Asked again, the options have changed places. */
function turned(round: Round): Round {
  return { ...round, options: round.options.toReversed() }
}
