import { describe, expect, it } from 'vitest'
import { passageOf } from './passage-of'

const block = (
  index: number,
  start: number,
  end: number,
  kind: 'paragraph' | 'heading' | 'boilerplate' = 'paragraph',
  section = 0,
) => ({
  index,
  kind,
  start,
  end,
  section,
})

const LONG = 400
const blocks = [
  block(0, 0, 20, 'heading'),
  block(1, 22, 22 + LONG),
  block(2, 430, 470),
  block(3, 472, 472 + LONG),
  block(4, 880, 900, 'boilerplate'),
  block(5, 902, 902 + LONG, 'paragraph', 1),
]

describe('passageOf', () => {
  it('is the block that holds the evidence', () => {
    expect(passageOf([{ start: 30, end: 60 }], blocks)).toEqual([1])
  })

  it('takes the neighbours of a short block', () => {
    expect(passageOf([{ start: 440, end: 460 }], blocks)).toEqual([1, 2, 3])
  })

  it('takes every block of evidence that stands in several', () => {
    const evidence = [
      { start: 500, end: 510 },
      { start: 950, end: 960 },
    ]
    expect(passageOf(evidence, blocks)).toEqual([3, 5])
  })

  it('shows no boilerplate and nothing of another section', () => {
    const short = [
      block(0, 0, 10),
      block(1, 12, 20, 'boilerplate'),
      block(2, 22, 30, 'paragraph', 1),
    ]
    expect(passageOf([{ start: 0, end: 5 }], short)).toEqual([0])
    expect(passageOf([{ start: 14, end: 16 }], short)).toEqual([])
  })

  it('is empty without evidence', () => {
    expect(passageOf([], blocks)).toEqual([])
  })
})
