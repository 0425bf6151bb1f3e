'use client'

import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../components/button'
import { Menu, MenuItem } from '../components/menu'
import { useAct } from '../items/use-act'
import { archiveDeckAction, renameDeckAction, studyDeckAction } from './actions'
import { NameDialog } from './name-dialog'

type Deck = {
  readonly id: string
  readonly name: string
  readonly archived: boolean
  readonly studied: boolean
}

/** What can be done with one deck, behind one button. */
export function DeckMenu({ deck, onDone }: { deck: Deck; onDone: (words: string) => void }) {
  const [renaming, setRenaming] = useState(false)
  const { act } = useAct()

  function archive(archived: boolean) {
    act(
      async () => {
        const outcome = await archiveDeckAction(deck.id, archived)
        if (!outcome.ok) onDone(outcome.problem.message)
        return outcome
      },
      () =>
        onDone(
          archived
            ? `“${deck.name}” is archived. Its items are not asked; what you remember of them stays.`
            : `“${deck.name}” is back, and its items are asked again.`,
        ),
    )
  }

  function study(studied: boolean) {
    act(
      async () => {
        const outcome = await studyDeckAction(deck.id, studied)
        if (!outcome.ok) onDone(outcome.problem.message)
        return outcome
      },
      () =>
        onDone(
          studied
            ? `You study “${deck.name}” again: its items come in your sessions.`
            : `You do not study “${deck.name}” yourself. Its items leave your sessions; what you remember of them stays.`,
        ),
    )
  }

  return (
    <>
      <Menu
        trigger={
          <Button tone="quiet" aria-label={`More for ${deck.name}`} className="min-w-11">
            <Ellipsis aria-hidden size={20} strokeWidth={1.75} />
          </Button>
        }
      >
        <MenuItem onSelect={() => setRenaming(true)}>Rename</MenuItem>
        {deck.archived ? (
          <MenuItem onSelect={() => archive(false)}>Take out of the archive</MenuItem>
        ) : (
          <MenuItem onSelect={() => archive(true)}>Archive</MenuItem>
        )}
        {deck.studied ? (
          <MenuItem onSelect={() => study(false)}>I do not study this myself</MenuItem>
        ) : (
          <MenuItem onSelect={() => study(true)}>Study this myself</MenuItem>
        )}
      </Menu>
      <NameDialog
        open={renaming}
        onOpenChange={setRenaming}
        title="Rename the deck"
        confirm="Rename"
        name={deck.name}
        save={(name) => renameDeckAction(deck.id, name)}
        onSaved={() => onDone('Renamed.')}
      />
    </>
  )
}
