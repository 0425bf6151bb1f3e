'use client'

import { SuspendDialog } from '../items/suspend-dialog'

/** What is bad about the question. */
export function Suspend({
  open,
  onOpenChange,
  onSuspend,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  onSuspend: (reason: string) => void
}) {
  return <SuspendDialog open={open} onOpenChange={onOpenChange} onSuspend={onSuspend} />
}
