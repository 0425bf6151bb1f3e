import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf, whenOf } from './calendar'
import { readPoint } from './dates'
import { numberWords, readCardinal } from './number-words'
import { ordinalWords, readOrdinal } from './ordinals'
import { cutPieces } from './pieces'
import { figureOf, ratioOf } from './ratio'

const pieces = (text: string) => cutPieces(text, { start: 0, end: text.length })

describe('numbers', () => {
  it('reads back every number that it writes in words', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), (n) => {
        const cut = pieces(numberWords(n))
        expect(readCardinal(cut, 0)).toEqual({ value: { top: n, bottom: 1n }, end: cut.length })
      }),
    )
  })

  it('reads back every ordinal to ninety-nine', () => {
    for (let n = 1n; n < 100n; n++) {
      const cut = pieces(ordinalWords(n))
      expect(readOrdinal(cut, 0)).toEqual({ value: n, end: cut.length })
    }
  })

  it('keeps decimals exact', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 999_999 }), (above, below) => {
        const figure = `${above}.${String(below).padStart(6, '0')}`
        const ratio = ratioOf(figure)
        expect(ratio === null ? null : ratioOf(figureOf(ratio))).toEqual(ratio)
      }),
    )
  })

  it('cuts pieces that slice to their text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const piece of pieces(text))
          expect(text.slice(piece.start, piece.end)).toBe(piece.text)
      }),
    )
  })
})

describe('dates', () => {
  const months = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ]
  it('reads back every day of a thousand years in both orders of words', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1000, max: 2099 }),
        (day, month, year) => {
          const when = whenOf({ day, month, year })
          const name = months[month - 1] ?? ''
          for (const text of [`${day} ${name} ${year}`, `${name} ${day}, ${year}`])
            expect(readPoint(pieces(text), 0)?.value).toEqual(when)
          expect(partsOf(when.iso)).toEqual({ day, month, year })
        },
      ),
    )
  })
})
