import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEmphasis } from './emphasis'

const shown = (text: string) =>
  readEmphasis(text).map(
    (run) => `${run.bold ? 'b' : ''}${run.italic ? 'i' : ''}:${text.slice(run.start, run.end)}`,
  )

describe('readEmphasis', () => {
  it('reads italic and bold, and leaves the marks out', () => {
    expect(shown('the *Tribune*, a **weekly**')).toEqual([
      ':the ',
      'i:Tribune',
      ':, a ',
      'b:weekly',
    ])
    expect(shown('_one_ and __two__ and ***both***')).toEqual([
      'i:one',
      ': and ',
      'b:two',
      ': and ',
      'bi:both',
    ])
  })

  it('reads italic inside bold', () => {
    expect(shown('**very *much* so**')).toEqual(['b:very ', 'bi:much', 'b: so'])
  })

  it.each([
    '5*3*2',
    'snake_case_name',
    'a * b * c',
    '* * *',
    '*never closed',
    'closed never*',
    '**',
  ])('leaves %j as it is', (text) => {
    expect(
      shown(text)
        .map((part) => part.slice(1))
        .join(''),
    ).toBe(text)
  })

  it('shows an escaped asterisk as an asterisk', () => {
    expect(shown('\\*not italic\\*').join('')).toBe(':*not italic:*')
  })

  it('gives runs in order, apart, and never loses a letter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('*', '**', '_', ' ', 'a', 'bc', '\\', '.', '\u{1F5DD}'), {
          maxLength: 40,
        }),
        (parts) => {
          const text = parts.join('')
          const runs = readEmphasis(text)
          const letters = (s: string) => s.replace(/[*_\\]/g, '')
          expect(letters(runs.map((r) => text.slice(r.start, r.end)).join(''))).toBe(letters(text))
          let reached = 0
          for (const run of runs) {
            expect(run.start).toBeGreaterThanOrEqual(reached)
            expect(run.end).toBeGreaterThan(run.start)
            reached = run.end
          }
        },
      ),
    )
  })
})
