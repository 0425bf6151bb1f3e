/** How many items somebody asks for: more than twenty of a thousand words are too many to learn. */

/** Items per 1,000 words at most. */
export const BUDGETS = { few: 8, usual: 14, many: 20 } as const
export type Budget = keyof typeof BUDGETS

export const isBudget = (word: string): word is Budget => Object.hasOwn(BUDGETS, word)

/** A short note may have a handful all the same. */
const FEWEST: Readonly<Record<Budget, number>> = { few: 3, usual: 4, many: 6 }

export const mostOf = (budget: Budget, words: number): number =>
  Math.max(FEWEST[budget], Math.ceil((words / 1000) * BUDGETS[budget]))
