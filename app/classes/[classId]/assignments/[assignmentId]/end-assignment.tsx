'use client'

import { endAssignmentAction } from '@/app/classes/assignment-actions'
import { Button } from '@/app/components/button'
import { Notice } from '@/app/components/notice'
import { useAct } from '@/app/items/use-act'

/** Taken back, nobody is given it any more; given again, it reaches who has not got it. */
export function EndAssignment({
  classId,
  assignmentId,
  ended,
}: {
  classId: string
  assignmentId: string
  ended: boolean
}) {
  const { act, pending, problem } = useAct()
  return (
    <>
      <Button
        tone="quiet"
        disabled={pending}
        onClick={() => act(() => endAssignmentAction(classId, assignmentId, !ended))}
      >
        {ended ? 'Give it again' : 'Take it back'}
      </Button>
      <Notice tone="alert" className="basis-full">
        {problem}
      </Notice>
    </>
  )
}
