import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSource } from '@/lib/core/text/read-source'
import { likeness } from './likeness'
import { segment } from './segment'

const read = (body: string) => segment(readSource(body))
const SENTENCES = [
  'The keeper lit the lamp before the boats came home.',
  'In winter the lamp burned for sixteen hours a night.',
  'The oil was carried up in cans of four gallons each.',
  'Nobody in the town ever thanked him for his trouble.',
]
const TEXT = read(SENTENCES.join(' '))

describe('likeness', () => {
  it('is 1 for the same text, however it is set', () => {
    expect(likeness(TEXT, TEXT)).toBe(1)
    const reset = read(
      `# The Lamp\n\n${SENTENCES.join('\n\n').toUpperCase().replaceAll(' LAMP ', ' *LAMP* ')}`,
    )
    expect(likeness(TEXT, reset)).toBe(1)
  })

  it('is the share of words in common sentences', () => {
    const edited = read(
      [...SENTENCES.slice(0, 3), 'Everybody in the town thanked him every year.'].join(' '),
    )
    expect(likeness(TEXT, edited)).toBeGreaterThan(0.7)
    expect(likeness(TEXT, edited)).toBeLessThan(0.8)
    expect(likeness(edited, TEXT)).toBe(likeness(TEXT, edited))
  })

  it('is 1 where a text only grew', () => {
    expect(
      likeness(
        TEXT,
        read(`${SENTENCES.join(' ')} ${'A new sentence stands here now. '.repeat(9)}`),
      ),
    ).toBe(1)
  })

  it('is 0 for texts that share nothing but short sentences, or say nothing', () => {
    expect(likeness(TEXT, read('Rain fell. A goat ate the hat of the mayor.'))).toBe(0)
    expect(likeness(read('It rained.'), read('It rained. It stopped.'))).toBe(0)
    expect(likeness(read(''), TEXT)).toBe(0)
  })

  it('is symmetric and between 0 and 1', () => {
    const some = fc
      .array(fc.constantFrom(...SENTENCES), { maxLength: 6 })
      .map((s) => read(s.join(' ')))
    fc.assert(
      fc.property(some, some, (a, b) => {
        const like = likeness(a, b)
        expect(like).toBe(likeness(b, a))
        expect(like >= 0 && like <= 1).toBe(true)
      }),
    )
  })
})
