import { describe, expect, it } from 'vitest'
import { type AnswerKey, checkAnswer } from './check'

type Case = readonly [answer: string, typed: string]
const verdict = (typed: string, key: string | AnswerKey) =>
  checkAnswer(typed, typeof key === 'string' ? { answer: key, accept: [] } : key).verdict
const person = (answer: string): AnswerKey => ({ answer, accept: [], kind: 'person' })

describe('right answers', () => {
  const RIGHT: readonly Case[] = [
    ['Petrograd', 'petrograd'],
    ['Petrograd', '  PETROGRAD. '],
    ['Petrograd', 'in Petrograd'],
    ['Petrograd', 'It was in the city of Petrograd'],
    ['in Petrograd', 'Petrograd'],
    ['the Moscow Regional Committee', 'Moscow Regional Committee'],
    ['Brest-Litovsk', 'Brest Litovsk'],
    ['Brest-Litovsk', 'brestlitovsk'],
    ['Left S-Rs', 'left SRs'],
    ['diploë', 'diploe'],
    ['Łódź', 'Lodz'],
    ['the people’s council', "The peoples' council"],
    ['U.S. Senate', 'US senate'],
    ['the treaty of Versailles', 'Versailles treaty'],
    ['nationalisation of the land', 'nationalization of land'],
    ['the colour of the metre', 'color of the meter'],
    ['World War II', 'world war 2'],
    ['World War II', 'World War Two'],
    ['George V', 'george 5'],
    ['Rule XXII', 'Rule 22'],
    ['the Seventh Party Congress', '7th party congress'],
    ['40 per cent', 'forty percent'],
    ['40 per cent', '40'],
    ['40 per cent', '40 per cent of the proletariat'],
    ['a little more than nine billion paper rubles', '9,000,000,000 rubles'],
    ['a little more than nine billion paper rubles', 'nine billion'],
    ['160 Communists', '160'],
    ['160 Communists', 'one hundred and sixty communists'],
    ['March 10', 'the 10th of March'],
    ['from the 5th to the 19th of March', '5-19 March'],
    ['two months and ten days', '2 months 10 days'],
    ['120 millilitres', '120 ML'],
    ['five days', '5 days longer'],
    ['Socialist Revolutionaries (S-Rs)', 'S-Rs'],
    ['Socialist Revolutionaries (S-Rs)', 'socialist revolutionaries'],
    ['mitosis (in plants)', 'mitosis'],
    ['Bukharin, Radek and Uritsky', 'Uritsky, Bukharin, Radek'],
    ['Bukharin, Radek and Uritsky', 'radek & uritsky and bukharin'],
    ['sugar and fuel', 'fuel and sugar'],
    ['union of all poor and exploited masses', 'union of poor and exploited masses'],
    ['because the harvest failed', 'the harvest failed'],
    ['C++', 'c++'],
    ['Na+', 'na+'],
    ['ATP', 'A.T.P.'],
    ['?', ' ? '],
  ]
  it.each(RIGHT)('%s ← %s', (answer, typed) => {
    expect(verdict(typed, answer)).toBe('right')
  })

  it('takes any accepted answer, and says which', () => {
    const key = { answer: 'the Communist (Bolshevik) Party', accept: ['the Bolsheviks', 'RCP(b)'] }
    expect(checkAnswer('bolsheviks', key)).toEqual({ verdict: 'right', matched: 'the Bolsheviks' })
  })
})

describe('spelling', () => {
  const CLOSE: readonly Case[] = [
    ['Petrograd', 'Petorgrad'],
    ['Petrograd', 'Petrogrod'],
    ['Preobrazhensky', 'Preobrajensky'],
    ['osteoclast', 'ostioclast'],
    ['the medullary cavity', 'the medulary cavity'],
    ['epiphysis', 'epiphisys'],
    ['forty rubles', 'forty rubels'],
    ['40 per cent', '40 precent'],
    ['vein', 'vien'],
    ['160 Communists', '160 comunists'],
  ]
  it.each(CLOSE)('%s ← %s is close', (answer, typed) => {
    const check = checkAnswer(typed, { answer, accept: [] })
    expect(check).toEqual({ verdict: 'close', matched: answer })
  })

  const OTHER: readonly Case[] = [
    ['Iran', 'Iraq'],
    ['lung', 'lunge'],
    ['hypertension', 'hypotension'],
    ['afferent', 'efferent'],
    ['osteoblast', 'osteoclast'],
    ['osteoblast', 'osteoclasts'],
    ['lactase', 'lactose'],
    ['nitrate', 'nitrite'],
    ['Slovakia', 'Slovenia'],
    ['Austria', 'Australia'],
    ['Gambia', 'Zambia'],
    ['mitosis', 'meiosis'],
    ['employer', 'employee'],
    ['possible', 'impossible'],
    ['conscious', 'unconscious'],
    ['ileum', 'ilium'],
    ['vitamin A', 'vitamin B'],
    ['vitamin A', 'vitamin'],
    ['C++', 'C'],
    ['C++', 'C#'],
    ['H2O', 'H3O'],
    ['Na+', 'Na'],
    ['he did not sign', 'he did sign'],
    ['never', 'ever'],
    ['no compromise', 'compromise'],
    ['from Moscow', 'to Moscow'],
    ['New York', 'York'],
    ['York', 'New York'],
    ['Bukharin, Radek and Uritsky', 'Bukharin and Radek'],
    ['Bukharin and Radek', 'Bukharin, Radek and Uritsky'],
    ['Petrograd', ''],
    ['Petrograd', '...'],
  ]
  it.each(OTHER)('%s ← %s is wrong', (answer, typed) => {
    expect(verdict(typed, answer)).toBe('wrong')
  })

  it('forgives nothing that makes the answer another option', () => {
    const key: AnswerKey = {
      answer: 'Kamenev',
      accept: [],
      forms: [{ form: 'choice', prompt: 'Who?', options: ['Kamenev', 'Kamenova', 'Lunin'] }],
    }
    expect(verdict('Kamenov', key)).toBe('wrong')
    expect(verdict('Kamenef', key)).toBe('close')
  })
})

