'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/app/components/button'
import { ConfirmDialog } from '@/app/components/confirm-dialog'
import { useAct } from '@/app/items/use-act'
import { leaveClassAction } from '../actions'

export function LeaveClass({ classId, name }: { classId: string; name: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const { act, pending, problem, forget } = useAct()
  return (
    <ConfirmDialog
      trigger={<Button tone="quiet">Leave the class</Button>}
      open={open}
      onOpenChange={(next) => {
        forget()
        setOpen(next)
      }}
      title={`Leave “${name}”?`}
      description="What you studied stays yours, and is asked as before. Nobody in the class sees any more what you do. Joining again gives you your old seat."
      confirm="Leave"
      disabled={pending}
      problem={problem}
      onConfirm={() =>
        act(
          () => leaveClassAction(classId),
          () => router.push('/classes'),
        )
      }
    />
  )
}
