'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/app/components/button'
import { Notice } from '@/app/components/notice'
import { useAct } from '@/app/items/use-act'
import { archiveTestAction, beginSittingAction } from '../actions'

/** Begins a sitting, or goes on with the one that is open. */
export function Begin({
  testId,
  words,
  archived,
  plain = false,
}: {
  testId: string
  words: string
  /** Whether it is put away; left out where that cannot be changed. */
  archived?: boolean
  /** Where something else is the page's main action. */
  plain?: boolean
}) {
  const router = useRouter()
  const { act, pending, problem } = useAct()
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Button
          tone={plain ? 'plain' : 'primary'}
          className="min-h-13"
          disabled={pending}
          onClick={() =>
            act(
              () => beginSittingAction(testId),
              ({ sittingId }) => router.push(`/tests/${testId}/sittings/${sittingId}`),
            )
          }
        >
          {words}
        </Button>
        {archived === undefined ? null : (
          <Button
            tone="quiet"
            disabled={pending}
            onClick={() => act(() => archiveTestAction(testId, !archived))}
          >
            {archived ? 'Take it out again' : 'Put it away'}
          </Button>
        )}
      </div>
      <Notice tone="alert" className="mt-4">
        {problem}
      </Notice>
    </>
  )
}
