'use client'

import { Button } from '@/app/components/button'
import { Notice } from '@/app/components/notice'
import { useAct } from '@/app/items/use-act'
import { deleteExamAction } from '../actions'

/** Nothing is asked before: what is deleted here can be brought back in the same place. */
export function DeleteExam({ examId, deleted }: { examId: string; deleted: boolean }) {
  const { act, pending, problem } = useAct()
  return (
    <>
      <Button disabled={pending} onClick={() => act(() => deleteExamAction(examId, !deleted))}>
        {deleted ? 'Bring it back' : 'Delete'}
      </Button>
      <Notice tone="alert">{problem}</Notice>
    </>
  )
}
