/** How much a session may be: what is offered, as words and as it stands in an address. */
import type { Budget } from '@/lib/core/learner'
import { count } from '../components/dates'

const OFFERED: readonly Budget[] = [
  { kind: 'none' },
  ...[5, 10, 15, 20, 30, 45, 60].map((size) => ({ kind: 'minutes' as const, size })),
  ...[5, 10, 20, 30, 50, 100].map((size) => ({ kind: 'cards' as const, size })),
]

/** 'none', 'minutes-15', 'cards-20' */
export const budgetValue = (budget: Budget): string =>
  budget.kind === 'none' ? 'none' : `${budget.kind}-${budget.size}`

/** undefined for what is no budget. */
export function readBudget(value: unknown): Budget | undefined {
  if (value === 'none') return { kind: 'none' }
  const [, kind, size] = /^(minutes|cards)-(\d{1,3})$/.exec(String(value)) ?? []
  const number = Number(size)
  if ((kind !== 'minutes' && kind !== 'cards') || number < 1 || number > 200) return undefined
  return { kind, size: number }
}

export function budgetWords(budget: Budget): string {
  if (budget.kind === 'none') return 'Everything that is due'
  return budget.kind === 'minutes'
    ? `About ${count(budget.size, 'minute')}`
    : count(budget.size, 'question')
}

/** What can be chosen, one's own among it. */
export function budgetsFor(own: Budget): readonly Budget[] {
  const known = OFFERED.some((budget) => budgetValue(budget) === budgetValue(own))
  return known ? OFFERED : [...OFFERED, own]
}
