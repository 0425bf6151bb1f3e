'use client'

import { useState } from 'react'
import { exceptStudentAction } from '@/app/classes/assignment-actions'
import { DateFields } from '@/app/classes/value-field'
import { Button } from '@/app/components/button'
import { ConfirmDialog } from '@/app/components/confirm-dialog'
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
  const [dates, setDates] = useState(given)
  const { act, pending, problem } = useAct()
  const save = (own: { startsOn: string | null; dueOn: string | null }) =>
    act(
      () => exceptStudentAction(classId, assignmentId, memberId, own),
      () => setOpen(false),
    )
  // What was left as it stood for the class is no date of their own.
  const own = (of: 'startsOn' | 'dueOn') =>
    dates[of] === given[of] && !excepted ? null : dates[of]
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        // The dates may have been changed since: here, or for the class.
        setDates(given)
        setOpen(next)
      }}
      trigger={
        <Button tone="quiet" aria-label={`Other dates for ${name}`}>
          {excepted ? 'Own' : 'Other'}
        </Button>
      }
      title={`Dates for ${name}`}
      confirm="Save"
      disabled={pending}
      problem={problem}
      onConfirm={() => save({ startsOn: own('startsOn'), dueOn: own('dueOn') })}
    >
      <div className="flex flex-col gap-4">
        <DateFields
          values={dates}
          onChange={(change) => setDates((now) => ({ ...now, ...change }))}
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
