'use client'

import { type SubmitEvent, useState } from 'react'
import { grantExtraTimeAction } from '@/app/classes/assignment-actions'
import { Button } from '@/app/components/button'
import { Field } from '@/app/components/field'
import { Notice } from '@/app/components/notice'
import { useAct } from '@/app/items/use-act'

export function GrantExtraTime({
  classId,
  memberId,
  percent,
}: {
  classId: string
  memberId: string
  percent: number
}) {
  const { act, pending, problem } = useAct()
  const [saved, setSaved] = useState(false)

  function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('percent') ?? '').trim()
    setSaved(false)
    act(
      // What is no number is sent as none: the answer says so.
      () => grantExtraTimeAction(classId, memberId, typed === '' ? 0 : Number(typed)),
      () => setSaved(true),
    )
  }

  return (
    <form onSubmit={save} noValidate className="max-w-[26rem]">
      <Field
        label="More time, in per cent"
        hint="In every mock test with a clock that they begin from now on. 25 makes 60 minutes 75."
        name="percent"
        type="number"
        inputMode="numeric"
        min={0}
        max={200}
        defaultValue={percent}
        error={problem}
      />
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Button type="submit" disabled={pending}>
          Save
        </Button>
        <Notice>{saved ? 'Saved.' : null}</Notice>
      </div>
    </form>
  )
}
