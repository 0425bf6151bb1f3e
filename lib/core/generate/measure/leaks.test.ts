import { describe, expect, it } from 'vitest'
import { itemOf } from './item-fixture'
import { leaks } from './leaks'

const BODY = 'The Stair Act of 1820 made the Bench a court of nine judges.'
const leaked = (parts: Parameters<typeof itemOf>[1]): readonly string[] =>
  leaks([itemOf(BODY, parts)]).map((leak) => leak.answer)

describe('leaks', () => {
  it('are answers that the question says', () => {
    expect(leaked({ question: 'Which act was the Stair Act?', answer: 'the Stair Act' })).toEqual([
      'the Stair Act',
    ])
    expect(leaked({ question: 'How many of its nine judges are there?', answer: 'nine' })).toEqual([
      'nine',
    ])
    expect(
      leaked({ question: 'Who sat in the house of Berg?', answer: 'Anna Berg', accept: ['Berg'] }),
    ).toEqual(['Berg'])
  })

  it('are elements of a list that the question names', () => {
    const question = 'Name the courts, the Bench among them.'
    expect(leaked({ question, answer: 'both', elements: ['the Hall', 'the Bench'] })).toEqual([
      'the Bench',
    ])
  })

  it('are not the words that question and answer must share, nor the gap', () => {
    expect(
      leaked({ question: 'What kind of court was made?', answer: 'a court of appeal' }),
    ).toEqual([])
    expect(leaked({ question: 'The ____ Act was passed in 1820.', answer: 'Stair' })).toEqual([])
  })

  it('are not bare numbers that only count as accepted', () => {
    const question = 'How many delegates did the 7 towns send?'
    expect(leaked({ question, answer: 'seven delegates', accept: ['7'] })).toEqual([])
  })
})
