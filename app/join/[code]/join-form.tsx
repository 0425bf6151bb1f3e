'use client'

import { useRouter } from 'next/navigation'
import type { SubmitEvent } from 'react'
import { Button } from '@/app/components/button'
import { Field } from '@/app/components/field'
import { useAct } from '@/app/items/use-act'
import { joinClassAction } from '../actions'

export function JoinForm({ code, displayName }: { code: string; displayName: string }) {
  const router = useRouter()
  const { act, pending, problem } = useAct()

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '')
    act(
      () => joinClassAction(code, name),
      ({ classId }) => router.push(`/classes/${classId}`),
    )
  }

  return (
    <form onSubmit={submit} noValidate className="max-w-[26rem]">
      <Field
        label="Your name in this class"
        name="name"
        hint="Whoever teaches sees it. No e-mail is needed."
        defaultValue={displayName}
        error={problem}
        autoComplete="name"
        maxLength={100}
      />
      <Button type="submit" tone="primary" disabled={pending} className="mt-6">
        Join the class
      </Button>
    </form>
  )
}
