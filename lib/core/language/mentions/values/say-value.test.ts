import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Amount, Hedge, Value, When } from '@/lib/core/language/tree'
import { readMeasured } from './amounts'
import { whenOf } from './calendar'
import { readPoint } from './dates'
import { readPeriod } from './periods'
import { cutPieces } from './pieces'
import { sayValue } from './say-value'

const pieces = (text: string) => cutPieces(text, { start: 0, end: text.length })
const hedge = fc.constantFrom<Hedge>(
  'exactly',
  'about',
  'nearly',
  'at least',
  'at most',
  'more than',
  'less than',
)
const amount: fc.Arbitrary<Amount> = fc
  .record({ from: fc.integer({ min: 2, max: 900_000 }), more: fc.nat(90_000), hedge })
  .map(({ from, more, hedge: how }) => ({ from: `${from}`, to: `${from + more}`, hedge: how }))
const measured: fc.Arbitrary<Value> = fc.oneof(
  amount.map((a) => ({ type: 'number' as const, amount: a, ordinal: false })),
  fc
    .tuple(amount, fc.constantFrom('ruble', 'dollar', 'franc', 'penny', 'euro'))
    .map(([a, currency]) => ({ type: 'money' as const, amount: a, currency })),
  fc
    .tuple(
      amount,
      fc.constantFrom('kilometre', 'foot', 'square mile', 'mile per hour', 'km', 'mmHg'),
    )
    .map(([a, unit]) => ({ type: 'measure' as const, amount: a, unit })),
  fc
    .tuple(amount, fc.constantFrom('day' as const, 'year' as const, 'century' as const))
    .map(([a, unit]) => ({ type: 'duration' as const, amount: a, unit })),
  amount.map((a) => ({
    type: 'share' as const,
    amount: { ...a, from: `${a.from}/100`, to: `${a.to}/100` },
  })),
)
const when: fc.Arbitrary<When> = fc.oneof(
  fc
    .record({
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 12 }),
      year: fc.integer({ min: 1000, max: 2099 }),
    })
    .map(whenOf),
  fc.integer({ min: 1000, max: 2099 }).map((year) => whenOf({ day: null, month: null, year })),
  fc.integer({ min: -900, max: -1 }).map((year) => whenOf({ day: null, month: null, year })),
  fc.integer({ min: 1, max: 20 }).map(
    (n): When => ({
      iso: String(n).padStart(2, '0'),
      grain: 'century',
      hedge: 'exactly',
    }),
  ),
  fc
    .integer({ min: 181, max: 199 })
    .map((n): When => ({ iso: `${n}`, grain: 'decade', hedge: 'exactly' }))
    .filter(({ iso }) => !iso.endsWith('0')),
)

describe('a value in words', () => {
  it('is read back as the same amount', () => {
    fc.assert(
      fc.property(measured, (value) => {
        expect(readMeasured(pieces(sayValue(value)), 0)?.value).toEqual(value)
      }),
    )
  })

  it('is read back as the same date', () => {
    fc.assert(
      fc.property(when, (point) => {
        expect(readPoint(pieces(sayValue({ type: 'date', when: point })), 0)?.value).toEqual(point)
      }),
    )
  })

  it('is read back as the same period', () => {
    const year = fc.integer({ min: 1000, max: 2000 })
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 90 }), (first, length) => {
        const point = (n: number) => whenOf({ day: null, month: null, year: n })
        const value = { from: point(first), to: point(first + length) }
        expect(readPeriod(pieces(sayValue({ type: 'period', ...value })), 0)?.value).toEqual(value)
      }),
    )
  })
})
