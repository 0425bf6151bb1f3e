import { describe, expect, it } from 'vitest'
import { elementKey, itemKey, type Keyed } from './key'

const item: Keyed = {
  kind: 'share',
  answer: '40 per cent',
  elements: [],
  quote: 'Hull lost 40 per cent of its “boats”.',
}

describe('keys', () => {
  it('are short hexadecimal, and the same for the same item', () => {
    expect(itemKey(item)).toMatch(/^[0-9a-f]{16}$/)
    expect(itemKey({ ...item })).toBe(itemKey(item))
    // Learners' progress hangs on it: a change of this value is a migration.
    expect(itemKey(item)).toBe('cd38dcd0113229f8')
    expect(elementKey('Oil and wicks')).toBe('ff624205cf3b0a2d')
  })

  it('do not depend on case, spacing, dashes and the style of quotation marks', () => {
    const quote = ' hull lost 40 per\ncent of its "Boats".'
    expect(itemKey({ ...item, quote, answer: '40  Per Cent' })).toBe(itemKey(item))
    expect(elementKey(' oil and\nWicks')).toBe(elementKey('Oil and wicks'))
  })

  it('differ where kind, answer, evidence, elements or occurrence differ', () => {
    const others: Keyed[] = [
      { ...item, kind: 'count' },
      { ...item, answer: '4 per cent' },
      { ...item, quote: 'Hull lost 40 per cent of its sails.' },
      { ...item, elements: [{ text: 'oil' }] },
      { ...item, occurrence: 2 },
      { ...item, occurrence: 'sails' },
    ]
    expect(new Set([item, ...others].map(itemKey)).size).toBe(others.length + 1)
  })

  it('do not depend on the order of the elements, and never run two into one', () => {
    const list = (...texts: string[]) =>
      itemKey({ ...item, elements: texts.map((text) => ({ text })) })
    expect(list('oil', 'wicks')).toBe(list('wicks', 'oil'))
    expect(list('oil wicks')).not.toBe(list('oil', 'wicks'))
    expect(itemKey({ ...item, answer: 'a b', quote: 'c' })).not.toBe(
      itemKey({ ...item, answer: 'a', quote: 'b c' }),
    )
  })
})
