import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '@/lib/core/text/source'
import { openModel } from './model'
import { makeWeights, SMALL } from './net/weights-fixture'
import { readEnglish, readTokens } from './read'
import type { Reading } from './tree'

const model = openModel(makeWeights(SMALL, 3))

const TEXT = `The heart

The heart has four chambers. It doesn’t rest.

- The left side pumps blood to the body.
- “The right side,” she wrote, “pumps it to the lungs.”
`

function expectConsistent(text: string, reading: Reading): void {
  expect(reading.text).toBe(text)
  let last = 0
  for (const block of reading.blocks) {
    for (const sentence of block.sentences) {
      expectWithin(sentence, block)
      for (const token of sentence.tokens) {
        expectWithin(token, sentence)
        expect(token.start).toBeGreaterThanOrEqual(last)
        expect(token.end).toBeGreaterThan(token.start)
        expect(text.slice(token.start, token.end)).toBe(token.text)
        last = token.end
      }
      expect(sentence.tokens.filter(({ head }) => head === -1)).toHaveLength(1)
    }
  }
  for (const { start, end } of reading.quotations)
    expectWithin({ start, end }, { start: 0, end: text.length })
}

function expectWithin(inner: Span, outer: Span): void {
  expect(inner.start).toBeGreaterThanOrEqual(outer.start)
  expect(inner.end).toBeLessThanOrEqual(outer.end)
}

describe('reading English', () => {
  it('yields blocks, sentences and words of the text', () => {
    const reading = readEnglish(TEXT, model)
    expectConsistent(TEXT, reading)
    const words = reading.blocks.map(({ kind, sentences }) => [
      kind,
      ...sentences.map(({ tokens }) => tokens.map(({ text }) => text).join(' ')),
    ])
    expect(words).toEqual([
      ['heading', 'The heart'],
      ['paragraph', 'The heart has four chambers .', 'It does n’t rest .'],
      ['list item', 'The left side pumps blood to the body .'],
      ['list item', '“ The right side , ” she wrote , “ pumps it to the lungs . ”'],
    ])
    const quoted = reading.quotations.map(({ start, end }) => TEXT.slice(start, end))
    expect(quoted).toEqual(['The right side,', 'pumps it to the lungs.'])
  })

  it('reads no marks of emphasis and no references to notes, and a word broken at a line’s end as one', () => {
    const text = '# A paper\n\nThe *Herald* had **two** edi-\ntors.[12] The second left.\n'
    const reading = readEnglish(text, model)
    expectConsistent(text, reading)
    const words = reading.blocks.flatMap(({ sentences }) =>
      sentences.map(({ tokens }) => tokens.map((token) => token.text)),
    )
    expect(words).toEqual([
      ['A', 'paper'],
      ['The', 'Herald', 'had', 'two', 'edi-\ntors', '.'],
      ['The', 'second', 'left', '.'],
    ])
  })

  it('takes any string, and its offsets are consistent', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '. ',
        '\n\n',
        '“',
        '”',
        ' The heart ',
        '- ',
        '# ',
        '1918, ',
        'don’t ',
        'U.S. ',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        expectConsistent(text, readEnglish(text, model))
      }),
      { numRuns: 100 },
    )
  })

  it('reads sentences by their own tokens', () => {
    const read = readTokens([['The', 'heart', 'pumps'], [], ['Blood']], model)
    expect(read.map(({ start, end }) => [start, end])).toEqual([
      [0, 15],
      [16, 16],
      [16, 21],
    ])
    expect(read[0]?.tokens.map(({ text, start }) => [text, start])).toEqual([
      ['The', 0],
      ['heart', 4],
      ['pumps', 10],
    ])
  })
})
