'use client'

import type { ComponentProps, SubmitEvent } from 'react'
import { Button } from './button'
import { Field } from './field'
import { Notice } from './notice'

/** A form of one line and its button. Why it failed stands with the line, what came of it beside the button. */
export function LineForm({
  submit,
  tone = 'primary',
  pending = false,
  problem,
  said,
  className,
  send,
  ...field
}: Omit<ComponentProps<typeof Field>, 'error' | 'name'> & {
  /** What the browser knows the line by, to offer what was typed before. */
  name: string
  /** What the button says. */
  submit: string
  tone?: ComponentProps<typeof Button>['tone']
  pending?: boolean
  problem: string | null
  said?: string | null
  send: (typed: string) => void
}) {
  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    send(String(new FormData(event.currentTarget).get(field.name) ?? ''))
  }
  return (
    <form onSubmit={onSubmit} noValidate className={className}>
      <Field {...field} error={problem} />
      <div className="mt-6 flex flex-wrap items-center gap-4">
        <Button type="submit" tone={tone} disabled={pending}>
          {submit}
        </Button>
        {said === undefined ? null : <Notice>{said}</Notice>}
      </div>
    </form>
  )
}
