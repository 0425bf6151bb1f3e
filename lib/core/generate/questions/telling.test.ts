import { describe, expect, it } from 'vitest'
import { candidatesOf } from './candidates-fixture'

const questions = (text: string) =>
  candidatesOf(text)
    .map((one) => one.question)
    .join('\n')

describe('what can be said of one alone', () => {
  it.each([
    [
      'what goes for any town',
      'Bergen has a rich cultural life and many small theatres.',
      /^Which/m,
    ],
    ['a verb of many with a common place', 'Anna Holm was educated at Exeter School.', /^Who/m],
    [
      'anybody',
      'Researchers believe that the old harbour of Bergen was built in 1748.',
      /^Who believes/m,
    ],
    [
      'a figure of nothing',
      'The Bergen district had 24,500 in the census of 1748.',
      /^What had 24/m,
    ],
    [
      'what a verb of beginning begins',
      'Peter Lund started the season with the Bergen Rovers in 1748.',
      /start with/,
    ],
    [
      'a life that is lived',
      'Peter Lund lived a quiet life in a monastery near Bergen.',
      /live in a/,
    ],
  ])('does not ask for %s', (_, text, refused) => {
    expect(questions(text)).not.toMatch(refused)
  })

  it('asks who with people, and what with the rest', () => {
    expect(
      questions('Slaveholders from Norland wanted the Bergen Assembly to close the port.'),
    ).toMatch(/^Who wanted the Bergen Assembly/m)
  })

  it('asks for a place by what a name, a date or a superlative says of it', () => {
    expect(questions('In 1748 Oslo built the largest harbour of Norland.')).toMatch(
      /^Which place built the largest harbour/m,
    )
  })
})
