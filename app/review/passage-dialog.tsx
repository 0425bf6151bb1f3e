'use client'

import type { PassageExcerpt } from '@/lib/core/session/question'
import { Dialog } from '../components/dialog'
import { MarkedPassage } from '../components/marked'

/** The passage as this device has it, while its text cannot be opened. */
export function PassageDialog({
  passage,
  open,
  onOpenChange,
}: {
  passage: PassageExcerpt
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const place = [passage.textTitle, passage.section].filter(Boolean).join(' · ')
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={place || 'The passage'}
      description="As this device has it; the whole text needs a network."
    >
      <MarkedPassage text={passage.content} marks={passage.marks} />
    </Dialog>
  )
}
