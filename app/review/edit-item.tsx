'use client'

import type { Question } from '@/lib/core/session/question'
import { EditDialog } from '../items/edit-dialog'
import { editInSessionAction } from './actions'
import { takeEdited } from './edited'
import type { Act } from './use-session'

/** Edits the item of a question; the session takes the change over. */
export function EditItem({
  question,
  act,
  open,
  onOpenChange,
}: {
  question: Question
  act: Act
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  return (
    <EditDialog
      itemId={question.itemId}
      content={question.content}
      save={editInSessionAction}
      open={open}
      onOpenChange={onOpenChange}
      onEdited={(edited) => takeEdited(question, edited, act)}
    />
  )
}
