/**
 * A blueprint says what a mock test is made of: how many questions from which section, of which kind, in which form, and
 * how long there is. With a seed and the items it is the test: the same three always give the same one.
 */
import { z } from 'zod'
import { DeckId, ExamId } from '../../ids'
import { ItemKind } from '../../items/item'

/** The forms a test asks in. Flip is none of them: nobody but the learner could mark it. */
export const TestForm = z.enum(['typed', 'cloze', 'choice', 'list', 'order', 'match'])
export type TestForm = z.infer<typeof TestForm>

/** Most questions of one test: what a person can sit through, and what a page can hold. */
export const MOST_QUESTIONS = 100
/** Longest time on the clock, in minutes. */
export const MOST_MINUTES = 600

/** So many questions of one sort; null where any will do. */
export const Cell = z.object({
  /** The key of a section. */
  section: z.string().max(2000).nullable(),
  kind: ItemKind.nullable(),
  form: TestForm.nullable(),
  count: z
    .int('The number of questions is a whole number.')
    .min(1, 'A line asks for at least one question.')
    .max(MOST_QUESTIONS, `A test has at most ${MOST_QUESTIONS} questions.`),
})
export type Cell = z.infer<typeof Cell>

export const Blueprint = z
  .object({
    cells: z.array(Cell).min(1, 'A test has at least one question.').max(60, 'At most 60 lines.'),
    /** null: no clock. */
    minutes: z
      .int('The time is given in whole minutes.')
      .min(1, 'The clock needs at least a minute.')
      .max(MOST_MINUTES, `The clock holds at most ${MOST_MINUTES} minutes.`)
      .nullable(),
    seed: z
      .string()
      .trim()
      .min(1, 'A seed is missing.')
      .max(40, 'A seed has at most 40 characters.'),
  })
  .refine(({ cells }) => questionsIn(cells) <= MOST_QUESTIONS, {
    path: ['cells'],
    message: `A test has at most ${MOST_QUESTIONS} questions.`,
  })
export type Blueprint = z.infer<typeof Blueprint>

export const questionsIn = (cells: readonly Cell[]): number =>
  cells.reduce((sum, cell) => sum + cell.count, 0)

/** What a test is drawn from. An item that several parts hold is drawn once. */
export const TestPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('deck'), deckId: DeckId }),
  /** Everything that an exam is on, with the weights of its sections. */
  z.object({ kind: z.literal('exam'), examId: ExamId }),
])
export type TestPart = z.infer<typeof TestPart>

/** A section to draw from. `weight`: what it counts in an exam, null where nobody has said. */
export type Section = {
  readonly key: string
  readonly name: string
  readonly weight: number | null
  readonly items: number
}

/**
 * So many questions spread over the sections by weight (by their items where there is none), in any form: the largest
 * remainders get what is left over (Hare's quota). A section without items gets none.
 */
export function spreadOver(sections: readonly Section[], questions: number): Cell[] {
  const open = sections.filter((section) => section.items > 0)
  const weightOf = (section: Section) => section.weight ?? section.items
  const total = open.reduce((sum, section) => sum + weightOf(section), 0)
  if (total === 0) return [{ section: null, kind: null, form: null, count: questions }]
  const shares = open.map((section, at) => {
    const exact = (questions * weightOf(section)) / total
    return { section, at, whole: Math.floor(exact), rest: exact - Math.floor(exact) }
  })
  const left = questions - shares.reduce((sum, share) => sum + share.whole, 0)
  const rounded = new Set([...shares].sort((a, b) => b.rest - a.rest || a.at - b.at).slice(0, left))
  return shares.flatMap((share) => {
    const count = share.whole + (rounded.has(share) ? 1 : 0)
    return count > 0 ? [{ section: share.section.key, kind: null, form: null, count }] : []
  })
}
