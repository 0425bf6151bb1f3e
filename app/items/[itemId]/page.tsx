import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Page, PageHeading, PageSection } from '@/app/components/frame'
import { WithMargin } from '@/app/components/margin'
import { Marked, MarkedPassage } from '@/app/components/marked'
import { textPlace } from '@/app/texts/place'
import { visit } from '@/app/visit'
import type { PassageExcerpt } from '@/lib/core/session/question'
import type { ItemView } from '@/lib/usecases/item-view'
import { readItem } from '@/lib/usecases/read-item'
import { History } from './history'
import { ItemActions } from './item-actions'
import { Memory } from './memory'
import { Reworded } from './reworded'
import { Slipping } from './slipping'

export const metadata: Metadata = { title: 'Item' }

export default async function ItemPage({ params }: { params: Promise<{ itemId: string }> }) {
  const visitor = await visit()
  const page = await readItem(visitor, (await params).itemId)
  if (!page.ok) notFound()
  const { item, passage, reviews, startedOver, rival, original } = page.value
  return (
    <Page wide>
      <PageHeading over={<Decks item={item} />}>
        <Marked text={item.question} />
      </PageHeading>
      {item.status === 'retired' ? (
        <p className="mb-6 border-l-3 border-watch py-1 pl-4">
          The newest version of the text no longer says this. It is not asked; its reviews are kept.
        </p>
      ) : null}
      <ItemActions item={item} startedOver={startedOver} />
      <WithMargin
        margin={
          <section aria-labelledby="memory">
            <h2 id="memory" className="mb-3 font-read text-heading font-medium">
              Memory
            </h2>
            <Memory item={item} today={visitor.studyDay} />
          </section>
        }
      >
        <Answer item={item} />
        {original ? <Reworded itemId={item.id} original={original} /> : null}
        {passage ? <Passage passage={passage} /> : null}
        <Slipping item={item} rival={rival} />
        <PageSection title="Reviews">
          <History reviews={reviews} elements={item.elements} timeZone={visitor.timeZone} />
        </PageSection>
      </WithMargin>
    </Page>
  )
}

function Decks({ item }: { item: ItemView }) {
  if (item.decks.length === 0) return 'In no deck'
  return item.decks.map((deck, at) => (
    <span key={deck.id}>
      {at > 0 ? ', ' : ''}
      <Link href={`/decks/${deck.id}`} className="link">
        {deck.name}
      </Link>
    </span>
  ))
}

function Answer({ item }: { item: ItemView }) {
  const cloze = item.forms.find((form) => form.form === 'cloze')
  const choice = item.forms.find((form) => form.form === 'choice')
  return (
    <section aria-label="Answer">
      {item.elements.length > 0 ? (
        <ol className="prose-read list-decimal pl-7">
          {item.elements.map((element) => (
            <li key={element.key}>
              <Marked text={element.text} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="prose-read font-medium">
          <Marked text={item.answer} />
        </p>
      )}
      {item.accept.length > 0 ? (
        <p className="mt-2 text-note text-quiet">Also right: {item.accept.join('; ')}</p>
      ) : null}
      {cloze ? <p className="mt-2 text-note text-quiet">With a gap: {cloze.prompt}</p> : null}
      {choice ? (
        <p className="mt-2 text-note text-quiet">Among: {choice.options.join('; ')}</p>
      ) : null}
    </section>
  )
}

function Passage({ passage }: { passage: PassageExcerpt }) {
  const [first] = passage.marks
  const place = first
    ? { start: passage.start + first.start, end: passage.start + first.end }
    : { start: passage.start, end: passage.start + passage.content.length }
  return (
    <PageSection
      title="Passage"
      actions={
        <Link href={textPlace(passage.textId, place)} className="link">
          in the text
        </Link>
      }
    >
      <p className="mb-2 text-note text-quiet">
        {[passage.textTitle, passage.section].filter(Boolean).join(' · ')}
      </p>
      <MarkedPassage text={passage.content} marks={passage.marks} className="max-w-measure" />
    </PageSection>
  )
}
