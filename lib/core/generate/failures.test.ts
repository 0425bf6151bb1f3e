import { describe, expect, it } from 'vitest'
import { itemsOf, questions } from './testing-fixture'

const asked = (text: string): string => questions(itemsOf(text)).join('\n')

describe('what a teacher would not ask is not asked', () => {
  it('what only a pronoun names', () => {
    expect(
      asked(
        'He was born in Bergen on 4 June 1702. They sold it to the Company of Norland in 1731.',
      ),
    ).toBe('')
  })

  it('what "the island" lost, when no island was named', () => {
    expect(
      asked('The island lost 30 per cent of its cattle when the sea broke the Great Dyke.'),
    ).toBe('')
  })

  it('but "the republic" is asked by its name where one was given', () => {
    const text =
      'The merchants feared for the Norland Republic. The republic lost 30 per cent of its cattle in 1702.'
    expect(asked(text)).toContain('What share of its cattle did the Norland Republic lose')
  })

  it('a pronoun is given to nobody when two could be meant', () => {
    const text =
      'Anna Berg met Olga Lind in Bergen. She founded the Bergen School of Navigation in 1801.'
    expect(asked(text)).not.toContain('Who founded')
    expect(asked(text)).not.toMatch(/did (?:Anna Berg|Olga Lind) found/)
  })

  it('a pronoun stands for the one person the sentence before is about', () => {
    const items = itemsOf(
      'Anna Berg lived in Bergen. She founded the Bergen School of Navigation in 1801.',
    )
    const who = items.find((i) => i.question.startsWith('Who founded'))
    expect(who?.answer).toBe('Anna Berg')
    expect(who?.evidence).toHaveLength(2)
  })

  it('one of several names in a row', () => {
    expect(asked('In 1702 the town of Bergen was ruled by Lind, Holm and Dahl.')).not.toMatch(
      /____, Holm|Lind, ____|Holm and ____/,
    )
  })

  it('one example of many', () => {
    const text =
      'In the war of 1702 merchants of Bergen like Anna Berg supported the sailors with bread.'
    expect(asked(text)).not.toContain('like ____')
  })

  it('a participle that only describes is no verb', () => {
    expect(asked('The motion proposed by Anna Berg in 1702 was never read in Bergen.')).not.toMatch(
      /did the motion propose/i,
    )
  })

  it('coordinated clauses are not run on', () => {
    const text =
      'Anna Berg founded the Bergen School in 1801, and the harbour of Bergen froze in the same winter.'
    expect(asked(text)).not.toMatch(/^(?:Who|In what year|When).*froze/m)
  })

  it('a negated statement is not asked as if it held', () => {
    expect(asked('Anna Berg did not found the Bergen School of Navigation in 1801.')).not.toMatch(
      /^(?:Who|In what year|When)/m,
    )
  })

  it('a statement that hangs on a condition is not asked as if it held', () => {
    expect(
      asked('If the wind turns, Anna Berg takes the Bergen fleet to Oslo in June.'),
    ).not.toMatch(/^Who/m)
  })

  it('the year of an act is part of its name', () => {
    expect(
      asked('The Salt Act of 1702 forbade every merchant of Bergen to sell herring before dawn.'),
    ).not.toContain('Act of ____')
  })

  it('headings and transcription lines', () => {
    const text = '# The Treaty of Norhavn was signed on 3 March 1702\n\nThe sea was calm.\n'
    expect(itemsOf(text, 'text.md')).toEqual([])
  })

  it('the author thinking aloud', () => {
    const text =
      '---\ntitle: Nets\nauthor: Anna Berg\n---\n\nBerg believes that the nets of Bergen were older than the harbour of Oslo.\n'
    expect(questions(itemsOf(text, 'nets.md')).join()).not.toContain('Who believes')
  })

  it('what the text says of itself', () => {
    expect(
      asked(
        'This section describes the 40 bridges of Bergen. The figure shows the 12 gates of Oslo.',
      ),
    ).toBe('')
  })
})

describe('wrong options', () => {
  const text =
    'The Treaty of Norhavn was signed on 3 March 1702. The Treaty of Lund was signed on 9 May 1711. The Treaty of Vik was signed on 1 June 1720. The town of Lund was burnt in 1731.'

  it('are of the same grain as the answer', () => {
    const item = itemsOf(text).find((i) => i.answer === '3 March 1702')
    const choice = item?.forms.find((f) => f.form === 'choice')
    expect(choice?.form === 'choice' ? [...choice.options].sort() : []).toEqual([
      '1 June 1720',
      '3 March 1702',
      '9 May 1711',
    ])
  })

  it('are left out where the text has none that fit', () => {
    const item = itemsOf('The Treaty of Norhavn was signed on 3 March 1702.')[0]
    expect(item?.forms.map((f) => f.form)).toEqual(['typed', 'flip'])
  })

  it('are no other name of the answer', () => {
    const persons =
      'Anna Berg wrote the Harbour Book in 1801. Berg sold the Harbour Book to Olga Lind in 1802. Ivan Holm printed the Harbour Book in 1803.'
    for (const item of itemsOf(persons)) {
      for (const form of item.forms) {
        if (form.form !== 'choice') continue
        const bergs = form.options.filter((o) => o.endsWith('Berg'))
        expect(bergs.length).toBeLessThanOrEqual(1)
      }
    }
  })

  it('stand in a place that varies', () => {
    const many = Array.from(
      { length: 12 },
      (_, i) => `The Treaty of ${'ABCDEFGHIJKL'[i]}stad was signed on ${i + 1} March 17${i + 10}.`,
    ).join(' ')
    const places = itemsOf(many).flatMap((item) =>
      item.forms.flatMap((f) => (f.form === 'choice' ? [f.options.indexOf(item.answer)] : [])),
    )
    expect(new Set(places).size).toBeGreaterThan(1)
  })
})
