import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainWords } from './plain-words'

const plain = (body: string) => plainWords(body, { start: 0, end: body.length }).text

describe('plain words', () => {
  it.each([
    ['The *Beacon* was a **small** _paper_.', 'The Beacon was a small paper.'],
    ['a ***very*** `bright` lamp', 'a very bright lamp'],
    ['see [the chart](https://x.example/a_b "Chart") here', 'see the chart here'],
    ['before ![a lamp](lamp.png) after', 'before after'],
    ['a fact[^3] and a <https://x.example/y> link', 'a fact and a https://x.example/y link'],
    ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
    ['not \\*this\\* and \\[that\\]', 'not *this* and [that]'],
    ['hard\n  wrapped\r\nlines', 'hard wrapped lines'],
    ['> quoted\n> lines', '> quoted lines'],
    ['a half-\nclosed door', 'a half-closed door'],
    ['soft\u00adened', 'softened'],
    ['[1] and [two', '[1] and [two'],
    ['an *open mark', 'an *open mark'],
    ['* * *', '* * *'],
    ['', ''],
  ])('reads %j as %j', (body, text) => {
    expect(plain(body)).toBe(text)
  })

  it('leads back to the source', () => {
    const body = 'It was the *Beacon*,\nprinted [in Hull](x.md).'
    const { text, toSource } = plainWords(body, { start: 0, end: body.length })
    const span = (words: string) => {
      const at = text.indexOf(words)
      const { start, end } = toSource(at, at + words.length)
      return body.slice(start, end)
    }
    expect(span('Beacon')).toBe('Beacon')
    expect(span('Beacon, printed')).toBe('Beacon*,\nprinted')
    expect(span('in Hull')).toBe('in Hull')
  })

  it('reads only the span it is given', () => {
    const body = 'one *two* three'
    expect(plainWords(body, { start: 4, end: 9 }).text).toBe('two')
  })

  it('keeps the order, and shows nothing that is not in the source', () => {
    const mark = fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '\\',
      '<',
      '\n',
      ' ',
      'a',
      'é',
      '-',
      '>',
      '!',
      '.',
    )
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 80 }), (parts) => {
        const body = parts.join('')
        const { text, toSource } = plainWords(body, { start: 0, end: body.length })
        let last = -1
        for (let i = 0; i < text.length; i++) {
          const { start, end } = toSource(i, i + 1)
          expect(start).toBeGreaterThan(last)
          expect(end).toBe(start + 1)
          expect(text[i] === body[start] || (text[i] === ' ' && /\s/.test(body[start] ?? ''))).toBe(
            true,
          )
          last = start
        }
      }),
    )
  })
})
