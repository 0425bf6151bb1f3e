'use client'

import { useState } from 'react'
import { Button } from '@/app/components/button'
import { ConfirmDialog } from '@/app/components/confirm-dialog'
import { count } from '@/app/components/dates'
import { countStudentsAction } from '@/app/items/actions'
import { useAct } from '@/app/items/use-act'

/** Deletes what is selected; where students study it, only after saying so. */
export function DeleteSelected({
  ids,
  disabled,
  onDelete,
}: {
  ids: string[]
  disabled: boolean
  onDelete: () => void
}) {
  const [students, setStudents] = useState(0)
  const { act, pending, problem } = useAct()

  function ask() {
    act(
      () => countStudentsAction(ids),
      ({ students: n }) => (n > 0 ? setStudents(n) : onDelete()),
    )
  }

  const items = count(ids.length, 'item')
  return (
    <>
      <Button className="px-3!" disabled={disabled || pending} onClick={ask}>
        Delete
      </Button>
      {problem ? <p className="basis-full">{problem}</p> : null}
      <ConfirmDialog
        open={students > 0}
        onOpenChange={(open) => open || setStudents(0)}
        title={`Delete ${items} that students study?`}
        confirm="Delete for everyone"
        onConfirm={() => {
          setStudents(0)
          onDelete()
        }}
      >
        <p>
          {students === 1 ? '1 student studies' : `${count(students, 'student')} study`}{' '}
          {ids.length === 1 ? 'it' : 'some of them'}. It goes from their decks too and is not asked
          any more. What they remember is kept: if you restore it, it is there again. What a student
          has worded otherwise stays with them.
        </p>
      </ConfirmDialog>
    </>
  )
}
