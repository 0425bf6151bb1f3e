'use client'

import Link from 'next/link'
import { useRef, useState } from 'react'
import { Button } from '@/app/components/button'
import { ConfirmDialog } from '@/app/components/confirm-dialog'
import { Notice } from '@/app/components/notice'
import { KeyHint } from '@/app/keys/key-hint'
import { useKeys } from '@/app/keys/use-keys'
import { neighbour, nextStep, type RoomStep } from '@/lib/core/class/room'
import type { LeaderView } from '@/lib/usecases/watch-room'
import { HandsFields } from './hands'
import { type Order, Questions } from './questions'
import { useRoom } from './use-room'
import { type Join, Wall } from './wall'
import { WallTools } from './wall-tools'

/** Milliseconds between two looks. */
const EVERY_MS = 1_000

const STEP_WORDS: Record<RoomStep['kind'], string> = {
  choose: 'Choose',
  ask: 'Ask it',
  close: 'Close, and show the answers',
  show: 'Show the passage',
  end: 'End the room',
}

/** The screen of whoever leads: what stands on the wall, and below it what they do. */
export function Lead({
  room,
  order,
  first,
  join,
}: {
  room: { id: string; classId: string; className: string; deckName: string }
  order: Order
  first: LeaderView
  join: Join | null
}) {
  const { view, lost, problem, deed } = useRoom(room.id, first, EVERY_MS)
  const [hidden, setHidden] = useState(false)
  const [ending, setEnding] = useState(false)
  const busy = useRef(false)
  const { state } = view
  const ids = order.items.map(({ itemId }) => itemId)
  const asked = new Set(view.asked)
  const next = nextStep(state, ids, asked)

  /** One at a time; what was pressed twice is refused by the server too. */
  async function go(step: RoomStep | null) {
    if (!step || busy.current || state.phase === 'over') return
    busy.current = true
    const { phase, round } = state
    await deed({ kind: 'step', from: { phase, round }, step })
    busy.current = false
  }
  const toNeighbour = (by: -1 | 1) => {
    const itemId = state.phase === 'asking' ? null : neighbour(state, ids, by)
    return itemId ? () => void go({ kind: 'choose', itemId }) : undefined
  }
  const back = toNeighbour(-1)
  const forth = toNeighbour(1)
  const on = () => void go(next)
  const hide = () => setHidden(!hidden)
  useKeys(ending ? {} : { Space: on, ArrowRight: forth, ArrowLeft: back, h: hide })

  const current = state.phase === 'over' ? null : state.itemId
  const shown = current ?? (next?.kind === 'ask' ? next.itemId : null)
  const isNextQuestion = state.phase === 'passage' && next?.kind === 'ask'
  return (
    <main
      id="main"
      tabIndex={-1}
      data-wall
      className="mx-auto flex w-full grow flex-col px-5 pt-4 pb-8 sm:px-10"
    >
      <div className="flex flex-wrap items-center gap-x-6 text-note text-quiet">
        <p className="min-w-0 grow basis-40 truncate">
          <Link href={`/classes/${room.classId}/rooms`} className="link">
            {room.className}
          </Link>{' '}
          · {room.deckName}
          {state.round > 0 ? ` · question ${state.round}` : ''}
        </p>
        <WallTools hidden={hidden} onHide={hide} onEnd={() => setEnding(true)} />
      </div>
      <Wall
        view={view}
        hidden={hidden}
        coming={order.items.find(({ itemId }) => itemId === shown)?.question ?? null}
        join={join}
      />
      <Notice tone="alert" className="mb-3">
        {problem ??
          (lost ? 'The server cannot be reached now. It is tried again by itself.' : null)}
      </Notice>
      <div className="mt-6 flex flex-col gap-4 border-t border-rule pt-4">
        <div className="flex flex-wrap gap-3">
          <Button
            className="min-h-13"
            disabled={!back}
            aria-keyshortcuts="ArrowLeft"
            onClick={back}
          >
            Before <KeyHint>←</KeyHint>
          </Button>
          <Button
            className="min-h-13"
            disabled={!forth}
            aria-keyshortcuts="ArrowRight"
            onClick={forth}
          >
            After <KeyHint>→</KeyHint>
          </Button>
          {next ? (
            <Button
              tone="primary"
              className="min-h-13 grow sm:grow-0"
              aria-keyshortcuts="Space"
              onClick={on}
            >
              {isNextQuestion ? 'Ask the next question' : STEP_WORDS[next.kind]}{' '}
              <KeyHint>Space</KeyHint>
            </Button>
          ) : (
            <p className="self-center text-quiet">
              {state.phase === 'over'
                ? 'What was asked is shown in a moment.'
                : order.items.length === 0
                  ? 'Nothing in this deck can be asked any more.'
                  : 'That was the last question. Choose one to ask again, or end the room.'}
            </p>
          )}
        </div>
        {state.phase === 'asking' || state.phase === 'answers' ? (
          <HandsFields
            key={state.round}
            view={view}
            onCount={(response, hands) =>
              void deed({ kind: 'hands', round: state.round, response, hands })
            }
          />
        ) : null}
        <Questions
          order={order}
          asked={asked}
          current={current}
          onChoose={
            state.phase === 'asking' ? undefined : (itemId) => void go({ kind: 'choose', itemId })
          }
        />
      </div>
      <ConfirmDialog
        open={ending}
        onOpenChange={setEnding}
        title="End the room?"
        confirm="End it"
        onConfirm={() => {
          setEnding(false)
          void go({ kind: 'end' })
        }}
      >
        What was answered stays. The page shows each question with its answers then.
      </ConfirmDialog>
    </main>
  )
}
