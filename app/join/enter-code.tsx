'use client'

import { useRouter } from 'next/navigation'
import { type SubmitEvent, useState } from 'react'
import { readJoinCode } from '@/lib/core/class/join-code'
import { Button } from '../components/button'
import { Field } from '../components/field'

export function EnterCode({ typed = '' }: { typed?: string }) {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const code = readJoinCode(String(new FormData(event.currentTarget).get('code') ?? ''))
    if (code) router.push(`/join/${code}`)
    else
      setProblem(
        'A code has eight letters and digits, such as KM3T 9QWX, and none of the letters A E I O U L S B Z.',
      )
  }

  return (
    <form onSubmit={submit} noValidate className="max-w-[24rem]">
      <Field
        label="Code"
        name="code"
        hint="Eight letters and digits from your teacher, in any case."
        defaultValue={typed}
        error={problem}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={100}
      />
      <Button type="submit" tone="primary" className="mt-6">
        Go on
      </Button>
    </form>
  )
}
