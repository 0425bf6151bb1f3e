import { expect, it } from 'vitest'
import { deckName, nameWithin } from './deck-name'

it('a deck is called by its text, or by its chapter behind a title that leaves room for it', () => {
  expect(deckName('The Valley', null)).toBe('The Valley')
  expect(deckName('The Valley', '')).toBe('The Valley')
  expect(deckName('The Valley', 'Mills')).toBe('The Valley: Mills')
  const long = 'The Valley and What Became of It '.repeat(5)
  const name = deckName(long, 'Mills')
  expect(name).toMatch(/^The Valley .{60,70}…: Mills$/)
  expect([nameWithin(long, name), nameWithin('The Valley', 'Old mills')]).toEqual([
    'Mills',
    'Old mills',
  ])
})
