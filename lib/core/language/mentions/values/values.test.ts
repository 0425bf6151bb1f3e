import { describe, expect, it } from 'vitest'
import type { Value, When } from '@/lib/core/language/tree'
import { readingOf } from '../reading-fixture'
import { findValues } from './find-values'

/** Text and value of what is found in a sentence. */
function found(sentence: string): (readonly [string, Value])[] {
  const reading = readingOf(sentence)
  return reading.blocks.flatMap((block) =>
    block.sentences.flatMap((s) =>
      findValues(reading.text, block, s).map((m) => [m.text, m.value] as const),
    ),
  )
}

const date = (iso: string, grain: When['grain'], more: Partial<When> = {}): Value => ({
  type: 'date',
  when: { iso, grain, hedge: 'exactly', ...more },
})
const amount = (from: string, to = from, hedge = 'exactly' as When['hedge']) => ({
  from,
  to,
  hedge,
})

describe('dates', () => {
  it('are none where a bound goes before a bare number', () => {
    expect(found('They asked/VBD for a fleet of at least 1340')[0]?.[1].type).toBe('number')
  })

  it('lend their era to the date before them', () => {
    expect(found('It lasted/VBD from 1300 to 450 BC')[0]?.[1]).toMatchObject({
      from: { iso: '-1300' },
      to: { iso: '-0450' },
    })
  })

  it.each<readonly [string, string, Value]>([
    [
      'It began on the 23rd of January 1918 there',
      '23rd of January 1918',
      date('1918-01-23', 'day'),
    ],
    ['It began on January 23, 1918, there', 'January 23, 1918', date('1918-01-23', 'day')],
    ['It began on 3 March', '3 March', date('--03-03', 'day')],
    ['It began in March 1918', 'March 1918', date('1918-03', 'month')],
    ['It began in May/NNP there', 'May', date('--05', 'month')],
    [
      'It began in the spring of 1918',
      'spring of 1918',
      date('1918', 'season', { season: 'spring' }),
    ],
    [
      'It froze in the winter of 1916–17',
      'winter of 1916–17',
      date('1916', 'season', { season: 'winter' }),
    ],
    [
      'It began in the early months of 1918',
      'early months of 1918',
      date('1918', 'year', { part: 'early' }),
    ],
    ['It began early in 1918', 'early in 1918', date('1918', 'year', { part: 'early' })],
    ['It began at the end of 1917', 'end of 1917', date('1917', 'year', { part: 'late' })],
    ['It began in the late 1930s there', 'late 1930s', date('193', 'decade', { part: 'late' })],
    ['It began in the nineteenth century', 'nineteenth century', date('18', 'century')],
    ['It ended in the 5th century BC', '5th century BC', date('-04', 'century')],
    ['Caesar died/VBD in 44 BC', '44 BC', date('-0044', 'year')],
    ['It stood about 1350 there', 'about 1350', date('1350', 'year', { hedge: 'about' })],
    ['It was dated c. 1200 there', 'c. 1200', date('1200', 'year', { hedge: 'about' })],
  ])('%s', (sentence, text, value) => {
    expect(found(sentence)).toEqual([[text, value]])
  })

  it('gives both calendars their day, and the year to both', () => {
    expect(found('It fell/VBD on October 25 (November 7), 1917')).toEqual([
      ['October 25', date('1917-10-25', 'day', { style: 'old' })],
      ['November 7', date('1917-11-07', 'day', { style: 'new' })],
    ])
  })

  it('takes no verb, no count and no name for a date', () => {
    expect(found('They may/MD march/VB')).toEqual([])
    expect(found('There were 1900 men/NNS')).toEqual([
      ['1900', { type: 'number', amount: amount('1900'), ordinal: false }],
    ])
    expect(found('The October Revolution')).toEqual([])
  })

  it('shares the century of two ordinals', () => {
    expect(found('In the eleventh/JJ and twelfth/JJ centuries/NNS')).toEqual([
      ['eleventh', date('10', 'century')],
      ['twelfth centuries', date('11', 'century')],
    ])
  })
})

