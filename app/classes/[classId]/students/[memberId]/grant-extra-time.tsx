'use client'

import { useState } from 'react'
import { grantExtraTimeAction } from '@/app/classes/assignment-actions'
import { LineForm } from '@/app/components/line-form'
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

  function save(typed: string) {
    setSaved(false)
    act(
      // What is no number is sent as none: the answer says so.
      () => grantExtraTimeAction(classId, memberId, Number(typed)),
      () => setSaved(true),
    )
  }

  return (
    <LineForm
      className="max-w-[26rem]"
      label="More time, in per cent"
      hint="In every mock test with a clock that they begin from now on. 25 makes 60 minutes 75."
      name="percent"
      type="number"
      inputMode="numeric"
      min={0}
      max={200}
      defaultValue={percent}
      submit="Save"
      tone="plain"
      pending={pending}
      problem={problem}
      said={saved ? 'Saved.' : null}
      send={save}
    />
  )
}
