'use client'

import { useRouter } from 'next/navigation'
import type { SubmitEvent } from 'react'
import { Button } from '@/app/components/button'
import { Select } from '@/app/components/field'
import { useAct } from '@/app/items/use-act'
import type { Rooms } from '@/lib/usecases/list-rooms'
import { beginRoomAction } from './actions'

/** On which deck a room is begun. */
export function BeginRoom({
  classId,
  decks,
  chosen,
  itemId,
  isAnotherOpen,
}: {
  classId: string
  decks: Rooms['decks']
  /** The deck that is chosen at first. */
  chosen: string | null
  /** What is to be asked first. */
  itemId: string | null
  isAnotherOpen: boolean
}) {
  const router = useRouter()
  const { act, pending, problem } = useAct()

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const deckId = String(new FormData(event.currentTarget).get('deck') ?? '')
    act(
      () => beginRoomAction(classId, deckId, deckId === chosen ? itemId : null),
      ({ roomId }) => router.push(`/classes/${classId}/rooms/${roomId}`),
    )
  }

  return (
    <form onSubmit={submit} noValidate className="max-w-[30rem]">
      <Select
        label="Deck"
        name="deck"
        defaultValue={chosen ?? undefined}
        hint="What the class knows least is asked first; you can choose otherwise at any time."
        error={problem}
      >
        {decks.map(({ id, name, assigned }) => (
          <option key={id} value={id}>
            {assigned.length > 0 ? `${assigned.join(', ')} (assigned)` : name}
          </option>
        ))}
      </Select>
      <Button type="submit" tone="primary" disabled={pending} className="mt-6">
        {isAnotherOpen ? 'End that room and begin another' : 'Begin a room'}
      </Button>
    </form>
  )
}
