import { describe, expect, it } from 'vitest'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import type { GoldFact } from '../gold/gold-set'
import { placeFacts } from '../gold/place-facts'
import { countCoverage, coverage } from './coverage'
import { checkPlainly, itemOf } from './item-fixture'

const BODY = `With the valley lost, the canton lost 90 per cent of its timber and 90 per cent of its wool. Anna Berg
edited the Herald from 1900. The council has three chambers: the Hall, the Bench and the Stair.`
const [FIRST = '', SECOND = '', THIRD = ''] = [
  BODY.slice(0, BODY.indexOf(' Anna')),
  BODY.slice(BODY.indexOf('Anna'), BODY.indexOf(' The council')),
  BODY.slice(BODY.indexOf('The council')),
]

const timber: GoldFact = {
  fact: 'Nine tenths of the timber went with the valley.',
  type: 'share',
  importance: 2,
  evidence: ['timber'],
  answer: ['90 per cent'],
}
const wool: GoldFact = { ...timber, fact: 'Nine tenths of the wool went too.', importance: 3 }
const editor: GoldFact = {
  fact: 'The Herald had Anna Berg as its editor.',
  type: 'person',
  importance: 1,
  evidence: ['Herald'],
  answer: ['Berg'],
}
const chambers: GoldFact = {
  fact: 'There are three chambers in the council.',
  type: 'list',
  importance: 3,
  evidence: ['chambers'],
  elements: [['Hall', 'the Hall'], ['the Bench'], ['the Stair']],
}

const text = segment(readSource(BODY))
const covered = (facts: readonly GoldFact[], items: Parameters<typeof coverage>[1]) => {
  const placed = placeFacts({ text: 'own', where: 'own', half: 'develop', facts: [...facts] }, text)
  expect(placed.problems).toEqual([])
  return coverage(placed.facts, items, checkPlainly).map((one) => one.by)
}

describe('coverage', () => {
  const lostTimber = itemOf(BODY, {
    question: 'What share of its timber was lost?',
    answer: '90%',
    quote: FIRST,
  })
  const lostWool = itemOf(BODY, {
    question: 'What share of its wool was lost?',
    answer: 'ninety per cent',
    quote: FIRST,
  })

  it('takes numbers by their value, and the item whose question is most like the fact', () => {
    expect(covered([timber, wool], [lostWool, lostTimber])).toEqual([lostTimber.key, lostWool.key])
  })

  it('lets one item cover one of two facts that share sentence and answer, the more important one', () => {
    expect(covered([timber, wool], [lostTimber])).toEqual([null, lostTimber.key])
  })

  it('wants another number to be another answer', () => {
    const wrong = itemOf(BODY, {
      question: 'What share was lost?',
      answer: '9 per cent',
      quote: FIRST,
    })
    expect(covered([timber], [wrong])).toEqual([null])
  })

  it('takes a person by the last name', () => {
    const who = itemOf(BODY, { question: 'Who edited it?', answer: 'Anna Berg', quote: SECOND })
    expect(covered([editor], [who])).toEqual([who.key])
  })

  it('wants the evidence to overlap the sentence', () => {
    const who = itemOf(BODY, { question: 'Who edited it?', answer: 'Anna Berg', quote: THIRD })
    expect(covered([editor], [who])).toEqual([null])
  })

  it('wants every element of a list', () => {
    const parts = { question: 'Name its chambers.', answer: 'all', quote: THIRD }
    const two = itemOf(BODY, { ...parts, elements: ['the Hall', 'the Bench'] })
    const three = itemOf(BODY, { ...parts, elements: ['the Stair', 'the Hall', 'the Bench'] })
    expect(covered([chambers], [two])).toEqual([null])
    expect(covered([chambers], [three])).toEqual([three.key])
  })

  it('does not take a list for the single fact that one of its elements has', () => {
    const bench: GoldFact = {
      ...chambers,
      type: 'name',
      answer: ['the Bench'],
      elements: undefined,
    }
    const list = itemOf(BODY, {
      question: 'Name its chambers.',
      answer: 'the Bench',
      elements: ['the Hall', 'the Bench'],
      quote: THIRD,
    })
    expect(covered([bench], [list])).toEqual([null])
  })

  it('counts by importance and by type', () => {
    const placed = placeFacts(
      { text: 'own', where: 'own', half: 'develop', facts: [timber, wool, editor] },
      text,
    )
    const counts = countCoverage(coverage(placed.facts, [lostWool], checkPlainly))
    expect(counts.all).toEqual({ of: 3, covered: 1 })
    expect(counts.byImportance).toEqual({
      1: { of: 1, covered: 0 },
      2: { of: 1, covered: 0 },
      3: { of: 1, covered: 1 },
    })
    expect(counts.byType).toEqual({
      person: { of: 1, covered: 0 },
      share: { of: 2, covered: 1 },
    })
  })
})
