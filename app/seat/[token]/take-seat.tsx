'use client'

import { Button } from '@/app/components/button'
import { Notice } from '@/app/components/notice'
import { useAct } from '@/app/items/use-act'
import { takeSeatAction } from '../actions'

export function TakeSeat({ token, confirm }: { token: string; confirm: string }) {
  const { act, pending, problem } = useAct()
  return (
    <>
      <Button
        tone="primary"
        disabled={pending}
        className="mt-6"
        onClick={() =>
          act(
            () => takeSeatAction(token),
            // A new document: what the page knew of whoever this browser was goes with the old one.
            ({ classId }) => window.location.assign(`/classes/${classId}`),
          )
        }
      >
        {confirm}
      </Button>
      <Notice tone="alert" className="mt-4">
        {problem}
      </Notice>
    </>
  )
}
