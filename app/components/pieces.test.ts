import { describe, expect, it } from 'vitest'
import { readEmphasis } from './emphasis'
import { strokesOf } from './pieces'

const read = (text: string, marks: { start: number; end: number }[]) =>
  strokesOf(readEmphasis(text), marks).map((s) => [
    s.marks.join('+'),
    s.pieces.map((p) => text.slice(p.start, p.end)).join('|'),
  ])

describe('strokesOf', () => {
  it('goes over plain words once', () => {
    expect(read('valves open early', [{ start: 7, end: 11 }])).toEqual([
      ['', 'valves '],
      ['0', 'open'],
      ['', ' early'],
    ])
  })

  it('keeps one stroke over a change of style', () => {
    expect(read('in the *Herald* of May', [{ start: 3, end: 22 }])).toEqual([
      ['', 'in '],
      ['0', 'the |Herald| of May'],
    ])
  })

  it('names every mark where marks lie over each other', () => {
    const marks = [
      { start: 0, end: 6 },
      { start: 4, end: 9 },
    ]
    expect(read('abcdefghij', marks)).toEqual([
      ['0', 'abcd'],
      ['0+1', 'ef'],
      ['1', 'ghi'],
      ['', 'j'],
    ])
  })

  it('marks nothing for a span without length or beyond the text', () => {
    expect(read('abc', [{ start: 1, end: 1 }])).toEqual([['', 'a|bc']])
    expect(read('abc', [{ start: 5, end: 9 }])).toEqual([['', 'abc']])
  })
})
