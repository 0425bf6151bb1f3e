import { expect, it } from 'vitest'
import { passedOverWords } from './passed-over-words'

const over = (why: 'table' | 'language' | 'lines', passages: number, words: number) => ({
  ...{ why, passages, words },
})

it.each([
  [[over('language', 9, 480)], 'It is not in English, and items are made of English prose only.'],
  [[over('table', 1, 40)], '1 table was passed over: items are made of English prose only.'],
  [
    [over('language', 2, 90), over('lines', 1, 30), over('table', 3, 60)],
    '2 passages in another language, 1 passage in short lines, such as a poem or a list, and 3 tables were passed over: items are made of English prose only.',
  ],
])('%j', (passedOver, words) => {
  expect(passedOverWords({ words: 500, passedOver })).toBe(words)
})
