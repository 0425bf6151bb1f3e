'use client'

import { Button } from '../components/button'
import { Notice } from '../components/notice'
import { useAct } from '../items/use-act'
import { claimFreeDayAction } from './grade-actions'

/** Nothing of an assignment is asked today: the day is there for the taking. */
export function ClaimDay({
  classId,
  assignmentId,
  name,
}: {
  classId: string
  assignmentId: string
  name: string
}) {
  const { act, pending, problem } = useAct()
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <p>Nothing of it is asked today. The day counts if you claim it.</p>
      <Button
        disabled={pending}
        aria-label={`Claim today for ${name}`}
        onClick={() => act(() => claimFreeDayAction(classId, assignmentId))}
      >
        Claim today
      </Button>
      <Notice tone="alert">{problem}</Notice>
    </div>
  )
}
