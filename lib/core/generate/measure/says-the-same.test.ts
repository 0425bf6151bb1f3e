import { describe, expect, it } from 'vitest'
import type { FactType, GoldFact } from '../gold/gold-set'
import { checkPlainly } from './item-fixture'
import { answersFact } from './says-the-same'

const fact = (type: FactType, ...answer: string[]): GoldFact => ({
  fact: 'x',
  type,
  importance: 1,
  evidence: ['x'],
  answer,
})
const answers = (answer: string, wanted: GoldFact, accept: readonly string[] = []): boolean =>
  answersFact({ answer, accept: [...accept], elements: [] }, wanted, checkPlainly)

describe('an item that asks for a fact', () => {
  it.each([
    ['3 March 1918', fact('date', 'March 3, 1918')],
    ['in 1765', fact('date', '1765')],
    ['a little more than nine billion rubles', fact('sum', 'nine billion rubles')],
    ['Prime Minister Grenville', fact('person', 'Grenville')],
    ['the need to pay off the debts of the war', fact('cause', 'to pay the war debts')],
    ['epiphyseal lines', fact('name', 'epiphyseal line')],
  ])('takes %s', (answer, wanted) => {
    expect(answers(answer, wanted)).toBe(true)
  })

  it.each([
    ['March 1918', fact('date', 'March 3, 1918')],
    ['before 1765', fact('date', '1765')],
    ['twelve billion rubles', fact('sum', 'nine billion rubles')],
    ['the debts', fact('cause', 'to pay the war debts')],
    ['the laws of the seventh of the large northern towns', fact('name', 'laws')],
    [
      'the army of 1812 that marched east and lost',
      fact('cause', 'the army of 1813 marched east and lost'),
    ],
  ])('does not take %s', (answer, wanted) => {
    expect(answers(answer, wanted)).toBe(false)
  })

  it('takes what the item accepts as well', () => {
    expect(answers('the Old Lady', fact('name', 'Bank of England'), ['the Bank of England'])).toBe(
      true,
    )
  })
})
