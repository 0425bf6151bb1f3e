import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readValue } from './read-value'
import { sameValue } from './same-value'
import { unitNamed } from './units'

/** Each line says one thing in several ways. */
const SAME: readonly (readonly string[])[] = [
  [
    '40 per cent',
    '40%',
    '40 %',
    '40 percent',
    'forty per cent',
    'Forty Percent',
    'the 40 per cent',
  ],
  [
    '65 to 70 per cent',
    '65–70%',
    '65-70 %',
    'between 65 and 70 per cent',
    'sixty-five to seventy percent',
    '65% to 70%',
  ],
  [
    'nine billion',
    '9 billion',
    '9,000,000,000',
    '9000000000',
    '9 000 000 000',
    '9bn',
    '9.0 billion',
  ],
  [
    '14.721 billion rubles',
    'fourteen billion seven hundred and twenty-one million roubles',
    '14,721,000,000 rubles',
  ],
  ['a hundred', '100', 'one hundred'],
  ['two hundred and five', '205', 'two hundred five'],
  ['one and a half million', '1.5 million', '1,500,000', '1½ million'],
  ['half a million', '500,000'],
  ['two dozen', '24', 'twenty-four'],
  [
    'March 10',
    '10 March',
    '10th March',
    'the 10th of March',
    'March 10th',
    'on 10 March',
    'Mar. 10',
    'the tenth of March',
    'MARCH 10',
  ],
  ['24/2', '2/24', '24 February'],
  ['10 March 1918', 'March 10, 1918', '10.3.1918', '1918-03-10', 'Sunday, 10 March 1918'],
  ['1917', 'in 1917', 'the year 1917', 'since 1917'],
  ['44 BC', '44 B.C.', '44 BCE'],
  ['the 1850s', '1850s', "1850's"],
  ['the eighteenth century', '18th century', 'in the 18th century'],
  ['late October', 'in late October', 'the end of October'],
  ['the spring of 1838', 'spring 1838', 'in spring 1838'],
  ['from May 26 to June 4', 'May 26 to June 4', '26 May – 4 June', 'between May 26 and June 4'],
  ['26 May to 4 June 1918', 'May 26 to June 4, 1918', '26 May 1918 to 4 June 1918'],
  ['from the 23rd to the 31st of January', '23–31 January', 'January 23 to 31', 'January 23-31'],
  ['from 6 to 8 March 1918', 'March 6–8, 1918', 'March 6 to 8, 1918'],
  ['1925–1928', '1925-28', 'from 1925 to 1928', 'between 1925 and 1928', '1925 to 1928'],
  ['from April 20 until June', '20 April to June'],
  ['November to March', 'from November until March'],
  ['two months and ten days', '2 months, 10 days', '2 months 10 days'],
  ['five days', '5 days', '5'],
  ['0.8 seconds', '800 milliseconds', '0.8 s', '0.8'],
  ['ninety minutes', 'an hour and 30 minutes', 'one and a half hours', '1.5 h'],
  ['half an hour', '30 minutes'],
  ['two weeks', '14 days', 'a fortnight'],
  ['18–21 years', '18 to 21 years', '18 years to 21 years', '18–21'],
  ['30 minutes to 2 hours', '30 min to 2 h'],
  ['120 millilitres', '120 ml', '120 mL', '120 milliliters', '0.12 litres', '120'],
  ['minus 5 degrees Celsius', '-5 °C', '−5°C'],
  ['two-thirds', '2/3', 'two thirds'],
  ['half', '50%', 'one half', '1/2'],
  ['three-fifths', '60 per cent'],
  ['$500', '500 dollars', 'five hundred dollars', '500'],
  ['£3 million', '3 million pounds', '3,000,000 pounds'],
  ['11:00 a.m.', '11 am', '11:00'],
  ['noon', '12:00', 'midday', '12 p.m.'],
  ['the seventh', '7th', 'seventh'],
]

/** Pairs of an answer and what is not it. */
const DIFFERENT: readonly (readonly [wanted: string, given: string])[] = [
  ['90 per cent', '9 per cent'],
  ['65 to 70 per cent', '65 per cent'],
  ['65 to 70 per cent', '65 to 80 per cent'],
  ['40 per cent', '40 rubles'],
  ['40 per cent', '40 percentage points'],
  ['120 millilitres', '120 litres'],
  ['five days', 'five weeks'],
  ['five days', '5 rubles'],
  ['two months and ten days', 'two months'],
  ['two months and ten days', '2'],
  ['March 10', 'March 11'],
  ['March 10', 'May 10'],
  ['March 10', '10/3'],
  ['March 10', 'March'],
  ['March 10', '10'],
  ['10 March 1918', '10 March'],
  ['10 March', '10 March 1917'],
  ['10 March 1918', '1918'],
  ['1917', '1918'],
  ['1917', 'before 1917'],
  ['until June', 'since June'],
  ['late October', 'early October'],
  ['the 1850s', '1850'],
  ['the 18th century', '1800'],
  ['44 BC', 'AD 44'],
  ['from May 26 to June 4', 'May 26'],
  ['from May 26 to June 4', 'May 26 to June 5'],
  ['more than nine billion', 'less than nine billion'],
  ['nine billion', 'more than nine billion'],
  ['nine billion', 'nine million'],
  ['the seventh', 'the sixth'],
  ['11:00 a.m.', '11:00 p.m.'],
  ['minus 5 degrees Celsius', '5 degrees Celsius'],
  ['-5 °C', '-5 °F'],
  ['$500', '£500'],
]

