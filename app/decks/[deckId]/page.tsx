import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { LinkButton } from '@/app/components/button'
import { count } from '@/app/components/dates'
import { Page, PageHeading } from '@/app/components/frame'
import { sessionSecret } from '@/app/session-secret'
import { visit } from '@/app/visit'
import { listLibrary } from '@/lib/usecases/list-library'
import { readDeck } from '@/lib/usecases/read-deck'
import { readShare } from '@/lib/usecases/share-deck'
import { readDeckChanges } from '@/lib/usecases/take-over'
import { countsWords, waitingOf } from '../counts-words'
import { Changes } from './deck-changes'
import { DeckHead } from './deck-head'
import { ItemList } from './item-list'
import { Sharing } from './sharing'

type Props = { params: Promise<{ deckId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await readDeck(await visit(), (await params).deckId)
  return { title: page.ok ? page.value.deck.name : 'No such deck' }
}

export default async function DeckPage({ params }: Props) {
  const visitor = await visit()
  const page = await readDeck(visitor, (await params).deckId)
  if (!page.ok) notFound()
  const { deck, items } = page.value
  const [{ texts, decks }, share, changes] = await Promise.all([
    listLibrary(visitor),
    readShare(visitor, deck.id, sessionSecret()),
    readDeckChanges(visitor, deck.id),
  ])
  const others = [...texts.flatMap((text) => text.decks), ...decks].filter(
    (other) => other.id !== deck.id && !other.archived,
  )
  return (
    <Page wide>
      <PageHeading
        over={
          deck.textId ? (
            <>
              from{' '}
              <Link href={`/texts/${deck.textId}`} className="link">
                {deck.textTitle}
              </Link>
            </>
          ) : (
            <Link href="/decks" className="link">
              Decks
            </Link>
          )
        }
        under={
          <span className="figures-text">
            {count(deck.items, 'item')} ·{' '}
            {deck.archived
              ? 'archived: not asked'
              : deck.studied
                ? countsWords(deck.counts)
                : 'you do not study it yourself'}
          </span>
        }
        actions={
          <>
            {waitingOf(deck.counts) > 0 && !deck.archived ? (
              <LinkButton tone="primary" href={`/review?deck=${deck.id}`}>
                Study deck
              </LinkButton>
            ) : null}
            <LinkButton href={`/items/new?deck=${deck.id}`}>Add an item</LinkButton>
            {deck.items > 0 && !deck.archived ? (
              <LinkButton href={`/tests/new?deck=${deck.id}`}>Mock test</LinkButton>
            ) : null}
            {deck.items > 0 ? (
              <LinkButton href={`/decks/${deck.id}/paper`}>Print</LinkButton>
            ) : null}
            {deck.items > 0 || share ? <Sharing deckId={deck.id} share={share} /> : null}
            <DeckHead deck={deck} />
          </>
        }
      >
        {deck.name}
      </PageHeading>
      {changes ? <Changes deckId={deck.id} of={changes} /> : null}
      <ItemList
        deckId={deck.id}
        items={items}
        others={[...new Map(others.map((o) => [o.id, { id: o.id, name: o.name }])).values()]}
        today={visitor.studyDay}
      />
    </Page>
  )
}
