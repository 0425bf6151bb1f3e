'use client'

import { useState } from 'react'
import { Button } from '../components/button'
import { ConfirmDialog } from '../components/confirm-dialog'
import { count } from '../components/dates'
import { Check, Select } from '../components/field'
import { useAct } from '../items/use-act'
import { mergeDecksAction } from './actions'

type Mergeable = { readonly id: string; readonly name: string; readonly items: number }

/** Several decks become one: which one stays, and which are emptied into it. */
export function MergeDialog({
  decks,
  onMerged,
}: {
  decks: readonly Mergeable[]
  onMerged: (words: string) => void
}) {
  const [open, setOpen] = useState(false)
  const [into, setInto] = useState('')
  const [from, setFrom] = useState<readonly string[]>([])
  const { act, pending, problem, forget } = useAct()
  const target = decks.find((deck) => deck.id === into) ?? decks[0]
  const others = decks.filter((deck) => deck.id !== target?.id)
  const chosen = others.filter((deck) => from.includes(deck.id))

  function show(next: boolean) {
    forget()
    setFrom([])
    setOpen(next)
  }

  function merge() {
    if (!target) return
    act(
      () =>
        mergeDecksAction(
          chosen.map((deck) => deck.id),
          target.id,
        ),
      () => {
        show(false)
        onMerged(`${count(chosen.length, 'deck')} merged into “${target.name}”.`)
      },
    )
  }

  return (
    <ConfirmDialog
      trigger={<Button>Merge decks</Button>}
      open={open}
      onOpenChange={show}
      title="Merge decks"
      description="The items move, and the emptied decks are gone. What you remember of the items stays as it is. This cannot be undone in one step."
      confirm="Merge"
      disabled={pending || chosen.length === 0}
      problem={problem}
      onConfirm={merge}
    >
      <Select
        label="Into this deck"
        value={target?.id ?? ''}
        onChange={(event) => setInto(event.target.value)}
      >
        {decks.map((deck) => (
          <option key={deck.id} value={deck.id}>
            {deck.name}
          </option>
        ))}
      </Select>
      <fieldset className="mt-5">
        <legend className="text-note font-medium">Merge these</legend>
        {others.map((deck) => (
          <Check
            key={deck.id}
            label={deck.name}
            hint={count(deck.items, 'item')}
            checked={from.includes(deck.id)}
            onChange={(event) =>
              setFrom(
                event.target.checked ? [...from, deck.id] : from.filter((id) => id !== deck.id),
              )
            }
          />
        ))}
      </fieldset>
    </ConfirmDialog>
  )
}
