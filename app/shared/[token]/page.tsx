import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { LinkButton } from '@/app/components/button'
import { count } from '@/app/components/dates'
import { Page, PageHeading, PageSection } from '@/app/components/frame'
import { Marked, MarkedPassage } from '@/app/components/marked'
import { tooMany } from '@/app/limits'
import { sessionSecret } from '@/app/session-secret'
import { visit } from '@/app/visit'
import { readSharedDeck, type SharedDeckPage } from '@/lib/usecases/read-shared-deck'
import { CopyDeck } from './copy-deck'

type Props = { params: Promise<{ token: string }> }

const load = cache(async (token: string) => {
  const often = await tooMany('link')
  if (often) return { ok: false as const, problem: often }
  return readSharedDeck(await visit(), token, sessionSecret())
})

/** A link is for those who were given it. */
const UNLISTED = { robots: { index: false, follow: false }, referrer: 'no-referrer' } as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await load((await params).token)
  return { title: page.ok ? page.value.deck.name : 'Not here', ...UNLISTED }
}

export default async function SharedDeckView({ params }: Props) {
  const { token } = await params
  const loaded = await load(token)
  if (!loaded.ok) notFound()
  const { deck, from, items, shown, own } = loaded.value
  return (
    <Page>
      <PageHeading
        over={`A deck from ${from}`}
        under={
          <span className="figures-text">
            {count(items, 'item')}
            {deck.textTitle ? ` · on “${deck.textTitle}”` : ''}
          </span>
        }
      >
        {deck.name}
      </PageHeading>
      {own ? (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <p>{own.isOrigin ? 'This is your own deck.' : 'You have copied this deck.'}</p>
          <LinkButton tone="primary" href={`/decks/${own.id}`}>
            Open it
          </LinkButton>
        </div>
      ) : (
        <>
          <CopyDeck token={token} />
          <p className="mt-3 max-w-measure text-note text-quiet">
            The copy is yours: you study it on your own schedule, and can change what it says. Where
            you know something of it already, that counts.
            {shown.some((item) => item.passage) ? ' The text comes with it, to read.' : ''}
          </p>
        </>
      )}
      {shown.length > 0 ? (
        <PageSection
          title={shown.length < items ? `${count(shown.length, 'item')} of it` : 'What it asks'}
        >
          <ul>
            {shown.map((item) => (
              <li
                key={item.question}
                className="border-b border-rule py-5 first:pt-2 last:border-0"
              >
                <Shown item={item} />
              </li>
            ))}
          </ul>
        </PageSection>
      ) : null}
    </Page>
  )
}

function Shown({ item: { question, passage } }: { item: SharedDeckPage['shown'][number] }) {
  return (
    <>
      <h3 className="figures-text font-read text-[1.125rem] font-medium">
        <Marked text={question} />
      </h3>
      {passage ? (
        <>
          {passage.section ? <p className="mt-2 text-note text-quiet">{passage.section}</p> : null}
          <MarkedPassage text={passage.content} marks={passage.marks} className="mt-2" />
        </>
      ) : null}
    </>
  )
}
