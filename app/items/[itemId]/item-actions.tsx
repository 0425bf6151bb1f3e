'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/app/components/button'
import { Notice } from '@/app/components/notice'
import type { ItemView } from '@/lib/usecases/item-view'
import {
  deleteAction,
  restoreAction,
  resumeAction,
  startOverAction,
  suspendAction,
  takeBackStartOverAction,
} from '../actions'
import { EditDialog } from '../edit-dialog'
import { SuspendDialog } from '../suspend-dialog'
import { useAct } from '../use-act'
import { StartOverDialog } from './start-over-dialog'

/** What can be done with this one item. */
export function ItemActions({ item, startedOver }: { item: ItemView; startedOver: boolean }) {
  const router = useRouter()
  const [said, setSaid] = useState('')
  const [editing, setEditing] = useState(false)
  const [suspending, setSuspending] = useState(false)
  const [startingOver, setStartingOver] = useState(false)
  const { act, pending, problem } = useAct()

  if (item.status === 'deleted') {
    return (
      <div className="mb-8 flex flex-wrap items-center gap-4">
        <p>This item is in the trash: it is not asked. Its reviews are kept.</p>
        <Button
          tone="primary"
          disabled={pending}
          onClick={() =>
            act(
              () => restoreAction([item.id]),
              () => setSaid('Restored, with what you remembered of it.'),
            )
          }
        >
          Restore
        </Button>
        <Notice tone="alert">{problem}</Notice>
      </div>
    )
  }
  return (
    <div className="mb-8">
      <div className="flex flex-wrap gap-3">
        <EditDialog
          itemId={item.id}
          content={item}
          trigger={<Button>Edit</Button>}
          open={editing}
          onOpenChange={setEditing}
          onEdited={({ itemId }) => {
            if (itemId === item.id) return setSaid('Mended. What you remember of it is kept.')
            router.push(`/items/${itemId}`)
          }}
        />
        {item.suspended ? (
          <Button
            disabled={pending}
            onClick={() =>
              act(
                () => resumeAction([item.id]),
                () => setSaid('Resumed: asked again.'),
              )
            }
          >
            Resume
          </Button>
        ) : (
          <SuspendDialog
            trigger={<Button>Suspend</Button>}
            open={suspending}
            onOpenChange={setSuspending}
            pending={pending}
            problem={problem}
            onSuspend={(reason) =>
              act(
                () => suspendAction([item.id], reason),
                () => {
                  setSuspending(false)
                  setSaid('Suspended: not asked until you resume it.')
                },
              )
            }
          />
        )}
        {startedOver ? (
          <Button
            disabled={pending}
            onClick={() =>
              act(
                () => takeBackStartOverAction(item.id),
                () => setSaid('Taken back: what you remembered of it counts again.'),
              )
            }
          >
            Undo starting over
          </Button>
        ) : null}
        {item.cards.some((card) => card.state.memory.phase !== 'new') ? (
          <StartOverDialog
            trigger={<Button>Start over</Button>}
            open={startingOver}
            onOpenChange={setStartingOver}
            pending={pending}
            problem={problem}
            onStartOver={() =>
              act(
                () => startOverAction(item.id),
                () => {
                  setStartingOver(false)
                  setSaid('Started over: it is new again.')
                },
              )
            }
          />
        ) : null}
        <Button
          disabled={pending}
          onClick={() =>
            act(
              () => deleteAction([item.id]),
              () => setSaid(''),
            )
          }
        >
          Delete
        </Button>
      </div>
      <Notice className="mt-4">{said}</Notice>
      <Notice tone="alert" className="mt-4">
        {suspending || startingOver ? null : problem}
      </Notice>
    </div>
  )
}
