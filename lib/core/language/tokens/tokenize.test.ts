import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../passages/sentences'
import { tokenize } from './tokenize'

const CASES: readonly (readonly [rule: string, sentence: string, tokens: string])[] = [
  [
    'clitics',
    'It’s late and I don’t know, he’d have.',
    'It ’s late and I do n’t know , he ’d have .',
  ],
  ['straight clitics', "They'll say it can't be.", "They 'll say it ca n't be ."],
  ['clitics without a sign', 'We cannot, and dont want to.', 'We can not , and do nt want to .'],
  ['what is another word too', 'Its crew were ill.', 'Its crew were ill .'],
  ['possessives', 'The miner’s and the miners’ lamps', 'The miner ’s and the miners ’ lamps'],
  ['names with apostrophes', 'O’Hara of Ma’an met d’Alva.', 'O’Hara of Ma’an met d’Alva .'],
  ['elisions', "’Tis ’em of the ’90s, rock 'n' roll", "’T is ’em of the ’90s , rock 'n ' roll"],
  [
    'hyphens',
    'a well-known, re-elected vice-chairman of 15-year terms',
    'a well - known , re-elected vice - chairman of 15 - year terms',
  ],
  ['prefixes keep theirs', 'the non-Baltic anti-war co-op', 'the non-Baltic anti-war co-op'],
  ['dashes', 'It fell—so they say – and -- well -', 'It fell — so they say – and -- well -'],
  ['ranges', '1914–18, pp. 3-9', '1914 – 18 , pp. 3 - 9'],
  [
    'money and shares',
    'It cost $1,200.50, or 40% of £3m.',
    'It cost $ 1,200.50 , or 40 % of £ 3 m .',
  ],
  ['ordinals and decades', 'the 21st of the 1890s', 'the 21st of the 1890s'],
  ['dates and times', 'On 3/3/1918 at 10:30am', 'On 3/3/1918 at 10:30 am'],
  ['names that begin with figures', 'a 3D map of 4chan', 'a 3D map of 4chan'],
  ['old money', 'It cost 3s. 6d. a gallon.', 'It cost 3s. 6d. a gallon .'],
  ['initials', 'V. I. Orlov and J.R. Lund met.', 'V. I. Orlov and J.R. Lund met .'],
  [
    'abbreviations',
    'Dr. Weir of the U.S. Senate, e.g. No. 5',
    'Dr. Weir of the U.S. Senate , e.g. No. 5',
  ],
  ['the point that ends', 'They sold nails, ropes, etc.', 'They sold nails , ropes , etc .'],
  ['the point inside brackets', '(He left the U.S.)', '( He left the U.S . )'],
  ['etc. inside', 'Nails, ropes, etc. were sold.', 'Nails , ropes , etc. were sold .'],
  ['quotes', '“No,” he said, ‘or "yes".’', '“ No , ” he said , ‘ or " yes " . ’'],
  ['points of omission', 'He waited... and … left.', 'He waited ... and … left .'],
  ['many marks', 'What?! No!!!', 'What ?! No !!!'],
  [
    'addresses',
    'See https://lund.example/a_(b)?c=1, or ask info@lund.example.',
    'See https://lund.example/a_(b)?c=1 , or ask info@lund.example .',
  ],
  ['files and sites', 'Open map_2.pdf at weir.co.uk.', 'Open map_2.pdf at weir.co.uk .'],
  ['alternatives', 'and/or 1/2 of it', 'and / or 1/2 of it'],
  ['firms', 'AT&T and R&D', 'AT&T and R&D'],
  ['note numbers', 'It fell.[12]', 'It fell . [ 12 ]'],
  [
    'emphasis',
    'He read *The Beacon* and _The Mirror_.',
    'He read * The Beacon * and _ The Mirror _ .',
  ],
  ['accents and marks', 'Škoda na\u0308ive', 'Škoda na\u0308ive'],
]

