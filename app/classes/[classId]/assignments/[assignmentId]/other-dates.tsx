'use client'

import { useState } from 'react'
import { exceptStudentAction } from '@/app/classes/assignment-actions'
import { Button } from '@/app/components/button'
import { ConfirmDialog } from '@/app/components/confirm-dialog'
import { Field } from '@/app/components/field'
import { useAct } from '@/app/items/use-act'

/** Another start or due date for one student. */
export function OtherDates({
  classId,
  assignmentId,
  memberId,
  name,
  excepted,
  ...given
}: {
  classId: string
  assignmentId: string
  memberId: string
  name: string
  startsOn: string
  dueOn: string
  excepted: boolean
}) {
  const [open, setOpen] = useState(false)
  const [startsOn, setStartsOn] = useState(given.startsOn)
  const [dueOn, setDueOn] = useState(given.dueOn)
  const { act, pending, problem } = useAct()
  const save = (dates: { startsOn: string | null; dueOn: string | null }) =>
    act(
      () => exceptStudentAction(classId, assignmentId, memberId, dates),
      () => setOpen(false),
    )
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button tone="quiet" aria-label={`Other dates for ${name}`}>
          {excepted ? 'Own' : 'Other'}
        </Button>
      }
      title={`Dates for ${name}`}
      confirm="Save"
      disabled={pending}
      problem={problem}
      onConfirm={() =>
        save({
          startsOn: startsOn === given.startsOn && !excepted ? null : startsOn,
          dueOn: dueOn === given.dueOn && !excepted ? null : dueOn,
        })
      }
    >
      <div className="flex flex-col gap-4">
        <Field
          label="Start"
          type="date"
          value={startsOn}
          onChange={(event) => setStartsOn(event.target.value)}
        />
        <Field
          label="Due"
          type="date"
          value={dueOn}
          onChange={(event) => setDueOn(event.target.value)}
        />
        {excepted ? (
          <Button disabled={pending} onClick={() => save({ startsOn: null, dueOn: null })}>
            As for the class
          </Button>
        ) : null}
      </div>
    </ConfirmDialog>
  )
}
