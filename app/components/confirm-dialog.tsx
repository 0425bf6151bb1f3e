'use client'

import type { ComponentProps } from 'react'
import { Button } from './button'
import { Dialog, DialogClose } from './dialog'
import { Notice } from './notice'

/** A dialog that ends in one deed or in none: Cancel, and the button that does it. Why it failed stands above them. */
export function ConfirmDialog({
  confirm,
  disabled = false,
  problem,
  onConfirm,
  children,
  ...dialog
}: Omit<ComponentProps<typeof Dialog>, 'actions'> & {
  /** What the button says. */
  confirm: string
  disabled?: boolean
  problem?: string | null
  onConfirm: () => void
}) {
  return (
    <Dialog
      {...dialog}
      actions={
        <>
          <DialogClose render={<Button tone="quiet">Cancel</Button>} />
          <Button tone="primary" disabled={disabled} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      <Notice tone="alert" className="mt-4">
        {problem}
      </Notice>
    </Dialog>
  )
}