const read = (text: string) => tokenize(text, { start: 0, end: text.length })

describe('tokens', () => {
  it.each(CASES)('stand as the treebanks have them: %s', (_, sentence, tokens) => {
    expect(
      read(sentence)
        .map(({ text }) => text)
        .join(' '),
    ).toBe(tokens)
  })

  it('are whole over the end of a line, where a word was broken', () => {
    const words = read('The govern-\nment of the well-\nknown Lund')
    expect(words.map(({ form }) => form)).toEqual([
      'The',
      'government',
      'of',
      'the',
      'well',
      '-',
      'known',
      'Lund',
    ])
    expect(words[1]?.text).toBe('govern-\nment')
  })

  it('of a part have their offsets in the whole', () => {
    const body = 'One. Two, three.'
    expect(tokenize(body, { start: 5, end: 16 }).map(({ start, end }) => [start, end])).toEqual([
      [5, 8],
      [8, 9],
      [10, 15],
      [15, 16],
    ])
  })
})

/** What tokens are made of, in every order, and any characters between. */
const part = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      ...' \n\t.,;:!?…“”‘’"\'`()[]*_-–—/&%$£#@+~<>|\u00ad\u0301\u200d'.split(''),
    ),
  },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      ...[
        "n't",
        '’s',
        'cannot',
        'U.S.',
        'e.g.',
        'Mr',
        'V.',
        're',
        'well',
        'www.a.b',
        'http://',
        'a@b',
        '3.5',
        '1918',
        '21st',
      ],
      ...[
        '10km',
        '...',
        '. . .',
        '-\n',
        'word',
        'Word',
        'the',
        'I',
        ':-)',
        '[3]',
        '\u{1F30A}',
        'É',
        '灯台',
        '\ud800',
      ],
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
)
const anyText = fc.array(part, { maxLength: 80 }).map((parts) => parts.join(''))

/** Any order of what people write. */
const prose = fc
  .array(
    fc.constantFrom(
      ...[
        'The',
        'don’t',
        'it’s,',
        're-elected',
        'well-known',
        'U.S.',
        'Dr.',
        'V. I.',
        'e.g.',
        'etc.',
        'cannot',
        'miners’',
      ],
      ...[
        '1,200',
        '40%',
        '£5m',
        '1914–18,',
        'No. 5;',
        '3.5',
        '21st',
        '1890s',
        '’90s',
        '3/3/1918',
        '10:30am',
        '6d.',
      ],
      ...[
        '“so,”',
        '(they say)',
        '—',
        'a—b',
        'and/or',
        '…',
        'lamp...',
        'AT&T',
        'www.lund.example',
        '‘we',
        '[3]',
        '*The*',
      ],
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((words) => `${words.join(' ')}.`)

describe('laws of tokens, for any text at all', () => {
  it('they rise, stand apart, slice to their text and lose nothing but white space', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0
        for (const word of read(text)) {
          expect(word.start).toBeGreaterThanOrEqual(last)
          expect(word.end).toBeGreaterThan(word.start)
          expect(text.slice(last, word.start).trim()).toBe('')
          expect(text.slice(word.start, word.end)).toBe(word.text)
          expect(word.form).not.toMatch(/\s/)
          last = word.end
        }
        expect(text.slice(last).trim()).toBe('')
      }),
      { numRuns: 2000 },
    )
  })

  it('sentences part them: none stands in two, none in no sentence', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const sentences = splitSentences(text, { start: 0, end: text.length })
        const words = sentences.flatMap((sentence) => tokenize(text, sentence))
        expect(
          words
            .map((word) => word.text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''))
      }),
      { numRuns: 500 },
    )
  })

  it('read again with a space between them, they stay as they are', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const forms = read(text).map((word) => word.form)
        expect(read(forms.join(' ')).map((word) => word.form)).toEqual(forms)
      }),
      { numRuns: 1000 },
    )
  })
})
