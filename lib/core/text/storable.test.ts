import fc from 'fast-check'
import { expect, it } from 'vitest'
import { storable } from './storable'

it('leaves out what cannot be stored and nothing else', () => {
  expect(storable('a\u0000b \ud83d\ude00 \ud83d!')).toBe('ab 😀 \uFFFD!')
  expect(storable('line\n\ttab')).toBe('line\n\ttab')
})

it('gives a string that survives UTF-8, and is then the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      const kept = storable(any)
      expect(kept).not.toContain('\u0000')
      expect(new TextDecoder().decode(new TextEncoder().encode(kept))).toBe(kept)
      expect(storable(kept)).toBe(kept)
    }),
  )
})
