'use client'

import { useRouter } from 'next/navigation'
import type { SubmitEvent } from 'react'
import { Button } from '@/app/components/button'
import { Field } from '@/app/components/field'
import { useAct } from '@/app/items/use-act'
import { openClassAction } from '../actions'

export function OpenClass() {
  const router = useRouter()
  const { act, pending, problem } = useAct()

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '')
    act(
      () => openClassAction(name),
      ({ classId }) => router.push(`/classes/${classId}`),
    )
  }

  return (
    <form onSubmit={submit} noValidate className="max-w-[30rem]">
      <Field
        label="Name of the class"
        name="name"
        hint="Students see it before they join: “History 10b”, say."
        autoComplete="off"
        maxLength={200}
        error={problem}
      />
      <Button type="submit" tone="primary" disabled={pending} className="mt-6">
        Open the class
      </Button>
    </form>
  )
}
