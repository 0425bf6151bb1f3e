'use client'

import { useState } from 'react'
import { Button } from '@/app/components/button'
import { count } from '@/app/components/dates'
import { Marked } from '@/app/components/marked'
import { Notice } from '@/app/components/notice'
import { useAct } from '@/app/items/use-act'
import type { DeckChange, DeckChanges } from '@/lib/usecases/take-over'
import { keepMineAction, takeChangesAction } from '../share-actions'

/** What has changed in the deck that this one was copied from, to be taken over one by one or all at once. */
export function Changes({ deckId, of }: { deckId: string; of: DeckChanges }) {
  const [said, setSaid] = useState('')
  const { act, pending, problem } = useAct()
  const { changes } = of

  function take(ids: string[]) {
    act(
      () => takeChangesAction(deckId, ids),
      ({ changed }) => setSaid(`${count(changed, 'change')} taken over.`),
    )
  }

  function keep(ids: string[]) {
    act(
      () => keepMineAction(deckId, ids),
      () => setSaid('Yours stays as it is. You are asked again when the original changes next.'),
    )
  }

  return (
    <>
      <Notice className="mb-6">{said}</Notice>
      {changes.length > 0 ? (
        <section
          aria-label="Changes of the original"
          className="mb-8 border-l-3 border-watch py-1 pl-4"
        >
          <p>
            The original, from {of.from}, has changed: {inWords(changes)}.
          </p>
          <details className="mt-2">
            <summary className="min-h-11 py-2.5">See them</summary>
            <ul className="max-w-measure">
              {changes.map((change) => (
                <li key={change.id} className="border-t border-rule py-3">
                  <Change change={change} />
                  <div className="mt-2 flex flex-wrap gap-3">
                    <Button
                      disabled={pending}
                      aria-label={`${TAKE[change.kind]}: ${questionOf(change)}`}
                      onClick={() => take([change.id])}
                    >
                      {TAKE[change.kind]}
                    </Button>
                    <Button
                      disabled={pending}
                      aria-label={`${KEEP[change.kind]}: ${questionOf(change)}`}
                      onClick={() => keep([change.id])}
                    >
                      {KEEP[change.kind]}
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          </details>
          <Button
            className="mt-2"
            disabled={pending}
            onClick={() => take(changes.map((change) => change.id))}
          >
            Take all over
          </Button>
          <Notice tone="alert" className="mt-3">
            {problem}
          </Notice>
        </section>
      ) : null}
    </>
  )
}

const TAKE: Record<DeckChange['kind'], string> = {
  reworded: 'Take over',
  added: 'Add it',
  gone: 'Move to the trash',
}

const KEEP: Record<DeckChange['kind'], string> = {
  reworded: 'Keep mine',
  added: 'Leave it out',
  gone: 'Keep it',
}

const questionOf = ({ theirs, mine }: DeckChange): string => (theirs ?? mine)?.question ?? ''

/** 3 reworded, 2 new, 1 gone */
function inWords(changes: readonly DeckChange[]): string {
  const of = (kind: DeckChange['kind']) => changes.filter((change) => change.kind === kind).length
  return [
    [of('reworded'), 'reworded'] as const,
    [of('added'), 'new'] as const,
    [of('gone'), 'gone'] as const,
  ]
    .flatMap(([n, word]) => (n > 0 ? [`${n} ${word}`] : []))
    .join(', ')
}

function Change({ change: { kind, mine, theirs, ownWords } }: { change: DeckChange }) {
  return (
    <>
      <p className="text-note text-quiet">
        {kind === 'added' ? 'New' : kind === 'gone' ? 'No longer in the original' : 'Reworded'}
        {ownWords ? ': you have worded it otherwise yourself, and your words would go' : ''}
        {kind === 'reworded' ? '. What you remember of it is kept' : ''}
      </p>
      {mine && kind === 'reworded' ? <Said label="Yours" said={mine} /> : null}
      {theirs ? (
        <Said label={kind === 'reworded' ? 'The original' : ''} said={theirs} />
      ) : mine ? (
        <Said label="" said={mine} />
      ) : null}
    </>
  )
}

function Said({ label, said }: { label: string; said: { question: string; answer: string } }) {
  return (
    <p className="figures-text mt-1 font-read">
      {label ? <span className="font-ui text-note text-quiet">{label}: </span> : null}
      <Marked text={said.question} /> — <Marked text={said.answer} />
    </p>
  )
}
