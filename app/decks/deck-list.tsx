'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { DeckSummary } from '@/lib/usecases/summaries'
import { Button } from '../components/button'
import { count } from '../components/dates'
import { Notice } from '../components/notice'
import { makeDeckAction } from './actions'
import { countsWords, waitingOf } from './counts-words'
import { DeckMenu } from './deck-menu'
import { MergeDialog } from './merge-dialog'
import { NameDialog } from './name-dialog'

/** The decks, and what can be done with them. */
export function DeckList({ decks }: { decks: readonly DeckSummary[] }) {
  const router = useRouter()
  const [said, setSaid] = useState('')
  const active = decks.filter((deck) => !deck.archived)
  const archived = decks.filter((deck) => deck.archived)
  return (
    <>
      <div className="-mt-3 mb-6 flex flex-wrap gap-3">
        <NameDialog
          trigger={<Button>New deck</Button>}
          title="A new deck"
          confirm="Make it"
          save={makeDeckAction}
          onSaved={({ deckId }) => router.push(`/decks/${deckId}`)}
        />
        {active.length > 1 ? <MergeDialog decks={active} onMerged={setSaid} /> : null}
      </div>
      <Notice className="mb-6">{said}</Notice>
      {active.length > 0 ? (
        <ul className="border-t border-rule">
          {active.map((deck) => (
            <DeckLine key={deck.id} deck={deck} onDone={setSaid} />
          ))}
        </ul>
      ) : (
        <p className="max-w-measure py-4 text-quiet">
          There is no deck here. Keeping the proposals of a text makes one; or make your own and
          write items for it.
        </p>
      )}
      {archived.length > 0 ? (
        <details className="mt-10">
          <summary className="min-h-11 py-2 text-quiet hover:text-ink">
            Archived, {count(archived.length, 'deck')}
          </summary>
          <ul className="mt-2 border-t border-rule">
            {archived.map((deck) => (
              <DeckLine key={deck.id} deck={deck} onDone={setSaid} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

function DeckLine({ deck, onDone }: { deck: DeckSummary; onDone: (words: string) => void }) {
  const waiting = waitingOf(deck.counts)
  return (
    <li className="flex items-start gap-2 border-b border-rule py-3">
      <div className="min-w-0 grow">
        <Link
          href={`/decks/${deck.id}`}
          className="figures-text font-read text-[1.125rem] leading-snug underline-offset-4 decoration-1 hover:underline sm:text-[1.1875rem]"
        >
          {deck.name}
        </Link>
        <p className="mt-1 text-note text-quiet">
          {count(deck.items, 'item')}
          {deck.archived
            ? ''
            : ` · ${deck.studied ? countsWords(deck.counts) : 'not studied by you'}`}
          {deck.textTitle && deck.textTitle !== deck.name ? ` · from ${deck.textTitle}` : ''}
        </p>
      </div>
      {waiting > 0 && !deck.archived ? (
        <Link
          href={`/review?deck=${deck.id}`}
          aria-label={`Study ${deck.name}`}
          className="link flex min-h-11 shrink-0 items-center px-2"
        >
          Study
        </Link>
      ) : null}
      <DeckMenu deck={deck} onDone={onDone} />
    </li>
  )
}
