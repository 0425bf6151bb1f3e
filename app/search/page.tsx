import type { Metadata } from 'next'
import Link from 'next/link'
import { type SearchResult, search } from '@/lib/usecases/search'
import { count } from '../components/dates'
import { EmptyState } from '../components/empty-state'
import { Page, PageHeading, PageSection } from '../components/frame'
import { Notice } from '../components/notice'
import { textPlace } from '../texts/place'
import { visit } from '../visit'
import { Headline } from './headline'
import { SearchForm } from './search-form'

export const metadata: Metadata = { title: 'Search' }

export default async function SearchPage({
  searchParams,
}: {
  searchParams: Promise<{ q?: string | string[] }>
}) {
  const { q } = await searchParams
  const query = typeof q === 'string' ? q.trim() : ''
  const found = query === '' ? null : await search(await visit(), query)
  return (
    <Page>
      <PageHeading>Search</PageHeading>
      <SearchForm query={query} />
      <Notice tone="alert" className="mt-6">
        {found && !found.ok ? found.problem.message : null}
      </Notice>
      {found?.ok ? <Results query={query} found={found.value} /> : null}
      {found === null ? (
        <p className="mt-8 max-w-measure text-quiet">
          Searches the questions and answers of your items, and the passages of your texts. Words
          are found in all their forms; “several words” in quotation marks as they stand; a word
          after a minus sign must not occur.
        </p>
      ) : null}
    </Page>
  )
}

function Results({ query, found }: { query: string; found: SearchResult }) {
  const { items, passages } = found
  return (
    <>
      <p role="status" className="mt-6 text-note text-quiet">
        {items.length + passages.length === 0
          ? ''
          : `${count(items.length, 'item')} and ${count(passages.length, 'passage')} for “${query}”`}
      </p>
      {items.length + passages.length === 0 ? (
        <EmptyState title={`Nothing was found for “${query}”.`}>
          Try fewer words, or another form of them. What is in the trash is not searched.
        </EmptyState>
      ) : null}
      {items.length > 0 ? (
        <PageSection title="Items">
          <ul>
            {items.map(({ item, headline }) => (
              <li key={item.id} className="border-b border-rule py-3">
                <Link
                  href={`/items/${item.id}`}
                  className="figures-text font-read text-[1.125rem] leading-snug underline-offset-4 decoration-1 hover:underline"
                >
                  <Headline fragments={headline} />
                </Link>
                <p className="mt-1 text-note text-quiet">
                  {item.decks.map((deck) => deck.name).join(', ') || item.textTitle || 'In no deck'}
                  {item.status === 'kept' ? '' : ` · ${item.status}`}
                  {item.suspended ? ' · suspended' : ''}
                </p>
              </li>
            ))}
          </ul>
        </PageSection>
      ) : null}
      {passages.length > 0 ? (
        <PageSection title="Passages">
          <ul>
            {passages.map((passage) => (
              <li key={`${passage.textId}-${passage.start}`} className="border-b border-rule py-3">
                <p className="prose-read max-w-measure">
                  <Headline fragments={passage.headline} />
                </p>
                <p className="mt-1 text-note text-quiet">
                  <Link href={textPlace(passage.textId, passage)} className="link">
                    {[passage.textTitle, passage.section].filter(Boolean).join(' · ')}
                  </Link>
                </p>
              </li>
            ))}
          </ul>
        </PageSection>
      ) : null}
    </>
  )
}