const NONE = [
  'Petrograd',
  'V.M. Smirnov',
  'hundreds of thousands',
  'not 40',
  'Article I',
  '',
  '31 February 1918',
  '12345678901234567890',
  '1.2.3.4',
  'forty winks and 7 dwarfs',
  '7x',
  'one of them, or 2',
]

const value = (text: string) => {
  const read = readValue(text)
  if (!read) throw new Error(`no value: ${text}`)
  return read
}

describe('values', () => {
  it.each(SAME.map((ways) => [ways[0] ?? '', ways] as const))(
    '%s is the same however it is said',
    (first, ways) => {
      for (const way of ways)
        expect(`${way}: ${sameValue(value(way), value(first))}`).toBe(`${way}: true`)
    },
  )

  it.each(DIFFERENT)('%s is not %s', (wanted, given) => {
    const read = readValue(given)
    expect(read !== null && sameValue(read, value(wanted))).toBe(false)
  })

  it.each(NONE)('%j is no value', (text) => {
    expect(readValue(text)).toBeNull()
  })

  it('lets a hedge be left out or weakened, not turned round', () => {
    const wanted = value('a little more than nine billion paper rubles')
    for (const given of ['nine billion rubles', 'about 9 billion', 'over nine billion rubles']) {
      expect(sameValue(value(given), wanted)).toBe(true)
    }
    expect(sameValue(value('nearly nine billion rubles'), wanted)).toBe(false)
  })

  it('keeps what is counted', () => {
    expect(value('160 Communists')).toMatchObject({ kind: 'number', noun: 'Communists' })
    expect(value('40 per cent of its proletariat')).toMatchObject({
      kind: 'share',
      noun: 'proletariat',
    })
    expect(value('nine billion paper rubles')).toMatchObject({
      kind: 'money',
      unit: 'ruble',
      noun: 'paper',
    })
    expect(value('the Seventh Party Congress')).toMatchObject({
      kind: 'ordinal',
      n: 7,
      noun: 'Party Congress',
    })
    expect(value('60 to 100 times a minute')).toMatchObject({
      kind: 'number',
      noun: 'times a minute',
    })
  })

  it('reads every number back from its digits and its words', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (n) => {
        expect(sameValue(value(n.toLocaleString('en-US')), value(`${n}`))).toBe(true)
        expect(sameValue(value(inWords(n)), value(`${n}`))).toBe(true)
      }),
    )
  })

  it('tells apart any two different numbers, shares and days', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(9999), (a, b) => {
        fc.pre(a !== b)
        expect(sameValue(value(`${a} %`), value(`${b} per cent`))).toBe(false)
        expect(sameValue(value(`${a} km`), value(`${b} kilometres`))).toBe(false)
        expect(sameValue(value(`${a} men`), value(`${b} men`))).toBe(false)
      }),
    )
  })

  it('never fails, whatever is typed', () => {
    const part = fc.constantFrom(
      ...'0 1 23 1917 . , - – / : % $ ° st th and to from between half a of per cent March 10th century BC a.m. two million about not'.split(
        ' ',
      ),
      ' ',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.string(), (parts, noise) => {
        const read = readValue(parts.join(' '))
        if (read) expect(sameValue(read, read)).toBe(true)
        readValue(noise)
      }),
      { numRuns: 500 },
    )
  })

  it('knows its units', () => {
    expect(unitNamed('kilometre')?.factor).toBe(1000)
    expect(unitNamed('furlong')).toBeUndefined()
  })
})

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

function inWords(n: number): string {
  if (n < 20) return ONES[n] ?? ''
  if (n < 100) return `${TENS[Math.floor(n / 10) - 2]}${n % 10 ? `-${ONES[n % 10]}` : ''}`
  for (const [size, name] of [
    [1e6, 'million'],
    [1e3, 'thousand'],
    [100, 'hundred'],
  ] as const) {
    if (n < size) continue
    const rest = n % size
    const and = rest > 0 && rest < 100 ? ' and' : ''
    return `${inWords(Math.floor(n / size))} ${name}${and}${rest ? ` ${inWords(rest)}` : ''}`
  }
  return ''
}
