'use client'

import { useRouter } from 'next/navigation'
import { LineForm } from '@/app/components/line-form'
import { useAct } from '@/app/items/use-act'
import { openClassAction } from '../actions'

export function OpenClass() {
  const router = useRouter()
  const { act, pending, problem } = useAct()
  return (
    <LineForm
      className="max-w-[30rem]"
      label="Name of the class"
      name="name"
      hint="Students see it before they join: “History 10b”, say."
      autoComplete="off"
      maxLength={200}
      submit="Open the class"
      pending={pending}
      problem={problem}
      send={(name) =>
        act(
          () => openClassAction(name),
          ({ classId }) => router.push(`/classes/${classId}`),
        )
      }
    />
  )
}
