import { expect, it } from 'vitest'
import { type Figures, figuresOf, type Measured } from './figures'

const measured = (text: string, words: number, items: number): Measured => ({
  text,
  half: 'develop',
  words,
  facts: [],
  items: Array.from({ length: items }, () => ({ construction: 'x', confidence: 0.9, said: [] })),
  notVerbatim: [],
  duplicates: [{ item: 'b', of: 'a', why: 'same fact' }],
  leaks: [],
  options: {
    choices: 4,
    faults: [
      { item: 'a', option: 'x', why: 'other type' },
      { item: 'a', option: 'y', why: 'other unit' },
      { item: 'b', option: 'z', why: 'other type' },
    ],
  },
  cost: {
    startUp: { clock: words, processor: 2 * words },
    warm: { clock: 30, processor: 40 },
    memory: 100,
    sameBytes: text === 'one',
  },
})

it('the figures of two texts are their sums, per 1,000 words of both, and the worst start-up', () => {
  const both: Figures = figuresOf([measured('one', 1000, 10), measured('two', 500, 20)])
  expect(both).toMatchObject({
    texts: 2,
    words: 1500,
    items: 30,
    perThousandWords: 20,
    duplicates: 2,
    choices: 8,
    faultyChoices: 4,
    optionFaults: { 'other type': 4, 'other unit': 2 },
  })
  expect(both.cost).toEqual({
    startUp: { clock: 1000, processor: 2000 },
    memory: 100,
    warm: { clock: expect.closeTo(40), processor: expect.closeTo(160 / 3) },
    sameBytes: 1,
  })
})

it('of no text there are no figures that divide by nothing', () => {
  const { estimate, ...rest } = figuresOf([]).precision
  expect(estimate).toBeNull()
  // JSON has null for what is no number.
  expect(JSON.stringify({ ...figuresOf([]), precision: rest })).not.toContain('null')
})
