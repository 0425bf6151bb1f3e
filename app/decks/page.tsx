import type { Metadata } from 'next'
import Link from 'next/link'
import { listLibrary } from '@/lib/usecases/list-library'
import { Page, PageHeading } from '../components/frame'
import { visit } from '../visit'
import { DeckList } from './deck-list'

export const metadata: Metadata = { title: 'Decks' }

export default async function DecksPage() {
  const { texts, decks } = await listLibrary(await visit())
  const listed = new Map(
    [...texts.flatMap((text) => text.decks), ...decks].map((deck) => [deck.id, deck]),
  )
  return (
    <Page>
      <PageHeading under="A deck is a named set of items. One item can be in several.">
        Decks
      </PageHeading>
      <DeckList decks={[...listed.values()]} />
      <p className="mt-12 text-note text-quiet">
        See what would come of an exam in a{' '}
        <Link href="/tests" className="link">
          mock test
        </Link>
        . What you deleted is in the{' '}
        <Link href="/trash" className="link">
          trash
        </Link>
        .
      </p>
    </Page>
  )
}
