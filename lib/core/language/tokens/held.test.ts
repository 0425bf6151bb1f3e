import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldGroups } from './held'
import { tokenize } from './tokenize'

const CASES: readonly (readonly [sentence: string, groups: readonly string[]])[] = [
  [
    'V. I. Orlov met J.R. Lund and Dr. Weir.',
    ['name V. I. Orlov', 'name J.R. Lund', 'name Dr. Weir'],
  ],
  ['It began on 3 March 1918 and on March 3, 1918.', ['date 3 March 1918', 'date March 3, 1918']],
  ['From May 1907 to the 4th of June', ['date May 1907', 'date 4th of June']],
  ['In 1914–18 some 40 per cent left.', ['date 1914–18', 'share 40 per cent']],
  [
    'He paid $1.5 million, not ten thousand rubles.',
    ['money $1.5 million', 'money ten thousand rubles'],
  ],
  [
    'A lamp was 8s. 6d. in No. 5, pp. 3-9.',
    ['money 8s. 6d.', 'reference No. 5', 'reference pp. 3-9'],
  ],
  ['two hundred and forty-one boats', ['number two hundred and forty-one']],
  ['the 21st and the twenty-first', ['ordinal 21st', 'ordinal twenty-first']],
  [
    'a well-known slow-burning U.S. lamp[3]',
    ['compound well-known', 'compound slow-burning', 'abbreviation U.S.', 'note [3]'],
  ],
  ['at 10:30 a.m. on Jan. 5', ['clock 10:30 a.m.', 'date Jan. 5']],
  [
    'John F. Lund came after World War I. Its end was near 31 °C. Rain fell.',
    ['name John F. Lund'],
  ],
  ['A lamp, a boat and May', []],
]

describe('held groups', () => {
  it.each(CASES)('are found in "%s"', (sentence, groups) => {
    const words = tokenize(sentence, { start: 0, end: sentence.length })
    const found = heldGroups(words)
    expect(found.map(({ kind, start, end }) => `${kind} ${sentence.slice(start, end)}`)).toEqual(
      groups,
    )
  })

  it('stand in order and apart, on whole tokens, whatever the text', () => {
    const part = fc.constantFrom(
      ...[
        '3',
        'March',
        '1918',
        ',',
        '-',
        '–',
        '.',
        'V.',
        'Lund',
        'Dr.',
        '$',
        'ten',
        'thousand',
        '%',
        '[',
        ']',
        'well-known',
        ' ',
        ' ',
        ' ',
      ],
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const text = parts.join('')
        const words = tokenize(text, { start: 0, end: text.length })
        let last = 0
        for (const { from, to, start, end } of heldGroups(words)) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          expect([start, end]).toEqual([words[from]?.start, words[to - 1]?.end])
          last = to
        }
        expect(last).toBeLessThanOrEqual(words.length)
      }),
      { numRuns: 500 },
    )
  })
})
