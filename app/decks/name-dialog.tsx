'use client'

import { type ReactElement, type SubmitEvent, useState } from 'react'
import type { Outcome } from '@/lib/core/outcome'
import { Button } from '../components/button'
import { Dialog, DialogClose } from '../components/dialog'
import { Field } from '../components/field'
import { useAct } from '../items/use-act'

/** Asks for the name of a deck: of a new one, or a new name for one that is there. */
export function NameDialog<T>({
  trigger,
  open,
  onOpenChange,
  title,
  confirm,
  name = '',
  save,
  onSaved,
}: {
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  title: string
  confirm: string
  name?: string
  save: (name: string) => Promise<Outcome<T>>
  onSaved?: (value: T) => void
}) {
  const [isOpen, setOpen] = useState(false)
  const { act, pending, problem, forget } = useAct()
  const shown = open ?? isOpen

  function show(next: boolean) {
    forget()
    setOpen(next)
    onOpenChange?.(next)
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('name')
    act(
      () => save(typeof typed === 'string' ? typed : ''),
      (value) => {
        show(false)
        onSaved?.(value)
      },
    )
  }

  return (
    <Dialog trigger={trigger} open={shown} onOpenChange={show} title={title}>
      <form onSubmit={submit} noValidate>
        <Field
          label="Name"
          name="name"
          defaultValue={name}
          error={problem}
          autoComplete="off"
          maxLength={300}
        />
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <DialogClose render={<Button tone="quiet">Cancel</Button>} />
          <Button type="submit" tone="primary" disabled={pending}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
