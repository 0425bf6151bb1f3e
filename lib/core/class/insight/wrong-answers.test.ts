import { expect, it } from 'vitest'
import { wrongAnswers } from './wrong-answers'

const given = (person: string, words: string) => ({ person, words })

it('puts together what says the same, and names it as most wrote it', () => {
  expect(
    wrongAnswers([
      given('a', 'the Rhine'),
      given('b', 'Rhine'),
      given('b', 'rhine.'),
      given('c', 'Rhine'),
      given('a', 'Elbe'),
      given('c', '40 per cent'),
      given('d', 'forty %'),
      given('d', ' … '),
    ]),
  ).toEqual([
    { words: 'Rhine', people: 3, times: 4 },
    { words: '40 per cent', people: 2, times: 2 },
    { words: 'Elbe', people: 1, times: 1 },
  ])
})

it('has nothing to say of nothing', () => {
  expect(wrongAnswers([])).toEqual([])
})