describe('periods', () => {
  const bounds = (sentence: string) =>
    found(sentence).map(([text, value]) =>
      value.type === 'period' ? [text, value.from?.iso ?? null, value.to?.iso ?? null] : [text],
    )
  it.each<readonly [string, string, string | null, string | null]>([
    ['It lasted from March to May 1918', 'from March to May 1918', '1918-03', '1918-05'],
    [
      'From the 5th to the 19th of March it was a daily',
      'From the 5th to the 19th of March',
      '--03-05',
      '--03-19',
    ],
    [
      'It ran from 20 April until June 1918',
      'from 20 April until June 1918',
      '1918-04-20',
      '1918-06',
    ],
    ['It met March 6 to 8, 1918, there', 'March 6 to 8, 1918', '1918-03-06', '1918-03-08'],
    ['The war of 1914–18 was long', '1914–18', '1914', '1918'],
    ['The war of 1904–5 was short', '1904–5', '1904', '1905'],
    ['It lasted between 1739 and 1740', 'between 1739 and 1740', '1739', '1740'],
    ['He lived there since 1905', 'since 1905', '1905', null],
    ['He lived there until May 1918', 'until May 1918', null, '1918-05'],
    ['From 1905 onwards he wrote', 'From 1905 onwards', '1905', null],
    ['From 1838 she had a room', 'From 1838', '1838', null],
    ['The accounts of 2021/22 were late', '2021/22', '2021', '2022'],
    ['The accounts of 1999/2000 were late', '1999/2000', '1999', '2000'],
    ['It rose in the second quarter of 1918', 'second quarter of 1918', '1918-04', '1918-06'],
    ['It rose in the first half of 1918', 'first half of 1918', '1918-01', '1918-06'],
    ['It rose in Q3 2020 again', 'Q3 2020', '2020-07', '2020-09'],
    ['It rose in the first five months of 1918', 'first five months of 1918', '1918-01', '1918-05'],
  ])('%s', (sentence, text, from, to) => {
    expect(bounds(sentence)).toEqual([[text, from, to]])
  })

  it('dates a letter from a year by that year', () => {
    expect(found('A letter from 1838 came')).toEqual([['1838', date('1838', 'year')]])
  })

  it('runs back in no calendar', () => {
    expect(bounds('from 1918 to 1914').map(([text]) => text)).toEqual(['1918', '1914'])
  })
})

