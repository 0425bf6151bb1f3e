'use client'

import { useState } from 'react'
import { Button } from '@/app/components/button'
import { count } from '@/app/components/dates'
import { Check } from '@/app/components/field'
import { Notice } from '@/app/components/notice'
import { useAct } from '@/app/items/use-act'
import { takeSeatAction } from '../actions'

export function TakeSeat({
  token,
  confirm,
  left = 0,
}: {
  token: string
  confirm: string
  /** Answers of whoever this browser is now, where it becomes somebody else. */
  left?: number
}) {
  const { act, pending, problem } = useAct()
  const [bringIn, setBringIn] = useState(left > 0)
  return (
    <>
      {left > 0 ? (
        <Check
          label={`Bring in what was studied in this browser: ${count(left, 'answer')}`}
          hint="Leave it out if somebody else studied here: it is then not found in this browser any more."
          checked={bringIn}
          onChange={(event) => setBringIn(event.target.checked)}
          className="mt-4 max-w-measure"
        />
      ) : null}
      <Button
        tone="primary"
        disabled={pending}
        className="mt-6"
        onClick={() =>
          act(
            () => takeSeatAction(token, bringIn),
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
