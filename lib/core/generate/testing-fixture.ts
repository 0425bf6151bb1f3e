/** For tests: the items of a few sentences, by what is asked. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProposedItem } from '@/lib/core/items/item'
import { type EnglishModel, openModel } from '@/lib/core/language/model'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import { candidatesOf, generate } from './generate'

/** Of all constructions, also of those that are not proven. */
export const itemsOf = (text: string, fileName = 'text.txt'): readonly ProposedItem[] =>
  candidatesOf(segment(readSource(text, { fileName })), model(), 'many', 'all').map(
    ({ item }) => item,
  )

/** What is shown of it. */
export const shownOf = (text: string, fileName: string): readonly ProposedItem[] =>
  generate(segment(readSource(text, { fileName })), model(), 'many')

let opened: EnglishModel | null = null

/** Opened once: the weights that ship. */
export function model(): EnglishModel {
  opened ??= openModel(readFileSync(join(process.cwd(), 'weights', 'english.weights')))
  return opened
}

export const questions = (items: readonly ProposedItem[]): string[] => items.map((i) => i.question)

/** The answer to a question, a list's elements joined by "; "; undefined when it is not asked. */
export const answerTo = (items: readonly ProposedItem[], question: string): string | undefined =>
  items.find((i) => i.question === question)?.answer

/** "question → answer" of all that one sort of construction could ask of a text, shown or not. */
export const askedBy = (text: string, construction: RegExp): string[] =>
  candidatesOf(segment(readSource(text, { fileName: 'text.txt' })), model(), null)
    .filter(({ item }) => construction.test(item.construction))
    .map(({ item }) => `${item.question} → ${item.answer}`)
