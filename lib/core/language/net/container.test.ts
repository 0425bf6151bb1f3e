import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openModel } from '../model'
import { BrokenWeights, openWeights } from './container'
import { makeWeights, SMALL } from './weights-fixture'

const whole = makeWeights(SMALL, 1)

function changed(change: (bytes: Uint8Array) => void): Uint8Array {
  const bytes = Uint8Array.from(whole)
  change(bytes)
  return bytes
}

/** The header with one thing replaced by another of the same length. */
const withHeader = (from: string, to: string): Uint8Array =>
  changed((bytes) => {
    const at = new TextDecoder('latin1').decode(bytes).indexOf(from)
    if (at < 0) throw new Error(`the header has no ${from}`)
    bytes.set(new TextEncoder().encode(to.padEnd(from.length)), at)
  })

describe('a file of weights', () => {
  it('yields its parts', () => {
    const weights = openWeights(whole)
    expect(weights.dims).toMatchObject({ hidden: 16, layers: 2 })
    expect(weights.dims.affixes.map(({ name, side, letters }) => [name, side, letters])).toEqual([
      ['suffix2', 'suffix', 2],
      ['suffix3', 'suffix', 3],
      ['suffix4', 'suffix', 4],
      ['prefix2', 'prefix', 2],
      ['prefix3', 'prefix', 3],
    ])
    expect(weights.text('words')).toEqual(SMALL.words)
    expect(weights.tensor('shape', 12, 4)).toHaveLength(48)
  })

  it('may lie anywhere in memory', () => {
    const moved = new Uint8Array(whole.length + 3)
    moved.set(whole, 3)
    expect(openWeights(moved.subarray(3)).tensor('arc', 12, 12)).toEqual(
      openWeights(whole).tensor('arc', 12, 12),
    )
  })

  it.each([
    ['nothing', new Uint8Array(0), 'no file of weights'],
    ['another file', new TextEncoder().encode('# A text about the heart\n'), 'no file of weights'],
    ['half of one', whole.subarray(0, whole.length >> 1), 'should have'],
    ['one with more behind', Uint8Array.from([...whole, 0]), 'should have'],
    ['another format', withHeader('"format":1', '"format":2'), 'header of the weights is wrong'],
    ['a header that is none', withHeader('{"format"', '["format"'), 'not JSON'],
    ['a width nobody can take', withHeader('"hidden":16', '"hidden":17'), 'hidden'],
    ['sizes that contradict', withHeader('"hidden":16', '"hidden":24'), 'should be 12 × 48'],
    ['a tensor of another name', withHeader('"name":"arcDep"', '"name":"arcDip"'), 'arcDep'],
    ['a relation too few', withHeader('"lines":9', '"lines":8'), 'has 9 lines, not 8'],
  ])('is refused with a sentence: %s', (_, file, words) => {
    expect(() => openModel(file, 'plain')).toThrow(BrokenWeights)
    expect(() => openModel(file, 'plain')).toThrow(words)
  })

  it('is refused, or read, whatever stands in its header', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1500 }), fc.integer({ min: 32, max: 126 }), (at, byte) => {
        const file = changed((bytes) => {
          bytes[8 + at] = byte
        })
        try {
          openModel(file, 'plain')
        } catch (error) {
          expect(error).toBeInstanceOf(BrokenWeights)
        }
      }),
      { numRuns: 300 },
    )
  })
})
