import { describe, expect, it } from 'vitest'
import { itemsOf } from '../testing-fixture'

const questions = (text: string) =>
  itemsOf(text)
    .map((item) => item.question)
    .join('\n')

describe('questions for a doer or a date', () => {
  it.each([
    [
      'an "and" that leads nowhere',
      'Anna Holm left the Bergen Academy in 1748, and after seeing a play by Peter Lund, became an actress.',
      /and after[^,]*\?/,
    ],
    [
      'somebody else in a pronoun',
      'Anna Holm printed a long letter written by him at Vardo in 1748.',
      /^(?:Who|In what).*by him/m,
    ],
    [
      'the date of a thing',
      'Anna Holm sang the lead role in 1748’s The Bergen Harbour.',
      /role ?[’']s/,
    ],
    ['half of a date', 'Anna Holm would sail to the island of Vardo early in 1748.', /early\?/],
  ])('leave out %s', (_, text, refused) => {
    expect(questions(text)).not.toMatch(refused)
  })

  it('end without the word that links a sentence to the one before', () => {
    expect(
      questions('The Bergen Academy was closed, however, in 1748 by the Norland Assembly.'),
    ).not.toMatch(/however/)
  })
})
