'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/app/components/button'
import { ConfirmDialog } from '@/app/components/confirm-dialog'
import { Menu, MenuItem, MenuRule } from '@/app/components/menu'
import { Notice } from '@/app/components/notice'
import { NameDialog } from '@/app/decks/name-dialog'
import { useAct } from '@/app/items/use-act'
import { archiveClassAction, deleteClassAction, renameClassAction } from '../actions'

/** What its owner does with the class as a whole. */
export function ClassMenu({
  classId,
  name,
  archived,
}: {
  classId: string
  name: string
  archived: boolean
}) {
  const router = useRouter()
  const { act, pending, problem, forget } = useAct()
  const [asked, setAsked] = useState<'rename' | 'delete' | null>(null)
  const close = () => {
    forget()
    setAsked(null)
  }
  return (
    <>
      <Menu trigger={<Button>Class</Button>}>
        <MenuItem onSelect={() => setAsked('rename')}>Rename</MenuItem>
        <MenuItem onSelect={() => act(() => archiveClassAction(classId, !archived))}>
          {archived ? 'Open it again' : 'Archive'}
        </MenuItem>
        <MenuRule />
        <MenuItem onSelect={() => setAsked('delete')}>Delete</MenuItem>
      </Menu>
      {asked === null ? <Notice tone="alert">{problem}</Notice> : null}
      <NameDialog
        open={asked === 'rename'}
        onOpenChange={close}
        title="Rename the class"
        confirm="Rename"
        name={name}
        save={(typed) => renameClassAction(classId, typed)}
      />
      <ConfirmDialog
        open={asked === 'delete'}
        onOpenChange={close}
        title={`Delete “${name}”?`}
        description="The class goes, with its seats, assignments, grades and results. What students study and remember stays theirs. This cannot be undone; an archived class can be opened again."
        confirm="Delete the class"
        disabled={pending}
        problem={problem}
        onConfirm={() =>
          act(
            () => deleteClassAction(classId),
            () => router.push('/classes'),
          )
        }
      />
    </>
  )
}
