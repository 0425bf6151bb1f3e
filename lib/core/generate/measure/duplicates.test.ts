import { describe, expect, it } from 'vitest'
import type { ProposedItem } from '@/lib/core/items/item'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import { duplicates } from './duplicates'
import { itemOf } from './item-fixture'

const FIRST = 'The canton lost 90 per cent of its timber and 90 per cent of its wool in 1820.'
const SECOND = 'Anna Berg edited the Herald in 1900.'
const BODY = `${FIRST} ${SECOND}`
const { sentences } = segment(readSource(BODY))

const why = (...items: ProposedItem[]) =>
  duplicates(items, sentences).map((one) => [one.item, one.of, one.why])
const first = (question: string, answer: string) => itemOf(BODY, { question, answer, quote: FIRST })
const second = (question: string, answer: string) =>
  itemOf(BODY, { question, answer, quote: SECOND })

describe('duplicates', () => {
  const who = second('Who edited the Herald in 1900?', 'Anna Berg')

  it('are one fact of a sentence in two wordings, a cloze among them', () => {
    const gap = second('____ edited the Herald in 1900.', 'Anna Berg')
    expect(why(who, gap)).toEqual([[gap.key, who.key, 'same fact']])
    const when = second('When did Anna Berg edit the Herald?', '1900')
    const year = second('In what year did Anna Berg edit the Herald?', 'in 1900')
    expect(why(when, year)).toEqual([[year.key, when.key, 'same fact']])
  })

  it('are not two facts of a sentence that have the same answer', () => {
    const timber = first('What share of its timber did the canton lose?', '90 per cent')
    const wool = first('What share of its wool did the canton lose?', '90 per cent')
    expect(why(timber, wool)).toEqual([])
  })

  it('are not two facts of a sentence that ask for different things', () => {
    expect(why(who, second('When did Anna Berg edit the Herald?', '1900'))).toEqual([])
  })

  it('are nearly the same questions of two sentences with one answer', () => {
    const long = second('Who edited the small Herald of the northern canton in 1900?', 'Anna Berg')
    const again = first('Who edited the Herald of the northern canton in 1900?', 'anna berg')
    const less = first('Who edited the Herald?', 'Anna Berg')
    expect(why(long, again)).toEqual([[again.key, long.key, 'same question']])
    expect(why(long, less)).toEqual([])
  })

  it('are one question with two answers', () => {
    const other = { ...first(who.question, 'Bruno Tal'), key: 'other' }
    expect(why(who, other)).toEqual([['other', who.key, 'same question']])
  })

  it('name each item once', () => {
    const copies = ['a', 'b', 'c'].map((key) => ({ ...who, key }))
    expect(why(...copies)).toEqual([
      ['b', 'a', 'same fact'],
      ['c', 'a', 'same fact'],
    ])
  })
})