describe('numbers and dates', () => {
  const WRONG: readonly Case[] = [
    ['90 per cent', '9 per cent'],
    ['90 per cent', '9'],
    ['65 to 70 per cent', '65 per cent'],
    ['40 per cent', '40 rubles'],
    ['120 millilitres', '120 litres'],
    ['160 Communists', '160 Mensheviks'],
    ['160 Communists', '161'],
    ['7 Right S-Rs', '7 Maximalist S-Rs'],
    ['March 10', '10/3'],
    ['March 10', 'March 12'],
    ['March 10', 'May 10'],
    ['10 March 1918', '10 March 1917'],
    ['by 1715', 'before 1715'],
    ['more than nine billion', 'less than nine billion'],
    ['World War II', 'World War I'],
    ['World War II', 'World War'],
    ['Rule 22', 'Rule 2'],
    ['Rule 22 (1917)', 'Rule 22 (1918)'],
    ['George III', 'George II'],
    ['the Seventh Party Congress', 'the Sixth Party Congress'],
    ['not 40', '40'],
    ['not 40 per cent', '40 per cent'],
  ]
  it.each(WRONG)('%s ← %s is wrong', (answer, typed) => {
    expect(verdict(typed, answer)).toBe('wrong')
  })
})

describe('a number accepted without what it counts', () => {
  it('is taken without it, and not with anything else', () => {
    const delegates = { answer: '7 Right S-Rs', accept: ['7', 'seven'] }
    expect(verdict('7', delegates)).toBe('right')
    expect(verdict('about seven', delegates)).toBe('right')
    expect(verdict('7 Mensheviks', delegates)).toBe('wrong')
    const share = { answer: '80 per cent', accept: ['80', 'eighty'] }
    expect(verdict('80', share)).toBe('right')
    expect(verdict('80 mmHg', share)).toBe('wrong')
    expect(verdict('80 %', share)).toBe('right')
    expect(verdict('80 litres', { answer: '80', accept: ['eighty'] })).toBe('right')
  })
})

describe('names of persons', () => {
  const RIGHT: readonly Case[] = [
    ['V.M. Smirnov', 'Smirnov'],
    ['V.M. Smirnov', 'Smirnov, V. M.'],
    ['V.M. Smirnov', 'v. m. smirnov'],
    ['V.M. Smirnov', 'VM Smirnov'],
    ['V.M. Smirnov', 'V. Smirnov'],
    ['V.M. Smirnov', 'Vladimir Smirnov'],
    ['Karl Radek', 'Radek'],
    ['Karl Radek', 'K. Radek'],
    ['Karl Radek', 'Radek, Karl'],
    ['Karl Radek', 'radek karl'],
    ['Bukharin', 'Nikolai Bukharin'],
    ['J. D. van der Waals', 'Waals'],
    ['J. D. van der Waals', 'van der Waals'],
    ['Lenin', 'by Lenin'],
    ['Sandra Day O’Connor', "O'Connor"],
    ['Obolensky (Osinsky) and V.M. Smirnov', 'Smirnov and Obolensky'],
    ['Dr. Ada Quill', 'Ada Quill'],
  ]
  it.each(RIGHT)('%s ← %s', (answer, typed) => {
    expect(verdict(typed, person(answer))).toBe('right')
  })

  const WRONG: readonly Case[] = [
    ['V.M. Smirnov', 'A. Smirnov'],
    ['V.M. Smirnov', 'V.M.'],
    ['Karl Radek', 'Karl'],
    ['Karl Radek', 'Leo Radek'],
    ['Radek', 'Bukharin; Radek; Uritsky'],
    ['Radek', 'Bukharin or Radek'],
    ['Radek', 'Radek Bukharin'],
    ['the Left Communists', 'Communists'],
    ['the Moscow Committee', 'Committee'],
    ['Nicholas II', 'Nicholas'],
    ['Nicholas II', 'II'],
  ]
  it.each(WRONG)('%s ← %s is wrong', (answer, typed) => {
    expect(verdict(typed, person(answer))).toBe('wrong')
  })

  it('spells them with patience', () => {
    expect(verdict('Preobrajensky', person('E. Preobrazhensky'))).toBe('close')
    expect(verdict('Trotski', person('Leon Trotsky'))).toBe('close')
  })
})
