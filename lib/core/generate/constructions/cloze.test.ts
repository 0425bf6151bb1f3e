import { describe, expect, it } from 'vitest'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import { candidatesOf } from '../generate'
import { model } from '../testing-fixture'

/** Every gap that could be asked, as "question → answer". */
const gaps = (text: string): string[] =>
  candidatesOf(segment(readSource(text)), model(), null)
    .filter(({ item }) => item.construction.startsWith('gap-'))
    .map(({ item }) => `${item.question} → ${item.answer}`)

describe('a statement with a gap', () => {
  it('leaves out what only joins it to the sentence before', () => {
    expect(
      gaps(
        'However, Anna Berg sold the old mill of Norhavn for 900 dollars in the winter of 1709.',
      ).join(),
    ).toMatch(/^Anna Berg sold the old mill of Norhavn for/)
  })

  it('is one of two clauses that "and" joins', () => {
    const asked = gaps(
      'Anna Berg opened the Norland School in the old mill in 1801, and Karl Brask built the lighthouse of Norhavn in 1805.',
    )
    expect(asked).toContain('Karl Brask built the lighthouse of Norhavn in ____. → 1805')
    expect(asked.filter((one) => one.includes('Berg') && one.includes('Brask'))).toEqual([])
  })

  it('leaves out an aside, unless the gap is in it', () => {
    expect(
      gaps(
        'The lighthouse of Norhavn — Karl Brask built it in 1805 — belonged with its gardens to the Bergen Company.',
      ),
    ).toContain('The lighthouse of Norhavn belonged with its gardens to the ____. → Bergen Company')
    const inside = gaps(
      'The council of Norhavn, which Karl Brask led from 1805, quarrelled for years with the masters of the Bergen Company.',
    )
    expect(inside.join('\n')).toMatch(/which Karl Brask led from ____/)
  })

  it('names who is meant by "he"', () => {
    const asked = gaps(
      'Karl Brask lived in Norhavn. He built the great lighthouse on the northern rocks in 1805.',
    )
    expect(asked).toContain(
      'Karl Brask built the great lighthouse on the northern rocks in ____. → 1805',
    )
  })

  it('is not made of half a name, of another’s words, or of "themselves"', () => {
    expect(
      gaps('Berg said: “The mill of Norhavn lost 40 per cent of its grain in the winter of 1801.”'),
    ).toEqual([])
    const asked = gaps('An upset Brask told the members of the harbour council to help themselves.')
    expect(asked.join()).not.toMatch(/→ (?:upset|themselves)/)
  })

  it('is not asked of what only the text around dates, nor of words without a verb', () => {
    expect(
      gaps('Seven years later the fleet of Karl Brask sailed from Bergen to the harbour of Oslo.'),
    ).toEqual([])
    expect(
      gaps('More bread and less work for the sailors of Bergen in the hard year 1709.'),
    ).toEqual([])
  })

  it('is no noun that belongs to its verb, or is known only beside others', () => {
    const text =
      'The sailors of the northern harbours made a comparison between the mills, and the same merchants left Bergen.'
    expect(gaps(text).join('\n')).not.toMatch(/→ (?:comparison|same merchants)/)
  })

  it('is no everyday noun by itself', () => {
    const asked = gaps(
      'The situation of the mills of Norhavn worried Anna Berg, and the sailors described their experience.',
    )
    expect(asked.join('\n')).not.toMatch(/→ (?:situation|experience)/)
  })

  it('is a noun that a long text says again', () => {
    const filler = Array.from(
      { length: 14 },
      (_, i) => `The mill of Norhavn ground the grain of farm ${i + 2}.`,
    )
    const asked = gaps(
      [
        'The periosteum contains the blood vessels and the nerves of the arms and the legs of Norhavn.',
        'An eerie hullabaloo filled the streets of the old harbour of Norhavn in the winter of 1709.',
        'The bones under the periosteum grow in the cold winter of Norhavn.',
        ...filler,
      ].join(' '),
    ).join('\n')
    expect(asked).toMatch(/→ periosteum/)
    expect(asked).not.toMatch(/hullabaloo$/m)
  })

  it('may be a noun that the sentence turns on', () => {
    expect(
      gaps('The periosteum contains the blood vessels and the nerves that feed the compact bone.'),
    ).toContain(
      'The ____ contains the blood vessels and the nerves that feed the compact bone. → periosteum',
    )
  })
})
