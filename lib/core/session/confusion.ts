/** Confusion: which other item one that keeps slipping is most likely mistaken for. */
import { checkAnswer } from '../answers/check'
import type { ItemId } from '../ids'
import type { ItemContent } from '../items/item'
import { effectiveEvents } from '../review/effective'
import type { ReviewEvent } from '../review/event'
import { readValue } from '../text/values/read-value'
import type { Rival } from './question'

/** An item as far as it can be mistaken for another. */
export type Mistakable = Pick<ItemContent, 'kind' | 'question' | 'answer' | 'accept'> & {
  readonly id: ItemId
  /** '' for an item without a text. */
  readonly textId: string
  /** Where its evidence begins. */
  readonly start: number
}

/** Of what was answered wrongly, so many different answers are looked up, those given most often first. */
const MOST_MISTAKES = 5
/** A wrong answer that is no item's counts when it was given so often. */
const HABIT = 2
/** Longer answers are paragraphs: nobody takes one for another. */
const LONGEST = 160

/** The answers that were typed or picked for an item and were wrong, the oldest first; also where it was graded a pass. */
export function wrongAnswers(
  events: readonly ReviewEvent[],
  item: Pick<ItemContent, 'answer' | 'accept' | 'kind' | 'forms'>,
): string[] {
  return effectiveEvents(events).flatMap((event) => {
    if (event.kind !== 'review' || event.overruled || event.typed.trim() === '') return []
    return checkAnswer(event.typed, item).verdict === 'wrong' ? [event.typed.trim()] : []
  })
}

/**
 * What was actually answered instead is the strongest sign. Without it, the item of the same kind that stands nearest in
 * the text; null where there is none.
 */
export function rivalOf(
  item: Mistakable,
  wrong: readonly string[],
  others: readonly Mistakable[],
): Rival | null {
  const different = others.filter((other) => other.id !== item.id && !sameAnswer(item, other))
  return answeredInstead(wrong, byDistance(item, different)) ?? nearest(item, different)
}

function answeredInstead(wrong: readonly string[], others: readonly Mistakable[]): Rival | null {
  const tally = new Map<string, { answer: string; given: number; last: number }>()
  wrong.forEach((answer, last) => {
    const key = answer.toLowerCase()
    tally.set(key, { answer, given: (tally.get(key)?.given ?? 0) + 1, last })
  })
  const mistakes = [...tally.values()]
    .sort((a, b) => b.given - a.given || b.last - a.last)
    .slice(0, MOST_MISTAKES)
  const meant = new Map<string, Rival>()
  for (const { answer, given } of mistakes) {
    const other = others.find((each) => checkAnswer(answer, each).verdict !== 'wrong')
    const key = other?.id ?? answer
    const before = meant.get(key)?.given ?? 0
    meant.set(key, {
      item: other ? { id: other.id, question: other.question } : null,
      answer: other?.answer ?? answer,
      given: before + given,
    })
  }
  // The sort is stable: of two given as often, the one given last stays first.
  const [first] = [...meant.values()]
    .filter((rival) => rival.item !== null || rival.given >= HABIT)
    .sort((a, b) => b.given - a.given || Number(b.item !== null) - Number(a.item !== null))
  return first ?? null
}

function nearest(item: Mistakable, others: readonly Mistakable[]): Rival | null {
  if (item.textId === '' || item.answer.length > LONGEST) return null
  const alike = others.filter(
    (other) =>
      other.textId === item.textId && other.answer.length <= LONGEST && sameType(item, other),
  )
  const [first] = byDistance(item, alike)
  if (!first) return null
  return { item: { id: first.id, question: first.question }, answer: first.answer, given: 0 }
}

/** Those of the same text first, by how far they stand from it. */
function byDistance(item: Mistakable, others: readonly Mistakable[]): Mistakable[] {
  const away = (other: Mistakable) =>
    other.textId === item.textId ? Math.abs(other.start - item.start) : Number.MAX_SAFE_INTEGER
  return others.toSorted((a, b) => away(a) - away(b) || (a.id < b.id ? -1 : 1))
}

/** Names that differ in a letter are two answers, and are mistaken for each other most of all. */
function sameAnswer(a: Mistakable, b: Mistakable): boolean {
  const isOf = (x: Mistakable, y: Mistakable) => checkAnswer(x.answer, y).verdict === 'right'
  return isOf(a, b) || isOf(b, a)
}

/** What an item's kind says of its answer; a sentence with a gap and an item written by hand say nothing. */
function sameType(a: Mistakable, b: Mistakable): boolean {
  const isOpen = ({ kind }: Mistakable) => kind === 'own' || kind === 'sentence'
  if (!isOpen(a) && !isOpen(b)) return a.kind === b.kind
  return typeOf(a.answer) === typeOf(b.answer)
}

function typeOf(answer: string): string {
  const value = readValue(answer)
  if (value) return value.kind
  return /^(?:(?:the|an?)\s+)?\p{Lu}/u.test(answer) ? 'name' : 'words'
}
