'use client'

import type { ReactElement } from 'react'
import { ConfirmDialog } from '@/app/components/confirm-dialog'

/** What starting over means, before it is done. */
export function StartOverDialog({
  trigger,
  open,
  onOpenChange,
  pending,
  problem,
  onStartOver,
}: {
  trigger: ReactElement
  open: boolean
  onOpenChange: (open: boolean) => void
  pending: boolean
  problem: string | null
  onStartOver: () => void
}) {
  return (
    <ConfirmDialog
      trigger={trigger}
      open={open}
      onOpenChange={onOpenChange}
      title="Start over with this item?"
      description="It becomes new again, as if you had never answered it, and waits its turn among the new items."
      confirm="Start over"
      disabled={pending}
      problem={problem}
      onConfirm={onStartOver}
    >
      <p>
        Your reviews stay in its history; they no longer count for when it is asked. You can undo
        this here until you answer it again.
      </p>
    </ConfirmDialog>
  )
}