describe('amounts', () => {
  const number = (...of: Parameters<typeof amount>): Value => ({
    type: 'number',
    amount: amount(...of),
    ordinal: false,
  })
  const share = (...of: Parameters<typeof amount>): Value => ({
    type: 'share',
    amount: amount(...of),
  })
  it.each<readonly [string, string, Value]>([
    ['They had 1,250,000 men', '1,250,000', number('1250000')],
    ['They had two and a half million men', 'two and a half million', number('2500000')],
    ['They had half a million men', 'half a million', number('500000')],
    ['They had some 400 men', 'some 400', number('400', '400', 'about')],
    ['They had two to three million men', 'two to three million', number('2000000', '3000000')],
    ['They had a dozen or so men', 'a dozen or so', number('12', '12', 'about')],
    ['They had no fewer than 300 men', 'no fewer than 300', number('300', '300', 'at least')],
    ['They lost 65 to 70 per cent', '65 to 70 per cent', share('65/100', '70/100')],
    ['They lost 12.5% of it', '12.5%', share('12.5/100')],
    ['They lost a third of it', 'a third', share('1/3')],
    ['They lost nearly two-thirds of it', 'nearly two-thirds', share('2/3', '2/3', 'nearly')],
    ['They lost nine in ten', 'nine in ten', share('9/10')],
    ['They lost one in every eight men', 'one in every eight', share('1/8')],
    ['They lost one in six', 'one in six', share('1/6')],
    ['They lost half of it', 'half', share('1/2')],
    ['It fell/VBD by half.', 'half', share('1/2')],
    [
      'It covers 40 sq km there',
      '40 sq km',
      { type: 'measure', amount: amount('40'), unit: 'sq km' },
    ],
    ['It covers 500 m² there', '500 m²', { type: 'measure', amount: amount('500'), unit: 'm²' }],
    ['It ran at 100 km/h', '100 km/h', { type: 'measure', amount: amount('100'), unit: 'km/h' }],
    ['It cost 40p then', '40p', { type: 'money', amount: amount('40'), currency: 'penny' }],
    [
      'It cost £4–5m then',
      '£4–5m',
      { type: 'money', amount: amount('4000000', '5000000'), currency: 'pound' },
    ],
    [
      'It came to a little more than nine billion paper rubles',
      'a little more than nine billion paper rubles',
      { type: 'money', amount: amount('9000000000', '9000000000', 'more than'), currency: 'ruble' },
    ],
    [
      'It cost $3.5 million',
      '$3.5 million',
      { type: 'money', amount: amount('3500000'), currency: 'dollar' },
    ],
    [
      'It lent £640,000, and more',
      '£640,000',
      { type: 'money', amount: amount('640000'), currency: 'pound' },
    ],
    ['It was one family in five', 'one family in five', share('1/5')],
    [
      'It fell/VBD below nine shillings',
      'nine shillings',
      { type: 'money', amount: amount('9'), currency: 'shilling' },
    ],
    [
      'It missed him by less than a yard',
      'less than a yard',
      { type: 'measure', amount: amount('1', '1', 'less than'), unit: 'yard' },
    ],
    [
      'They rode 1,500 miles a year',
      '1,500 miles',
      { type: 'measure', amount: amount('1500'), unit: 'mile' },
    ],
    ['It cost £60,000', '£60,000', { type: 'money', amount: amount('60000'), currency: 'pound' }],
    ['It lasted five days', 'five days', { type: 'duration', amount: amount('5'), unit: 'day' }],
    [
      'It lasted a year and a half',
      'a year and a half',
      { type: 'duration', amount: amount('1.5'), unit: 'year' },
    ],
    [
      'It lasted half an hour',
      'half an hour',
      { type: 'duration', amount: amount('0.5'), unit: 'hour' },
    ],
    ['A five-year plan', 'five-year', { type: 'duration', amount: amount('5'), unit: 'year' }],
    [
      'It beats 40 to 60 beats a minute',
      '40 to 60 beats a minute',
      { type: 'measure', amount: amount('40', '60'), unit: 'beat per minute' },
    ],
    [
      'It holds up to 5 litres',
      'up to 5 litres',
      { type: 'measure', amount: amount('5', '5', 'at most'), unit: 'litre' },
    ],
    [
      'It covers ten square miles',
      'ten square miles',
      { type: 'measure', amount: amount('10'), unit: 'square mile' },
    ],
    [
      'It is about 20 km away',
      'about 20 km',
      { type: 'measure', amount: amount('20', '20', 'about'), unit: 'km' },
    ],
  ])('%s', (sentence, text, value) => {
    expect(found(sentence)).toEqual([[text, value]])
  })

  it('orders nouns with ordinals', () => {
    expect(found('It was the third/JJ attempt/NN')).toEqual([
      ['third', { type: 'number', amount: amount('3'), ordinal: true }],
    ])
  })

  it('reads two units as two durations', () => {
    expect(found('It lasted two months and ten days').map(([text]) => text)).toEqual([
      'two months',
      'ten days',
    ])
  })

  it('counts two men in ten days apart', () => {
    expect(found('They lost two men/NNS in ten days/NNS').map(([text]) => text)).toEqual([
      'two',
      'ten days',
    ])
  })

  it('counts no hours of the clock, no labels, no idle "one"', () => {
    expect(found('At 11:00 in Chapter 8 one/PRP sees (2) it')).toEqual([])
    expect(found('They met at 9 p.m.')).toEqual([])
    expect(found('They broke apart over one question')).toEqual([])
  })

  it('takes a change for two amounts, the first in the unit of the second', () => {
    const crowns = (figure: string): Value => ({
      type: 'money',
      amount: amount(figure),
      currency: 'crown',
    })
    const change = [
      ['30', crowns('30')],
      ['18 crowns', crowns('18')],
    ]
    expect(found('It fell/VBD from 30 to 18 crowns')).toEqual(change)
    expect(found('It rose/VBD from 18 to 30 crowns').map(([text]) => text)).toEqual([
      '18',
      '30 crowns',
    ])
    expect(found('It takes/VBZ from 18 to 30 crowns').map(([text]) => text)).toEqual([
      'from 18 to 30 crowns',
    ])
  })
})
