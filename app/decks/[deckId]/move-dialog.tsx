'use client'

import { useState } from 'react'
import { Button } from '@/app/components/button'
import { ConfirmDialog } from '@/app/components/confirm-dialog'
import { Select } from '@/app/components/field'

type Deck = { readonly id: string; readonly name: string }

/** Asks into which deck the selected items go. */
export function MoveDialog({
  items,
  others,
  onMove,
}: {
  items: string
  others: readonly Deck[]
  onMove: (deck: Deck) => void
}) {
  const [open, setOpen] = useState(false)
  const [to, setTo] = useState('')
  const target = others.find((deck) => deck.id === to) ?? others[0]
  return (
    <ConfirmDialog
      trigger={<Button className="px-3!">Move</Button>}
      open={open}
      onOpenChange={setOpen}
      title={`Move ${items}`}
      description={
        target ? undefined : 'There is no other deck. Make one on the page of decks first.'
      }
      confirm="Move"
      disabled={!target}
      onConfirm={() => {
        setOpen(false)
        if (target) onMove(target)
      }}
    >
      {target ? (
        <Select label="Into" value={target.id} onChange={(event) => setTo(event.target.value)}>
          {others.map((deck) => (
            <option key={deck.id} value={deck.id}>
              {deck.name}
            </option>
          ))}
        </Select>
      ) : null}
    </ConfirmDialog>
  )
}
