'use client'

import type { ReactNode, SubmitEvent } from 'react'
import type { Outcome } from '@/lib/core/outcome'
import { Button } from '../components/button'
import { Notice } from '../components/notice'
import { useAct } from '../items/use-act'

/** Sends what was typed, each field under its name, and says what came of it. */
export function AccountForm<T>({
  send,
  then,
  submit,
  tone = 'primary',
  children,
}: {
  send: (fields: Record<string, string>) => Promise<Outcome<T>>
  then: (value: T, form: HTMLFormElement) => void
  submit: string
  tone?: 'primary' | 'plain'
  children: ReactNode
}) {
  const { act, pending, problem } = useAct()

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const fields = Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [name, String(value)]),
    )
    act(
      () => send(fields),
      (value) => then(value, form),
    )
  }

  return (
    // A form that is sent before the page has come to life shows nothing of it in an address.
    <form
      method="post"
      onSubmit={onSubmit}
      noValidate
      className="flex max-w-[26rem] flex-col gap-5"
    >
      {children}
      <div className="flex flex-col items-start gap-4">
        <Button type="submit" tone={tone} disabled={pending}>
          {submit}
        </Button>
        <Notice tone="alert">{problem}</Notice>
      </div>
    </form>
  )
}
