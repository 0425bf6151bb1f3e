import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DisplayName } from './class'
import { type Known, readRoster } from './roster'

/** What the lines become, in short. */
const short = (pasted: string, known: readonly Known[] = []) =>
  readRoster(pasted, known).map((line) =>
    line.kind === 'seat' ? [line.name, line.email] : line.problem,
  )

describe('a pasted list', () => {
  it.each([
    ['Anna Berger', 'Anna Berger', null],
    ['  Anna   Berger \u00A0', 'Anna Berger', null],
    ['Berger, Anna', 'Anna Berger', null],
    ['Anna Berger, anna@example.org', 'Anna Berger', 'anna@example.org'],
    ['Anna Berger; Anna@Example.org', 'Anna Berger', 'anna@example.org'],
    ['Anna Berger\tanna@example.org', 'Anna Berger', 'anna@example.org'],
    ['Berger\tAnna\tanna@example.org', 'Anna Berger', 'anna@example.org'],
    ['anna@example.org\tAnna Berger', 'Anna Berger', 'anna@example.org'],
    ['Anna Berger <anna@example.org>', 'Anna Berger', 'anna@example.org'],
    ['"Berger, Anna" <anna@example.org>,', 'Anna Berger', 'anna@example.org'],
    ['Anna Berger (anna@example.org)', 'Anna Berger', 'anna@example.org'],
    ['Anna Berger anna@example.org', 'Anna Berger', 'anna@example.org'],
    ['mailto:anna@example.org', 'anna', 'anna@example.org'],
    ['anna.berger@example.org', 'anna.berger', 'anna.berger@example.org'],
    ['12. Anna Berger', 'Anna Berger', null],
    ['• Anna Berger', 'Anna Berger', null],
    ['Jean-Luc d’Été', 'Jean-Luc d’Été', null],
    ['李小龙', '李小龙', null],
  ])('reads %j', (line, name, email) => {
    expect(short(line)).toEqual([[name, email]])
  })

  it('passes over headings and blank lines, and counts the lines as they were pasted', () => {
    const lines = readRoster(
      'Name\tE-mail\r\n\r\nAnna\tanna@example.org\r\n   \r\nBen\tben@example.org\r\n',
    )
    expect(lines.map(({ line, kind }) => [line, kind])).toEqual([
      [3, 'seat'],
      [5, 'seat'],
    ])
  })

  it('takes first and last names as the headings order them', () => {
    expect(short('First name;Last name\nAnna;Berger')).toEqual([['Anna Berger', null]])
    expect(short('Last name;First name\nBerger;Anna')).toEqual([['Anna Berger', null]])
  })

  it('says what is wrong with a line', () => {
    expect(short('Anna, anna@example.org, anna@other.org')).toEqual([
      'There are two e-mail addresses in one line.',
    ])
    expect(short('Anna, anna@example')).toEqual(['“anna@example” is no e-mail address.'])
    expect(short('10b, Berger, Anna')).toEqual([
      'There is more in this line than a name and an e-mail.',
    ])
    expect(short('x'.repeat(101))).toEqual(['A name has at most 100 characters.'])
  })

  it('makes one seat for each person', () => {
    expect(short('Anna\nBen\nanna\nBen, ben@example.org')).toEqual([
      ['Anna', null],
      ['Ben', null],
      'anna is line 1 already.',
      'ben@example.org is line 2 already.',
    ])
    // Two people of one name are told apart by their e-mail.
    expect(short('Anna, a@example.org\nAnna, b@example.org\nAnna, A@example.org')).toEqual([
      ['Anna', 'a@example.org'],
      ['Anna', 'b@example.org'],
      'a@example.org is line 1 already.',
    ])
    expect(short('Anna\nBen', [{ name: 'ANNA', email: 'a@example.org' }])).toEqual([
      'Anna is in the class already.',
      ['Ben', null],
    ])
  })
})

const pasted = fc.oneof(
  fc.string({ maxLength: 300, unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('Anna', 'Berger', 'a@b.org', ',', ';', '\t', '"', '<', '>', '\n', ' '), {
      maxLength: 40,
    })
    .map((parts) => parts.join('')),
)
const word = fc.stringMatching(/^[A-Z][a-zäöü]{1,9}$/u)
const person = fc.record({
  name: fc.tuple(word, word).map(([given, family]) => `${given} ${family}`),
  email: fc.option(fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.(org|edu)$/u)),
})

describe('whatever is pasted', () => {
  it('gives at most one line for each, in order, with names and e-mails that can be stored', () => {
    fc.assert(
      fc.property(pasted, (text) => {
        const lines = readRoster(text)
        const numbers = lines.map(({ line }) => line)
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
        for (const line of lines) {
          if (line.kind === 'problem') expect(line.problem).toMatch(/\.$/u)
          else {
            expect(DisplayName.parse(line.name)).toBe(line.name)
            expect(line.email ?? 'a@b.org').toMatch(/^[^\s@]+@[^\s@]+\.[^\s@]+$/u)
          }
        }
      }),
    )
  })

  it('makes nobody a second seat when it is pasted again', () => {
    fc.assert(
      fc.property(pasted, (text) => {
        const seats = readRoster(text).flatMap((line) => (line.kind === 'seat' ? [line] : []))
        expect(readRoster(text, seats).filter(({ kind }) => kind === 'seat')).toEqual([])
      }),
    )
  })

  it('reads people the same in each usual form', () => {
    const forms: ((name: string, email: string) => string)[] = [
      (name, email) => `${name}, ${email}`,
      (name, email) => `${name};${email}`,
      (name, email) => `${email}\t${name}`,
      (name, email) => `"${name}" <${email}>`,
      (name, email) => `${name.split(' ').toReversed().join(', ')}, ${email}`,
    ]
    fc.assert(
      fc.property(person, fc.nat(forms.length - 1), ({ name, email }, n) => {
        const line = email === null ? name : (forms[n]?.(name, email) ?? '')
        expect(short(line)).toEqual([[name, email]])
      }),
    )
  })
})
