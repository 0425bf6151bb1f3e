/**
 * A drawn test is data: its questions with their words, what is right and where the text says it, as they were when it
 * was drawn. It can be given again, and printed, although items change later.
 */
import { z } from 'zod'
import { CardId, ItemId, TextId } from '../../ids'
import { ItemContent } from '../../items/item'
import { Cell } from './blueprint'

/** An item as the test asks it. */
export const AskedItem = z.object({
  itemId: ItemId,
  section: z.string(),
  textId: TextId.nullable(),
  textTitle: z.string(),
  content: ItemContent,
  cards: z.array(z.object({ id: CardId, elementKey: z.string() })),
})
export type AskedItem = z.infer<typeof AskedItem>

/** How many items an order and a match hold: few enough to be seen at once on a phone. */
export const GROUP = 4

/**
 * Answers of a match that belong to nothing. With two too many, whoever knows all the others still has three to choose
 * among: what is right is never less evidence than a choice of three (memory/guess.ts).
 */
export const SPARE_ANSWERS = 2

const prompt = z.string().min(1)
const group = z.array(AskedItem).length(GROUP)

export const TestQuestion = z.discriminatedUnion('form', [
  z.object({ form: z.literal('typed'), prompt, item: AskedItem }),
  z.object({ form: z.literal('cloze'), prompt, item: AskedItem }),
  /** Options in the order in which they are shown. */
  z.object({
    form: z.literal('choice'),
    prompt,
    options: z.array(z.string()).min(2),
    item: AskedItem,
  }),
  z.object({ form: z.literal('list'), prompt, item: AskedItem }),
  /** Items in the order in which they are shown, and the ids of them, the earliest first. */
  z.object({
    form: z.literal('order'),
    prompt,
    items: group,
    inTime: z.array(ItemId).length(GROUP),
  }),
  /** Answers in the order in which they are shown: each item's own, and the spare ones. */
  z.object({
    form: z.literal('match'),
    prompt,
    items: group,
    answers: z.array(z.string()).length(GROUP + SPARE_ANSWERS),
  }),
])
export type TestQuestion = z.infer<typeof TestQuestion>

/** A section as the test knows it. */
export const TestSection = z.object({
  key: z.string(),
  name: z.string(),
  weight: z.number().min(0).nullable(),
})
export type TestSection = z.infer<typeof TestSection>

export const DrawnTest = z.object({
  sections: z.array(TestSection),
  questions: z.array(TestQuestion),
  /** Lines of the blueprint that the items did not suffice for. */
  shortages: z.array(z.object({ cell: Cell, found: z.int().min(0) })),
  /** Questions filled in from other sections, kinds and forms; what is missing beyond them, nothing could fill. */
  filled: z.int().min(0),
})
export type DrawnTest = z.infer<typeof DrawnTest>

export const itemsOf = (question: TestQuestion): readonly AskedItem[] =>
  'items' in question ? question.items : [question.item]

/** What a question can bring: a point for each item that it asks. */
export const pointsOf = (question: TestQuestion): number => itemsOf(question).length

/**
 * What was answered, whatever the form: the words; the option; the lines of a list; of an order the ids of its items, the
 * earliest first; of a match the answer for each item in turn, '' for none.
 */
export const Given = z.array(z.string().max(4000)).max(60)
export type Given = z.infer<typeof Given>

export const isBlank = (given: Given | undefined): boolean =>
  given === undefined || given.every((words) => words.trim() === '')

/** As much of a question as may be known before it is answered. */
export type AskedQuestion = {
  readonly form: TestQuestion['form']
  readonly prompt: string
  readonly points: number
  readonly options: readonly string[]
  /** How many elements a list has. */
  readonly elements: number
  /** Of an order and a match: what stands on the left. */
  readonly lines: readonly { readonly itemId: ItemId; readonly words: string }[]
}

/** Without what is right: what the page of somebody who is sitting the test is given. */
export function askedOf(question: TestQuestion): AskedQuestion {
  const { form, prompt } = question
  const base = { form, prompt, points: pointsOf(question), options: [], elements: 0, lines: [] }
  switch (form) {
    case 'choice':
      return { ...base, options: question.options }
    case 'list':
      return { ...base, elements: question.item.content.elements.length }
    case 'order':
      return { ...base, lines: linesOf(question.items) }
    case 'match':
      return { ...base, lines: linesOf(question.items), options: question.answers }
    default:
      return base
  }
}

const linesOf = (items: readonly AskedItem[]) =>
  items.map(({ itemId, content }) => ({ itemId, words: content.question }))
