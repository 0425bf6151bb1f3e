'use client'

import { useState, useTransition } from 'react'
import type { Outcome } from '@/lib/core/outcome'

const UNREACHABLE =
  'The server cannot be reached. Nothing was changed, and what you wrote is still here. Try again when you are online.'

/** Runs a server action from an island: whether it is under way, and what went wrong, in words for the person. */
export function useAct() {
  const [pending, start] = useTransition()
  const [problem, setProblem] = useState<string | null>(null)

  function act<T>(work: () => Promise<Outcome<T>>, then?: (value: T) => void): void {
    setProblem(null)
    start(async () => {
      const outcome = await work().catch((): Outcome<T> => {
        return { ok: false, problem: { code: 'unavailable', message: UNREACHABLE } }
      })
      if (outcome.ok) then?.(outcome.value)
      else setProblem(outcome.problem.message)
    })
  }

  return { act, pending, problem, forget: () => setProblem(null) }
}
