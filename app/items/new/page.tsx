import type { Metadata } from 'next'
import Link from 'next/link'
import { EmptyState } from '@/app/components/empty-state'
import { Page, PageHeading } from '@/app/components/frame'
import { MarkedPassage } from '@/app/components/marked'
import { visit } from '@/app/visit'
import type { Span } from '@/lib/core/text/source'
import { listLibrary } from '@/lib/usecases/list-library'
import { readText, type TextPage } from '@/lib/usecases/read-text'
import { LinkButton } from '../../components/button'
import { NewItemForm } from './new-item-form'

export const metadata: Metadata = { title: 'Add an item' }

type Query = { [name: string]: string | string[] | undefined }

/** ?text=ID&start=12&end=80 makes that passage its evidence; ?deck=ID chooses the deck. */
export default async function NewItemPage({ searchParams }: { searchParams: Promise<Query> }) {
  const visitor = await visit()
  const query = await searchParams
  const { texts, decks } = await listLibrary(visitor)
  const textPage = typeof query.text === 'string' ? await readText(visitor, query.text) : null
  const page = textPage?.ok ? textPage.value : null
  const span = page ? spanOf(query, page.body.length) : null
  const active = [
    ...new Map([...decks, ...texts.flatMap((t) => t.decks)].map((d) => [d.id, d])).values(),
  ]
    .filter((deck) => !deck.archived)
    .map(({ id, name, textId }) => ({ id, name, textId }))
  const chosen =
    active.find((deck) => deck.id === query.deck) ??
    active.find((deck) => page !== null && deck.textId === page.text.id) ??
    active[0]
  return (
    <Page wide={span !== null}>
      <PageHeading over={page ? page.text.title : undefined}>Add an item</PageHeading>
      {textPage && !textPage.ok ? (
        <p className="mb-6 border-l-3 border-accent py-1 pl-4">{textPage.problem.message}</p>
      ) : null}
      {chosen ? (
        <div className={span ? 'grid gap-x-14 gap-y-10 lg:grid-cols-2' : ''}>
          {page && span ? <Evidence page={page} span={span} /> : null}
          <NewItemForm
            decks={active}
            deckId={chosen.id}
            textId={page?.text.id ?? null}
            evidence={span ? [{ start: span.start, end: span.end }] : []}
          />
        </div>
      ) : (
        <EmptyState
          title="An item stands in a deck, and there is none yet."
          actions={<LinkButton href="/decks">Make a deck</LinkButton>}
        />
      )}
    </Page>
  )
}

function spanOf(query: Query, length: number): Span | null {
  const start = Number(query.start ?? Number.NaN)
  const end = Number(query.end ?? Number.NaN)
  if (!Number.isInteger(start) || !Number.isInteger(end)) return null
  return start >= 0 && end > start && end <= length ? { start, end } : null
}

function Evidence({ page, span }: { page: TextPage; span: Span }) {
  const around = page.blocks.filter((block) => block.end > span.start && block.start < span.end)
  const start = around[0]?.start ?? span.start
  const end = around.at(-1)?.end ?? span.end
  return (
    <section aria-label="Passage">
      <MarkedPassage
        text={page.body.slice(start, end)}
        marks={[{ start: span.start - start, end: span.end - start }]}
        className="max-w-measure"
      />
      <p className="mt-4 text-note text-quiet">
        What is pencilled becomes the evidence.{' '}
        <Link href={`/texts/${page.text.id}?at=${span.start}-${span.end}`} className="link">
          Mark another passage
        </Link>
      </p>
    </section>
  )
}
