import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readValue } from '@/lib/core/text/values/read-value'
import { sameValue } from '@/lib/core/text/values/same-value'
import { acceptFor, nameVariants } from './accept'
import type { Answer } from './fact'
import { itemsOf } from './testing-fixture'

const answer = (text: string, type: Answer['type'], grain: string, number: string): Answer => ({
  text,
  type,
  grain,
  number,
  span: null,
})

describe('what else counts as the answer', () => {
  it('takes no part of a duration that has two', () => {
    const accept = acceptFor(
      answer('two months and ten days', 'duration', 'month', 'two'),
      'How long did the siege of Norhavn last?',
    )
    expect(accept).toContain('2 months and ten days')
    expect(accept).not.toContain('two')
    expect(accept).not.toContain('2')
  })

  it('takes a bare number only where the question names the unit', () => {
    const sum = answer('500 crowns', 'money', 'crowns', '500')
    expect(acceptFor(sum, 'How many crowns did the net cost?')).toContain('500')
    expect(acceptFor(sum, 'The net of the old pilot cost ____.')).not.toContain('500')
    const share = answer('40 per cent', 'share', 'per cent', '40')
    expect(acceptFor(share, 'What share of its cattle did Norland lose?')).toContain('forty')
  })

  it('leaves out what only describes', () => {
    expect(
      acceptFor(answer('30 more hours', 'duration', 'hour', '30'), 'They had ____ to wait.'),
    ).toEqual(['30 hours', 'thirty more hours'])
  })

  it('takes a last name, but no people for another', () => {
    expect(nameVariants('John Adams')).toContain('Adams')
    expect(nameVariants('K.L. Vik')).toEqual(['K. L. Vik', 'Vik'])
    expect(nameVariants('Nordic Baptists')).toEqual([])
  })
})

describe('laws of values', () => {
  const unit = fc.constantFrom('days', 'crowns', 'per cent', 'miles', 'years and two months')
  const number = fc.oneof(
    fc.integer({ min: 2, max: 99 }).map(String),
    fc.constantFrom('nine', 'twelve', 'forty', 'two thousand'),
  )
  const measure = fc.tuple(number, unit)

  it('every accepted way says the same value as the answer', () => {
    fc.assert(
      fc.property(measure, ([n, what]) => {
        const text = `The road to Vardo was closed after the harbour of Bergen had lost ${n} ${what}.`
        for (const item of itemsOf(text)) {
          const wanted = readValue(item.answer)
          for (const way of item.accept) {
            const given = readValue(way)
            if (wanted !== null) expect(given !== null && sameValue(given, wanted)).toBe(true)
          }
        }
      }),
      { numRuns: 50 },
    )
  })

  it('no option is the answer in other words', () => {
    fc.assert(
      fc.property(fc.array(measure, { minLength: 3, maxLength: 6 }), (many) => {
        const text = many
          .map(
            ([n, what], i) => `In ${1700 + i} the harbour of Bergen lost ${n} ${what} to the ice.`,
          )
          .join(' ')
        for (const item of itemsOf(text)) {
          const wanted = readValue(item.answer)
          for (const form of item.forms) {
            if (form.form !== 'choice' || wanted === null) continue
            for (const option of form.options.filter((o) => o !== item.answer)) {
              const value = readValue(option)
              expect(value !== null && sameValue(value, wanted)).toBe(false)
            }
          }
        }
      }),
      { numRuns: 50 },
    )
  })
})
