import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Element } from '@/lib/core/items/item'
import { checkList } from './check'

const element = (text: string, accept: string[] = []): Element => ({
  key: text.slice(0, 20),
  text,
  accept,
})
const NAMES = [
  'Bubnov',
  'Bronsky',
  'Antonov (Lukhin)',
  'M. Pokrovsky',
  'E. Preobrazhensky',
  'I. Piatakov',
  'V. Kuibishev',
  'E. Yaroslavsky',
  'Sapronov',
  'Safarov',
].map((name) => element(name))
const RULES = [
  'Union of the busy, careful minority for the schooling of the many.',
  'Fill the lamp, trim the wick and close the glass.',
  'Closer bonds between town and harbour.',
  'Arming of the keepers.',
].map((rule) => element(rule))

const found = (lines: string[], elements: readonly Element[]) =>
  checkList(lines, elements)
    .byElement.filter((e) => e.given !== null)
    .map((e) => e.key)

describe('lists', () => {
  it('takes a line for each element, in any order, and says which line', () => {
    const check = checkList(['Safarov', 'bubnov', '', 'Piatakov'], NAMES)
    expect(check.byElement.filter((e) => e.given !== null)).toEqual([
      { key: 'Bubnov', given: 'bubnov', line: 1, close: false },
      { key: 'I. Piatakov', given: 'Piatakov', line: 3, close: false },
      { key: 'Safarov', given: 'Safarov', line: 0, close: false },
    ])
    expect(check.byElement.map((e) => e.key)).toEqual(NAMES.map((e) => e.key))
    expect(check.extra).toEqual([])
  })

  it('splits one line at commas, semicolons and "and", and no name at its point', () => {
    const line =
      'Bubnov, Bronsky; Lukhin, M. Pokrovsky, E. Preobrazhensky and I. Piatakov & V. Kuibishev'
    expect(found([line], NAMES)).toEqual(NAMES.slice(0, 7).map((e) => e.key))
  })

  it('splits no element that has a comma or an "and" of its own', () => {
    const line =
      'Fill the lamp, trim the wick and close the glass, arming of the keepers, union of the busy, careful minority for the schooling of the many'
    expect(found([line], RULES)).toEqual([RULES[0], RULES[1], RULES[3]].map((e) => e?.key))
  })

  it('takes numbers and bullets in front of a line for what they are', () => {
    expect(found(['1. Sapronov', '- Safarov', 'b) Bronsky'], NAMES)).toEqual([
      'Bronsky',
      'Sapronov',
      'Safarov',
    ])
  })

  it('credits misspelled elements, and says so', () => {
    const check = checkList(['Preobrajensky'], NAMES)
    expect(check.byElement.find((e) => e.given)).toEqual({
      key: 'E. Preobrazhensky',
      given: 'Preobrajensky',
      line: 0,
      close: true,
    })
  })

  it('gives a misspelling to the nearest element, to none where two are as near', () => {
    const twins = [element('Sapronov'), element('Sapronev')]
    expect(found(['Sapronov'], twins)).toEqual(['Sapronov'])
    expect(found(['Sapronav'], twins)).toEqual([])
  })

  it('counts nothing twice, and calls a repetition no mistake', () => {
    const check = checkList(['Bubnov', 'Bubnov', 'Stranger'], NAMES)
    expect(check.byElement.filter((e) => e.given)).toHaveLength(1)
    expect(check.extra).toEqual(['Stranger'])
  })

  it('finds the best assignment where an entry fits two elements', () => {
    const two = [element('V. Smirnov'), element('A. Smirnov')]
    expect(found(['Smirnov', 'V. Smirnov'], two)).toEqual(['V. Smirnov', 'A. Smirnov'])
    expect(found(['Smirnov'], two)).toHaveLength(1)
  })

  it('keeps figures apart', () => {
    const counts = ['160 Communists', '7 Right S-Rs', '7 Maximalist S-Rs', '2 Mensheviks'].map(
      (c) => element(c),
    )
    expect(found(['160 communists, 7 maximalist SRs, 3 Mensheviks'], counts)).toEqual([
      '160 Communists',
      '7 Maximalist S-Rs',
    ])
  })

  it('is silent about an empty answer', () => {
    expect(checkList([], NAMES).extra).toEqual([])
    expect(
      checkList(['', ' , ;'], NAMES).byElement.every((e) => e.given === null && e.line === null),
    ).toBe(true)
    expect(checkList(['anything'], []).byElement).toEqual([])
  })

  it('does not depend on the order of the lines', () => {
    const entries = [...NAMES.map((e) => e.text), 'Stranger', 'Bubnoff', 'E. Nobody']
    fc.assert(
      fc.property(
        fc.shuffledSubarray(entries),
        fc.shuffledSubarray(entries, { minLength: entries.length }),
        (lines, order) => {
          const sorted = order.filter((entry) => lines.includes(entry))
          const a = checkList(lines, NAMES)
          const b = checkList(sorted, NAMES)
          expect(a.byElement.map((e) => e.given)).toEqual(b.byElement.map((e) => e.given))
          expect([...a.extra].sort()).toEqual([...b.extra].sort())
          expect(checkList([lines.join(', ')], NAMES).byElement.map((e) => e.given)).toEqual(
            a.byElement.map((e) => e.given),
          )
        },
      ),
    )
  })

  it('finds every element when each is typed as it stands', () => {
    for (const elements of [NAMES, RULES]) {
      const texts = elements.map((e) => e.text)
      for (const lines of [texts, [texts.join('\n')], [texts.join('; ')]]) {
        expect(found(lines, elements)).toEqual(elements.map((e) => e.key))
      }
    }
  })
})
