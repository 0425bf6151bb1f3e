import { describe, expect, it } from 'vitest'
import type { ProposedItem } from '@/lib/core/items/item'
import type { FactCovered } from './coverage'
import { checkPlainly, itemOf } from './item-fixture'
import { type NameOfText, optionFaults } from './option-faults'

const BODY = 'Anna Berg edited the Herald in 1900.'

const NAMES: readonly NameOfText[] = [
  { type: 'person', name: 'Anna Berg', aliases: ['Berg'] },
  { type: 'person', name: 'Bruno Tal', aliases: ['Tal'] },
  { type: 'place', name: 'Ostmark', aliases: ['Tal'] },
  { type: 'organisation', name: 'Assembly of the Canton', aliases: ['the Assembly'] },
]
const BY = { check: checkPlainly, names: NAMES }

function faults(items: readonly ProposedItem[], facts: readonly FactCovered[] = []): string[] {
  return optionFaults(items, facts, BY).faults.map((f) => `${f.option}: ${f.why}`)
}
const choice = (answer: string, ...wrong: string[]): ProposedItem =>
  itemOf(BODY, {
    question: `Which is it, when ${answer.length}?`,
    answer,
    options: [answer, ...wrong],
  })

describe('faults of options that code can see', () => {
  it.each([
    [choice('1900', '1901', '1912')],
    [choice('Anna Berg', 'Bruno Tal', 'Carla Ost')],
    [choice('40 per cent', '55 per cent', '65 to 70 per cent')],
    [choice('the fall of 1765', 'the early spring of 1765', 'the summer of 1764')],
    [choice('from 5 to 19 March', 'from 20 April until June', 'from 6 to 8 May')],
    [choice('the diaphysis', 'the epiphysis', 'periosteum')],
  ])('are not there where options fit', (item) => {
    expect(faults([item])).toEqual([])
  })

  it('are options that say the answer in other words', () => {
    expect(faults([choice('1900', 'in 1900', '1901')])).toEqual(['in 1900: same as the answer'])
    const who = { ...choice('Anna Berg', 'Berg', 'Bruno Tal'), kind: 'person' } as const
    expect(faults([who])).toEqual(['Berg: same as the answer'])
  })

  it('are other names of the answer, and names of other things, as the text has them', () => {
    expect(faults([choice('the Assembly', 'Assembly of the Canton', 'Court')])).toEqual([
      'Assembly of the Canton: same as the answer',
    ])
    expect(faults([choice('Anna Berg', 'Ostmark', 'Bruno Tal')])).toEqual(['Ostmark: other type'])
    // Two things are called Tal: nobody can say which is meant.
    expect(faults([choice('Anna Berg', 'Tal', 'Bruno Tal')])).toEqual([])
  })

  it('are options of another type, unit or grain', () => {
    expect(faults([choice('40 per cent', '40 rubles', '50 per cent')])).toEqual([
      '40 rubles: other type',
    ])
    expect(faults([choice('Anna Berg', 'timber', 'Bruno Tal')])).toEqual(['timber: other type'])
    expect(faults([choice('five days', 'six weeks', 'seven days')])).toEqual([
      'six weeks: other unit',
    ])
    expect(faults([choice('March 10', '1793', 'April 2')])).toEqual(['1793: other grain'])
  })

  it('are options that are right by another item that asks no less', () => {
    const one = itemOf(BODY, {
      question: 'Who edited the Herald?',
      answer: 'Anna Berg',
      options: ['Anna Berg', 'Bruno Tal', 'Carla Ost'],
    })
    const other = itemOf(BODY, { question: 'Who edited the Herald in 1912?', answer: 'Bruno Tal' })
    expect(faults([one, other])).toEqual(['Bruno Tal: also right'])
    const elsewhere = itemOf(BODY, { question: 'Who edited the Lantern?', answer: 'Bruno Tal' })
    expect(faults([one, elsewhere])).toEqual([])
  })

  it('are options that the fact has as its answer too', () => {
    const item = choice('epiphyseal line', 'growth plate', 'medullary cavity')
    const fact: FactCovered = {
      fact: {
        fact: 'x',
        type: 'name',
        importance: 1,
        evidence: ['x'],
        answer: ['epiphyseal line', 'growth plate'],
      },
      index: 0,
      sentences: [{ start: 0, end: 1 }],
      by: item.key,
    }
    expect(faults([item], [fact])).toEqual(['growth plate: also right'])
  })

  it('are answers that their length tells, and choices without their answer', () => {
    const long = 'the union of the intelligent, active minority'
    expect(faults([choice(long, 'the arming of all', 'the end of it')])).toEqual([
      `${long}: answer longest`,
    ])
    const without = itemOf(BODY, {
      question: 'Who?',
      answer: 'Anna Berg',
      options: ['A', 'B', 'C'],
    })
    expect(faults([without])).toEqual(['Anna Berg: no answer'])
  })

  it('are held against all choices', () => {
    expect(optionFaults([choice('1900', '1901', '1912')], [], BY).choices).toBe(1)
  })
})
