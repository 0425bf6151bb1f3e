/** Marking: what was given becomes credit, item by item, by the same rules as in a session. */
import { checkAnswer, checkList } from '../../answers/check'
import type { CardId, ItemId } from '../../ids'
import { type AskedItem, type Given, isBlank, itemsOf, type TestQuestion } from './question'

/** What an answer says of one card: the whole item's, or a list element's. */
export type CardMark = {
  readonly cardId: CardId
  readonly recalled: boolean
  /** What was given for it, '' for nothing. */
  readonly typed: string
}

/** What an answer says of one item. */
export type PartMark = {
  readonly itemId: ItemId
  readonly section: string
  /** 0 … 1 */
  readonly credit: number
  readonly cards: readonly CardMark[]
}

export type Mark = {
  readonly verdict: 'right' | 'partly' | 'wrong' | 'unanswered'
  readonly parts: readonly PartMark[]
  /** Right except for the spelling, and this is how it is spelled. */
  readonly spelled: string | null
}

export function markAnswer(question: TestQuestion, given: Given | undefined): Mark {
  if (given === undefined || isBlank(given)) return unanswered(question)
  switch (question.form) {
    case 'typed':
    case 'cloze':
    case 'choice':
      return markWords(question, given[0] ?? '')
    case 'list':
      return markList(question.item, given)
    case 'match':
      return markMatch(question, given)
    case 'order':
      return markOrder(question, given)
  }
}

const unanswered = (question: TestQuestion): Mark => ({
  verdict: 'unanswered',
  parts: itemsOf(question).map((item) => partOf(item, 0, [])),
  spelled: null,
})

const partOf = (item: AskedItem, credit: number, cards: readonly CardMark[]): PartMark => ({
  itemId: item.itemId,
  section: item.section,
  credit,
  cards,
})

function markOf(parts: readonly PartMark[], spelled: string | null = null): Mark {
  const credit = parts.reduce((sum, part) => sum + part.credit, 0)
  const verdict = credit === 0 ? 'wrong' : credit === parts.length ? 'right' : 'partly'
  return { verdict, parts, spelled }
}

function markWords(
  question: Extract<TestQuestion, { form: 'typed' | 'cloze' | 'choice' }>,
  words: string,
): Mark {
  const { item } = question
  // A wrong option may be close to the right one in spelling; the right one is the answer itself.
  if (question.form === 'choice' && question.options.includes(item.content.answer))
    return markOf([wholePart(item, words === item.content.answer, words)])
  const check = checkAnswer(words, item.content)
  return markOf(
    [wholePart(item, check.verdict !== 'wrong', words)],
    check.verdict === 'close' ? check.matched : null,
  )
}

const wholePart = (item: AskedItem, recalled: boolean, typed: string): PartMark =>
  partOf(
    item,
    recalled ? 1 : 0,
    item.cards.map(({ id }) => ({ cardId: id, recalled, typed })),
  )

/**
 * The share of the elements that were found. Whoever writes more than a list has is marked by the share of what was
 * written: writing down everything one can think of does not help, and one wrong line among the right number costs only
 * the element that it stands for.
 */
function markList(item: AskedItem, given: Given): Mark {
  const { elements } = item.content
  const { byElement, extra } = checkList(
    given.filter((line) => line.trim() !== ''),
    elements,
  )
  const lineOf = new Map(byElement.map(({ key, given: words }) => [key, words]))
  const found = byElement.filter(({ given: words }) => words !== null).length
  const credit = found / Math.max(elements.length, found + extra.length, 1)
  const cards = item.cards.map(({ id, elementKey }): CardMark => {
    const words = lineOf.get(elementKey) ?? null
    return { cardId: id, recalled: words !== null, typed: words ?? '' }
  })
  return markOf([partOf(item, credit, cards)])
}

/** Each pair by itself; an answer given twice is one too many, and right for neither. */
function markMatch(question: Extract<TestQuestion, { form: 'match' }>, given: Given): Mark {
  return markOf(
    question.items.map((item, at) => {
      const words = given[at] ?? ''
      if (words === '') return partOf(item, 0, [])
      const once = given.filter((other) => other === words).length === 1
      return wholePart(item, once && words === item.content.answer, words)
    }),
  )
}

/**
 * Kendall's τ: of the pairs, the share in the right order less the share in the wrong one, and nothing below 0. Over all
 * orders τ is 0 in the mean, so that guessing is not paid as half the pairs would be; cut at 0 it leaves a blind guess
 * of four 0.19 of the credit. It says nothing of any one card: knowing one date of four can put all in order, and no
 * date need be known to know what came first.
 */
function markOrder(question: Extract<TestQuestion, { form: 'order' }>, given: Given): Mark {
  const { inTime } = question
  const places = inTime.map((id) => given.indexOf(id))
  if (new Set(places).size < inTime.length || places.includes(-1)) return unanswered(question)
  const credit = Math.max(0, tau(places))
  return markOf(question.items.map((item) => partOf(item, credit, [])))
}

function tau(places: readonly number[]): number {
  let sum = 0
  let pairs = 0
  for (const [i, a] of places.entries()) {
    for (const b of places.slice(i + 1)) {
      sum += a < b ? 1 : -1
      pairs++
    }
  }
  return sum / pairs
}
