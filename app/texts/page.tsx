import type { Metadata } from 'next'
import Link from 'next/link'
import { nameWithin } from '@/lib/core/deck/deck-name'
import { readBooks } from '@/lib/usecases/import-book'
import { listLibrary } from '@/lib/usecases/list-library'
import type { DeckSummary, TextSummary } from '@/lib/usecases/summaries'
import { LinkButton } from '../components/button'
import { ContentsLine } from '../components/contents-line'
import { count, figure } from '../components/dates'
import { EmptyState } from '../components/empty-state'
import { Page, PageHeading, PageSection } from '../components/frame'
import { Known } from '../components/recall'
import { visit } from '../visit'
import { BookImports } from './book-imports'
import { bookCovers } from './count-covers'
import { fromWords } from './from-words'

export const metadata: Metadata = { title: 'Texts' }

export default async function TextsPage() {
  const visitor = await visit()
  const [{ texts, decks }, imports] = await Promise.all([listLibrary(visitor), readBooks(visitor)])
  const covers = await bookCovers(visitor, imports)
  const open = decks.filter((deck) => !deck.archived && deck.textId === null)
  return (
    <Page>
      <PageHeading
        actions={
          <LinkButton href="/texts/new" tone="primary">
            Add a text
          </LinkButton>
        }
      >
        Texts
      </PageHeading>
      <BookImports initial={imports} covers={covers} />
      {texts.length === 0 ? (
        <EmptyState title="There are no texts yet.">
          Paste one, or choose a .txt or .md file. Passage proposes what is worth remembering, and
          you decide.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-rule border-y border-rule">
          {texts.map((text) => (
            <li key={text.id} className="py-3">
              <TextLine text={text} />
            </li>
          ))}
        </ul>
      )}
      <PageSection
        title="Decks of your own"
        actions={
          <Link href="/decks" className="link">
            All decks
          </Link>
        }
      >
        {open.length === 0 ? (
          <p className="py-3 text-quiet">
            None yet. A deck of your own gathers items from any text, and items you write yourself.
          </p>
        ) : (
          <ul>
            {open.map((deck) => (
              <li key={deck.id}>
                <DeckLine deck={deck} />
              </li>
            ))}
          </ul>
        )}
      </PageSection>
    </Page>
  )
}

function TextLine({ text }: { text: TextSummary }) {
  const origin = [
    fromWords(text),
    text.author,
    `${count(text.words, 'word')}`,
    text.licence,
  ].filter(Boolean)
  return (
    <>
      <ContentsLine
        href={`/texts/${text.id}`}
        title={text.title}
        end={<Known recall={text.recall} />}
        under={origin.join(' · ')}
      />
      {text.proposed > 0 ? (
        <p className="pb-2">
          <Link href={`/texts/${text.id}/proposals`} className="link">
            Go through {count(text.proposed, 'proposal')}
          </Link>
        </p>
      ) : null}
      {text.decks.length > 0 ? (
        <ul className="text-note text-quiet">
          {text.decks.map((deck) => (
            <li key={deck.id} className="flex flex-wrap gap-x-2">
              <Link
                href={`/decks/${deck.id}`}
                className="py-1 underline decoration-rule underline-offset-4 hover:text-ink"
              >
                {deck.name === text.title ? 'Deck' : nameWithin(text.title, deck.name)}
              </Link>
              <span className="py-1">{deckState(deck)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

function DeckLine({ deck }: { deck: DeckSummary }) {
  return <ContentsLine href={`/decks/${deck.id}`} title={deck.name} end={deckState(deck)} />
}

function deckState({ items, counts }: DeckSummary): string {
  const waiting = counts.new + counts.learning + counts.due
  return `${count(items, 'item')}, ${waiting > 0 ? `${figure(waiting)} to review` : 'nothing to review'}`
}
