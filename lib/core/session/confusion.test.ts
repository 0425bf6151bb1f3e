import { describe, expect, it } from 'vitest'
import type { ReviewEvent } from '../review/event'
import { type Mistakable, rivalOf, wrongAnswers } from './confusion'
import { cardId, itemId, NOW, reviewId, TODAY, typedContent } from './session-fixture'

const item = (n: number, answer: string, change: Partial<Mistakable> = {}): Mistakable => ({
  id: itemId(n),
  kind: 'person',
  question: `Question ${n}?`,
  answer,
  accept: [],
  textId: 'a text',
  start: n * 100,
  ...change,
})

const KEEPER = item(5, 'Thomas Oakley')
const named = (rival: ReturnType<typeof rivalOf>) => rival && [rival.answer, rival.given]

describe('what an item is mistaken for', () => {
  it('is what was answered instead most often, wherever it stands', () => {
    const far = item(900, 'Margaret Shaw', { kind: 'role', textId: 'another text' })
    const near = item(6, 'Ada Merriman')
    const wrong = ['Ada Merriman', 'margaret shaw', 'Margaret Shaw']
    const rival = rivalOf(KEEPER, wrong, [near, far])
    expect(rival).toEqual({
      item: { id: far.id, question: far.question },
      answer: 'Margaret Shaw',
      given: 2,
    })
  })

  it('is found through accepted answers and misspellings', () => {
    const maker = item(6, 'Ada Merriman', { accept: ['the architect'] })
    expect(named(rivalOf(KEEPER, ['Ada Meriman', 'the architect'], [maker]))).toEqual([
      'Ada Merriman',
      2,
    ])
  })

  it('is the later of two that were answered as often', () => {
    const others = [item(6, 'Ada Merriman'), item(9, 'Margaret Shaw')]
    const wrong = ['Ada Merriman', 'Margaret Shaw']
    expect(named(rivalOf(KEEPER, wrong, others))).toEqual(['Margaret Shaw', 1])
  })

  it('may be no item: a wrong answer that has become a habit', () => {
    expect(rivalOf(KEEPER, ['William Ash', 'william ash'], [])).toEqual({
      item: null,
      answer: 'william ash',
      given: 2,
    })
    expect(rivalOf(KEEPER, ['William Ash'], [])).toBeNull()
  })

  it('is else the nearest of its kind in the text, before or after', () => {
    const others = [
      item(1, 'Ada Merriman'),
      item(8, 'Margaret Shaw'),
      item(6, '43 metres', { kind: 'quantity' }),
      item(5, 'Walter Finch', { textId: 'another text' }),
    ]
    expect(named(rivalOf(KEEPER, ['nobody at all'], others))).toEqual(['Margaret Shaw', 0])
  })

  it('is of the same type of answer where kinds say nothing', () => {
    const own = item(5, '1871', { kind: 'own' })
    const others = [
      item(6, 'the lantern', { kind: 'own' }),
      item(9, '1884', { kind: 'sentence' }),
      item(7, 'Ada Merriman', { kind: 'own' }),
    ]
    expect(named(rivalOf(own, [], others))).toEqual(['1884', 0])
    expect(named(rivalOf(item(5, 'the Po', { kind: 'own' }), [], others))).toEqual([
      'Ada Merriman',
      0,
    ])
  })

  it('is never the same answer, nor the item itself', () => {
    const same = item(6, 'Mr Oakley', { accept: ['Thomas Oakley'] })
    expect(rivalOf(KEEPER, ['Mr Oakley'], [KEEPER, same])).toBeNull()
  })

  it('may be spelled almost alike', () => {
    expect(named(rivalOf(KEEPER, [], [item(7, 'Thomas Oakleigh')]))).toEqual(['Thomas Oakleigh', 0])
  })

  it('is not looked for without a text and without a mistake', () => {
    const alone = { textId: '' }
    expect(rivalOf(item(1, 'the Po', alone), [], [item(2, 'the Adda', alone)])).toBeNull()
  })

  it('does not depend on the order in which the others come', () => {
    const others = [item(4, 'Ada Merriman'), item(6, 'Margaret Shaw'), item(9, 'Walter Finch')]
    expect(rivalOf(KEEPER, [], others.toReversed())).toEqual(rivalOf(KEEPER, [], others))
  })
})

describe('wrong answers', () => {
  const content = typedContent(4)
  const review = (n: number, typed: string, change: object = {}): ReviewEvent => ({
    id: reviewId(n),
    cardId: cardId(1),
    kind: 'review',
    grade: 1,
    form: 'typed',
    typed,
    overruled: false,
    durationMs: 1000,
    at: NOW + n,
    studyDay: TODAY,
    ...change,
  })

  it('are those that were neither right, nor said to be, nor taken back', () => {
    const undo: ReviewEvent = {
      id: reviewId(9),
      cardId: cardId(1),
      kind: 'undo',
      targetId: reviewId(5),
      at: NOW + 9,
      studyDay: TODAY,
    }
    const events = [
      review(1, '5 valves'),
      review(2, '4 valves', { grade: 3 }),
      review(3, '7 valves', { overruled: true, grade: 3 }),
      review(4, ''),
      review(5, '6 valves'),
      undo,
      review(6, '  3 valves '),
    ]
    expect(wrongAnswers(events, content)).toEqual(['5 valves', '3 valves'])
  })
})
