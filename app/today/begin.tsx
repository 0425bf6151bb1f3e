'use client'

import { useState } from 'react'
import type { Budget } from '@/lib/core/learner'
import { LinkButton } from '../components/button'
import { Select } from '../components/field'
import { budgetsFor, budgetValue, budgetWords } from './budgets'

/** Begins a session, of the usual size or of another for this once. */
export function Begin({ budget, beyond }: { budget: Budget; beyond?: boolean }) {
  const [size, setSize] = useState(budgetValue(budget))
  const query = new URLSearchParams({
    ...(size !== budgetValue(budget) && { size }),
    ...(beyond && { beyond: '1' }),
  }).toString()
  return (
    <>
      <LinkButton
        href={query === '' ? '/review' : `/review?${query}`}
        tone="primary"
        className="min-h-13 px-9"
      >
        Begin
      </LinkButton>
      <Select
        label="This session"
        labelHidden
        className="w-56"
        value={size}
        onChange={(event) => setSize(event.target.value)}
      >
        {budgetsFor(budget).map((each) => (
          <option key={budgetValue(each)} value={budgetValue(each)}>
            {budgetWords(each)}
          </option>
        ))}
      </Select>
    </>
  )
}
