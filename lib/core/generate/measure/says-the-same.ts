/** Whether an item's answer is the one that a gold fact wants. */
import type { ProposedItem } from '@/lib/core/items/item'
import { readValue } from '@/lib/core/text/values/read-value'
import { sameValue } from '@/lib/core/text/values/same-value'
import type { Value } from '@/lib/core/text/values/value'
import type { FactType, GoldFact } from '../gold/gold-set'
import { contentWords, isSubset } from './content-words'

/**
 * Whether what was given is one of the right answers, by the rules by which a learner's answer is checked; `person`: first
 * names and titles may be left out. Handed in, because checking answers is a later stage than making items.
 */
export type CheckAnswer = (given: string, right: readonly string[], person: boolean) => boolean

type Answered = Pick<ProposedItem, 'answer' | 'accept' | 'elements'>

export function answersFact(item: Answered, fact: GoldFact, check: CheckAnswer): boolean {
  if (fact.elements !== undefined) return holdsEach(item, fact.elements, check)
  // Who names all of a list has not said which of them is meant.
  if (item.elements.length > 0) return false
  const person = ASKS_FOR_NAMES.has(fact.type)
  return (fact.answer ?? []).some((right) =>
    sayOne([item.answer, ...item.accept], right, person, check),
  )
}

const ASKS_FOR_NAMES: ReadonlySet<FactType> = new Set(['person', 'quotation', 'role', 'name'])

/** Every element of the fact is matched by one of the item's, each by another. */
function holdsEach(
  item: Answered,
  wanted: readonly (readonly string[])[],
  check: CheckAnswer,
): boolean {
  const left = item.elements.map((element) => [element.text, ...element.accept])
  return wanted.every((ways) => {
    const at = left.findIndex((given) => ways.some((right) => sayOne(given, right, false, check)))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

const sayOne = (
  given: readonly string[],
  right: string,
  person: boolean,
  check: CheckAnswer,
): boolean => given.some((one) => same(one, right, person, check))

/** Numbers and dates by value; all else as answers are checked, in either direction, or by its content words. */
function same(given: string, right: string, person: boolean, check: CheckAnswer): boolean {
  const wanted = readValue(right)
  const value = readValue(given)
  if (wanted !== null && value !== null) return agree(value, wanted)
  if (check(given, [right], person) || check(right, [given], person)) return true
  return hasWordsOf(given, right)
}

/** The hedge that the fact leaves out may stand in the answer; "by 1715" is not 1715, whichever says it. */
const agree = (value: Value, wanted: Value): boolean =>
  sameValue(value, wanted) ||
  (value.kind !== 'date' && value.kind !== 'time' && sameValue(wanted, value))

/** So many more words than wanted, or twice as many, and it is another answer that holds this one. */
const MORE_WORDS = 3
/** How much of a long answer's words must be there. */
const MOST_OF = 2 / 3
/** Of fewer words none may be missing. */
const LONG = 4

function hasWordsOf(given: string, right: string): boolean {
  const wanted = contentWords(right)
  const words = new Set(contentWords(given))
  if (wanted.length === 0 || words.size > Math.max(wanted.length + MORE_WORDS, wanted.length * 2))
    return false
  if (wanted.length < LONG) return isSubset(wanted, words)
  // Other figures are another answer, however many words it shares.
  if (!isSubset(wanted.filter(hasDigit), words)) return false
  return wanted.filter((word) => words.has(word)).length >= wanted.length * MOST_OF
}

const hasDigit = (word: string): boolean => /\d/.test(word)
