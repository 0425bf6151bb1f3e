'use client'

import { type ReactElement, useEffect, useState } from 'react'
import { draftOf, type ItemDraft } from '@/lib/core/items/draft'
import type { ItemContent } from '@/lib/core/items/item'
import type { Outcome, Problem } from '@/lib/core/outcome'
import { Dialog } from '../components/dialog'
import { ItemEditor } from '../components/item-editor'
import type { Meaning } from '../components/meaning-choice'
import { countStudentsAction, editAction } from './actions'

export type Edited = {
  readonly itemId: string
  readonly draft: ItemDraft
  readonly meaning: Meaning
}

/** Mends an item that is studied, or makes a new one in its place. */
export function EditDialog({
  itemId,
  content,
  save = editAction,
  trigger,
  open,
  onOpenChange,
  onEdited,
}: {
  itemId: string
  content: ItemContent
  save?: (
    itemId: string,
    draft: ItemDraft,
    meaning: Meaning,
  ) => Promise<Outcome<{ itemId: string }>>
  trigger?: ReactElement
  open: boolean
  onOpenChange: (open: boolean) => void
  /** itemId is the item's that is there now: another one when it asks for something else. */
  onEdited: (edited: Edited) => void
}) {
  const students = useStudents(itemId, open)

  async function store(draft: ItemDraft, meaning: Meaning): Promise<Problem | null> {
    const outcome = await save(itemId, draft, meaning)
    if (!outcome.ok) return outcome.problem
    onOpenChange(false)
    onEdited({ itemId: outcome.value.itemId, draft, meaning })
    return null
  }

  return (
    <Dialog trigger={trigger} open={open} onOpenChange={onOpenChange} title="Edit the item">
      <ItemEditor
        draft={draftOf(content)}
        studied={content}
        students={students}
        onSave={store}
        onCancel={() => onOpenChange(false)}
      />
    </Dialog>
  )
}

/** How many students study copies of the item, asked when the dialog opens; 0 until it is known, and offline. */
function useStudents(itemId: string, open: boolean): number {
  const [students, setStudents] = useState(0)
  useEffect(() => {
    if (!open) return
    let current = true
    countStudentsAction([itemId])
      .then((counted) => {
        if (current && counted.ok) setStudents(counted.value.students)
      })
      .catch(() => undefined)
    return () => {
      current = false
    }
  }, [itemId, open])
  return students
}
