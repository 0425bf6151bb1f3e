/** The score of a sitting: credit by question and section, as marked and as the learner sees it. */
import { type Mark, markAnswer } from './marking'
import type { DrawnTest, Given, TestQuestion } from './question'
import { pointsOf } from './question'

export type Marked = {
  readonly question: TestQuestion
  readonly given: Given | undefined
  readonly mark: Mark
  /** Points earned, contested ones in full. */
  readonly points: number
  readonly of: number
  /** Why the learner holds it to be right; null where it was not contested. */
  readonly contested: string | null
}

export type SectionScore = {
  readonly key: string
  readonly name: string
  readonly weight: number | null
  readonly points: number
  readonly of: number
}

export type Score = {
  readonly questions: readonly Marked[]
  readonly points: number
  readonly of: number
  readonly sections: readonly SectionScore[]
  /** 0 … 1: by the weights of the sections where an exam gives them, else the share of the points. */
  readonly share: number
  readonly contested: number
}

/** A contested answer counts as right: the score is the learner's own, and says how many are contested. */
export function scoreOf(
  test: DrawnTest,
  answers: ReadonlyMap<number, Given>,
  contests: ReadonlyMap<number, string>,
): Score {
  const questions = test.questions.map((question, at): Marked => {
    const given = answers.get(at)
    const mark = markAnswer(question, given)
    const contested = contests.get(at) ?? null
    const of = pointsOf(question)
    const earned = mark.parts.reduce((sum, part) => sum + part.credit, 0)
    return { question, given, mark, points: contested === null ? earned : of, of, contested }
  })
  const sections = test.sections.map((section) => ({
    ...section,
    ...sumOf(questions, section.key),
  }))
  const points = questions.reduce((sum, q) => sum + q.points, 0)
  const of = questions.reduce((sum, q) => sum + q.of, 0)
  const contested = questions.filter((q) => q.contested !== null).length
  return { questions, points, of, sections, share: shareOf(sections, points, of), contested }
}

function sumOf(questions: readonly Marked[], section: string) {
  let points = 0
  let of = 0
  for (const { mark, contested } of questions) {
    for (const part of mark.parts) {
      if (part.section !== section) continue
      points += contested === null ? part.credit : 1
      of++
    }
  }
  return { points, of }
}

function shareOf(sections: readonly SectionScore[], points: number, of: number): number {
  const weighed = sections.flatMap(({ weight, points: earned, of: most }) =>
    weight !== null && most > 0 ? [{ weight, share: earned / most }] : [],
  )
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0)
  if (weighed.length < sections.length || total === 0) return of === 0 ? 0 : points / of
  return weighed.reduce((sum, { weight, share }) => sum + weight * share, 0) / total
}
