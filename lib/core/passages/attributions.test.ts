import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSource } from '../text/read-source'
import { attributeQuotations } from './attributions'
import { segment } from './segment'

const attributed = (body: string) => attributeQuotations(segment(readSource(body)))

const CASES: readonly (readonly [rule: string, body: string, said: readonly string[]])[] = [
  ['the verb first', '“The lamp is out,” said Dr. Weir.', ['The lamp is out, | Dr. Weir | said']],
  [
    'the speaker first',
    '“The lamp is out,” the owner later wrote.',
    ['The lamp is out, | the owner | wrote'],
  ],
  [
    'a name after its role',
    '“The lamp is out,” the keeper, Mr. Paul Lund, wrote.',
    ['The lamp is out, | Mr. Paul Lund | wrote'],
  ],
  [
    'a lead-in',
    'In May Lund, a sailor, wrote to Hull: “The lamp is out.”',
    ['The lamp is out. | Lund | wrote'],
  ],
  ['a lead-in with a comma', 'She replied, “It is out.”', ['It is out. | She | replied']],
  [
    'two verbs',
    'The report ran to ten pages and said: “It is out.”',
    ['It is out. | The report | said'],
  ],
  [
    'indirect speech',
    'Orlov wrote that the lamp “had gone out of itself.”',
    ['had gone out of itself. | Orlov | wrote'],
  ],
  [
    'according to',
    'According to J. R. Lund, “the lamp was out.”',
    ['the lamp was out. | J. R. Lund | –'],
  ],
  [
    'according to, after',
    '“It was out,” according to the keeper.',
    ['It was out, | the keeper | –'],
  ],
  [
    'an interruption',
    '“It is out,” he said, “and it stays out.” Nobody answered.',
    ['It is out, | he | said', 'and it stays out. | he | said'],
  ],
  [
    'what follows the attribution',
    '“It is out,” says Lund, who keeps it. “Send for oil.”',
    ['It is out, | Lund | says', 'Send for oil. | Lund | says'],
  ],
  [
    'several paragraphs',
    'Weir wrote to Hull about the lamp:\n\n“It is out.\n\n“Send oil at once.”\n\nNobody came to the tower that year.',
    ['It is out.\n\n“Send oil at once. | Weir | wrote'],
  ],
  [
    'one in another',
    'Weir wrote: “The keeper said, ‘It is out,’ and left.”',
    ['The keeper said, ‘It is out,’ and left. | Weir | wrote', 'It is out, | The keeper | said'],
  ],
  [
    'two who say it',
    'Lund and Weir used to say, “Oil first.”',
    ['Oil first. | Lund and Weir | say'],
  ],
  [
    'the owner’s people',
    '“Oil,” Lund’s oldest friend writes, “is dear.”',
    ['Oil, | Lund’s oldest friend | writes', 'is dear. | Lund’s oldest friend | writes'],
  ],
  [
    'words that are only named',
    'They called it the “Hall” and the “Tower,” a change he urged.',
    ['Hall | – | –', 'Tower, | – | –'],
  ],
  [
    'nobody',
    'The “lamp” was a fire. “Oil first” was painted on the wall.',
    ['lamp | – | –', 'Oil first | – | –'],
  ],
]

describe('attributions', () => {
  it.each(CASES)('%s', (_, body, said) => {
    const words = (span: { start: number; end: number } | null) =>
      span ? body.slice(span.start, span.end) : '–'
    expect(
      attributed(body).map((q) => `${words(q)} | ${words(q.speaker)} | ${words(q.verb)}`),
    ).toEqual(said)
  })

  it('lie in the text, and never in the quotation itself, whatever the text', () => {
    const part = fc.constantFrom(
      ...[
        '“',
        '”',
        '‘',
        '’',
        '"',
        ',',
        '.',
        ':',
        ' ',
        ' ',
        '\n\n',
        'said',
        ' Lund ',
        'he',
        ' the ',
        ' wrote that ',
        'According to ',
      ],
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const body = parts.join('')
        for (const { start, end, speaker, verb } of attributed(body)) {
          expect(start <= end && end <= body.length).toBe(true)
          for (const said of [speaker, verb]) {
            if (!said) continue
            expect(said.start < said.end && said.end <= body.length).toBe(true)
            expect(said.end <= start || said.start >= end).toBe(true)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
