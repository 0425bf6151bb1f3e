'use client'

import { useRouter } from 'next/navigation'
import { LineForm } from '@/app/components/line-form'
import { useAct } from '@/app/items/use-act'
import { joinClassAction } from '../actions'

export function JoinForm({ code, displayName }: { code: string; displayName: string }) {
  const router = useRouter()
  const { act, pending, problem } = useAct()
  return (
    <LineForm
      className="max-w-[26rem]"
      label="Your name in this class"
      name="name"
      hint="Whoever teaches sees it. No e-mail is needed."
      defaultValue={displayName}
      autoComplete="name"
      maxLength={100}
      submit="Join the class"
      pending={pending}
      problem={problem}
      send={(name) =>
        act(
          () => joinClassAction(code, name),
          ({ classId }) => router.push(`/classes/${classId}`),
        )
      }
    />
  )
}
