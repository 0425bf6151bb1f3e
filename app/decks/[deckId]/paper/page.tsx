import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { count } from '@/app/components/dates'
import { Page } from '@/app/components/frame'
import { PrintButton } from '@/app/tests/print-button'
import { visit } from '@/app/visit'
import { readDeckPaper } from '@/lib/usecases/read-deck-paper'
import { PaperCards } from './cards'
import { PaperList } from './list'

type Props = {
  params: Promise<{ deckId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Deck on paper' }

/** A deck as it is printed: questions and, on sheets of their own, the answers; or cards to cut. */
export default async function DeckPaperPage({ params, searchParams }: Props) {
  const loaded = await readDeckPaper(await visit(), (await params).deckId)
  if (!loaded.ok) notFound()
  const deck = loaded.value
  const asCards = (await searchParams).as === 'cards'
  const here = `/decks/${deck.id}/paper`
  return (
    <Page>
      <div className="paper">
        <div className="print:hidden">
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <PrintButton />
            <nav aria-label="How it is printed" className="flex gap-5">
              <Way href={here} current={!asCards}>
                Questions and answers
              </Way>
              <Way href={`${here}?as=cards`} current={asCards}>
                Cards to cut
              </Way>
            </nav>
          </div>
          <p className="mt-4 text-note text-quiet">
            {asCards
              ? 'Print on both sides, turned over on the long edge: each answer is then behind its question. Cut along the lines.'
              : 'The answers, with where the text says them, begin on a sheet of their own.'}
          </p>
        </div>
        <header className="mt-6 border-b border-rule pb-4 print:mt-0">
          <h1 className="figures-text font-read text-title font-medium">
            <Link href={`/decks/${deck.id}`} className="no-underline">
              {deck.name}
            </Link>
          </h1>
          <p className="figures-text mt-1 text-note">
            {[count(deck.items.length, 'item'), deck.textTitle].filter(Boolean).join(' · ')}
          </p>
        </header>
        {asCards ? <PaperCards items={deck.items} /> : <PaperList deck={deck} />}
      </div>
    </Page>
  )
}

function Way({ href, current, children }: { href: string; current: boolean; children: string }) {
  return (
    <Link
      href={href}
      aria-current={current ? 'page' : undefined}
      className="min-h-11 py-2.5 text-quiet underline-offset-[0.4em] decoration-2 hover:text-ink aria-[current]:text-ink aria-[current]:underline"
    >
      {children}
    </Link>
  )
}
