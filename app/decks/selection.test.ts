import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clicked, NOTHING, type Selection, selectedOf } from './selection'

const shown = ['a', 'b', 'c', 'd', 'e', 'f']
const selectedAfter = (...clicks: readonly (readonly [string, boolean])[]) =>
  selectedOf(
    clicks.reduce((s: Selection, [id, shift]) => clicked(s, id, shown, shift), NOTHING),
    shown,
  ).join('')

describe('selection', () => {
  it('adds and takes away one by one', () => {
    expect(selectedAfter(['b', false], ['e', false], ['b', false])).toBe('e')
  })

  it('fills from the last click to a Shift-click, both ways', () => {
    expect(selectedAfter(['b', false], ['e', true])).toBe('bcde')
    expect(selectedAfter(['e', false], ['b', true])).toBe('bcde')
  })

  it('empties a stretch with Shift, too', () => {
    expect(selectedAfter(['a', false], ['f', true], ['c', false], ['e', true])).toBe('abf')
  })

  it('takes a first click with Shift for a click', () => {
    expect(selectedAfter(['d', true])).toBe('d')
  })

  it('never speaks of what is not shown', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...shown), fc.boolean())),
        fc.subarray(shown),
        (clicks, left) => {
          const s = clicks.reduce(
            (sum: Selection, [id, shift]) => clicked(sum, id, shown, shift),
            NOTHING,
          )
          expect(left).toEqual(expect.arrayContaining(selectedOf(s, left)))
        },
      ),
    )
  })

  it('forgets an anchor that was filtered away', () => {
    const s = clicked(NOTHING, 'a', shown, false)
    expect(selectedOf(clicked(s, 'd', ['c', 'd', 'e'], true), shown)).toEqual(['a', 'd'])
  })
})
