'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/app/components/button'
import { count } from '@/app/components/dates'
import { Notice } from '@/app/components/notice'
import {
  deleteAction,
  moveAction,
  restoreAction,
  resumeAction,
  suspendAction,
} from '@/app/items/actions'
import { useAct } from '@/app/items/use-act'
import type { Outcome } from '@/lib/core/outcome'
import { DeleteSelected } from './delete-selected'
import { MoveDialog } from './move-dialog'
import type { Row } from './rows'

type Changed = Outcome<{ changed: number }>
type Done = { readonly words: string; readonly undo: (() => Promise<Changed>) | null }

/** What is done with everything selected, and the way back from it. Stays at the bottom of the screen while in use. */
export function BulkBar({
  deckId,
  others,
  selected,
  onClear,
}: {
  deckId: string
  others: readonly { id: string; name: string }[]
  selected: readonly Row[]
  onClear: () => void
}) {
  const [done, setDone] = useState<Done | null>(null)
  const { act, pending, problem } = useAct()
  const undoButton = useRef<HTMLButtonElement>(null)
  const items = count(selected.length, 'item')

  // The button that was pressed is gone with the selection: the focus goes on to the way back.
  useEffect(() => {
    if (done?.undo) undoButton.current?.focus({ preventScroll: true })
  }, [done])

  function change(work: () => Promise<Changed>, words: string, undo: Done['undo']) {
    setDone(null)
    act(work, () => {
      onClear()
      setDone({ words, undo })
    })
  }

  const ids = selected.map((row) => row.id)
  const suspended = selected.flatMap((row) => (row.state === 'suspended' ? [row.id] : []))
  const asked = selected.flatMap((row) => (row.state === 'suspended' ? [] : [row.id]))
  const busy = selected.length > 0 || done !== null || problem !== null
  return (
    <div
      className={`sticky bottom-0 z-20 mt-6 flex flex-wrap items-center gap-x-2 gap-y-2 ${
        busy
          ? 'border-t border-edge bg-paper py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]'
          : ''
      }`}
    >
      {selected.length > 0 ? (
        <>
          <span className="figures mr-2 basis-full sm:basis-auto">{items} selected</span>
          <MoveDialog
            items={items}
            others={others}
            onMove={(deck) =>
              change(
                () => moveAction(ids, deckId, deck.id),
                `${items} moved to “${deck.name}”.`,
                // What was in both decks before must not leave the other one on the way back.
                selected.some((row) => row.decks.includes(deck.id))
                  ? null
                  : () => moveAction(ids, deck.id, deckId),
              )
            }
          />
          <Button
            className="px-3!"
            disabled={pending || asked.length === 0}
            onClick={() =>
              change(
                () => suspendAction(asked, ''),
                `${count(asked.length, 'item')} suspended: not asked until resumed.`,
                () => resumeAction(asked),
              )
            }
          >
            Suspend
          </Button>
          <Button
            className="px-3!"
            disabled={pending || suspended.length === 0}
            onClick={() =>
              change(
                () => resumeAction(suspended),
                `${count(suspended.length, 'item')} resumed: asked again.`,
                null,
              )
            }
          >
            Resume
          </Button>
          <DeleteSelected
            ids={ids}
            disabled={pending}
            onDelete={() =>
              change(
                () => deleteAction(ids),
                `${items} moved to the trash. What you remember of them is kept.`,
                () => restoreAction(ids),
              )
            }
          />
          <Button tone="quiet" onClick={onClear}>
            Clear
          </Button>
        </>
      ) : null}
      <Notice className="min-w-0 grow">{selected.length === 0 ? done?.words : null}</Notice>
      {selected.length === 0 && done ? (
        <>
          {done.undo ? (
            <Button
              ref={undoButton}
              onClick={() => {
                const { undo } = done
                if (undo) change(undo, 'Taken back.', null)
              }}
            >
              Undo
            </Button>
          ) : null}
          <Button tone="quiet" onClick={() => setDone(null)}>
            Close
          </Button>
        </>
      ) : null}
      <Notice tone="alert" className="basis-full">
        {problem}
      </Notice>
    </div>
  )
}
