'use client'

import type { ReactElement } from 'react'
import { Button } from '@/app/components/button'
import { Dialog, DialogClose } from '@/app/components/dialog'
import { Notice } from '@/app/components/notice'

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
    <Dialog
      trigger={trigger}
      open={open}
      onOpenChange={onOpenChange}
      title="Start over with this item?"
      description="It becomes new again, as if you had never answered it, and waits its turn among the new items."
      actions={
        <>
          <DialogClose render={<Button tone="quiet">Cancel</Button>} />
          <Button tone="primary" disabled={pending} onClick={onStartOver}>
            Start over
          </Button>
        </>
      }
    >
      <p>
        Your reviews stay in its history; they no longer count for when it is asked. You can undo
        this here until you answer it again.
      </p>
      <Notice tone="alert" className="mt-4">
        {problem}
      </Notice>
    </Dialog>
  )
}
