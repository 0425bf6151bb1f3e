import { describe, expect, it } from 'vitest'
import { Budget } from '@/lib/core/learner'
import { budgetsFor, budgetValue, budgetWords, readBudget } from './budgets'

describe('the size of a session in an address', () => {
  it('is read back as it was written, and is one that can be stored', () => {
    for (const budget of budgetsFor({ kind: 'cards', size: 7 })) {
      expect(readBudget(budgetValue(budget))).toEqual(budget)
      expect(Budget.parse(budget)).toEqual(budget)
    }
    expect(budgetsFor({ kind: 'cards', size: 7 })).toContainEqual({ kind: 'cards', size: 7 })
  })

  it.each([
    '',
    'minutes-0',
    'cards-201',
    'hours-3',
    'cards--3',
    'minutes-1.5',
    undefined,
    ['none'],
  ])('is none where it says %o', (value) => {
    const read = readBudget(value)
    expect(read === undefined || value?.toString() === 'none').toBe(true)
  })

  it('is said in words', () => {
    expect(budgetWords({ kind: 'minutes', size: 15 })).toBe('About 15 minutes')
    expect(budgetWords({ kind: 'cards', size: 1 })).toBe('1 question')
  })
})
