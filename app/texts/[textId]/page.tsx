import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { LinkButton } from '@/app/components/button'
import { count, figure } from '@/app/components/dates'
import { Page, PageHeading } from '@/app/components/frame'
import type { RenderStroke } from '@/app/components/marked'
import { Reading } from '@/app/components/reading'
import { Known } from '@/app/components/recall'
import { visit } from '@/app/visit'
import type { Block } from '@/lib/core/passages/passage'
import type { Span } from '@/lib/core/text/source'
import { readBooks } from '@/lib/usecases/import-book'
import { readText, type TextPage } from '@/lib/usecases/read-text'
import { BookImports } from '../book-imports'
import { fromWords } from '../from-words'
import { passedOverWords } from '../passed-over-words'
import { PLACE_ID, parsePlace } from '../place'
import { Contents } from './contents'
import { coverageOf, type PassageCover } from './coverage'
import { Legend } from './legend'
import { MarginMark } from './margin-mark'
import { MarginPanel } from './margin-panel'
import { OtherItems } from './other-items'
import { itemsOfBlocks } from './passages'
import { type MarginItem, PencilledText } from './pencil'
import { Selection } from './selection'

type Props = {
  params: Promise<{ textId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const load = cache(async (textId: string) => readText(await visit(), textId))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await load((await params).textId)
  return { title: page.ok ? page.value.text.title : 'Not here' }
}

export default async function TextPageView({ params, searchParams }: Props) {
  const loaded = await load((await params).textId)
  if (!loaded.ok) notFound()
  const imports = await readBooks(await visit())
  const place = parsePlace((await searchParams).at)
  const page = loaded.value
  const kept = page.items.filter((item) => item.status === 'kept')
  const items = kept.map(
    ({ id, question, answer, recall, suspended, evidence }): MarginItem => ({
      id,
      question,
      answer,
      recall,
      suspended,
      evidence: evidence.map(({ start, end }) => ({ start, end })),
    }),
  )
  const cover = coverageOf(page)
  const sections = page.sections.filter((section) => section.title !== '')
  return (
    <Page wide>
      <PencilledText items={items}>
        <Heading page={page} />
        <BookImports initial={imports} textId={page.text.id} />
        <div className="grid gap-x-16 lg:grid-cols-[minmax(0,42rem)_17rem]">
          <div className="min-w-0">
            {sections.length > 1 ? (
              <details className="mb-8 border-y border-rule lg:hidden">
                <summary className="min-h-11 py-2.5 text-note text-quiet">Contents</summary>
                <div className="pb-3">
                  <Contents sections={sections} />
                </div>
              </details>
            ) : null}
            <Legend cover={cover} />
            <TextBody page={page} items={items} cover={cover} place={place} />
          </div>
          <aside aria-label="Margin" className="text-note">
            <div className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto lg:pr-1">
              <MarginPanel textId={page.text.id} />
              {sections.length > 1 ? (
                <nav aria-labelledby="contents" className="max-lg:hidden">
                  <h2 id="contents" className="mb-2 text-note font-medium text-quiet">
                    Contents
                  </h2>
                  <Contents sections={sections} />
                </nav>
              ) : null}
            </div>
          </aside>
        </div>
        <Selection textId={page.text.id} />
      </PencilledText>
      <OtherItems items={page.items} />
    </Page>
  )
}

function Heading({ page }: { page: TextPage }) {
  const { text } = page
  const { words } = text
  const whyNone =
    page.passedOver.length > 0 ? passedOverWords({ words, passedOver: page.passedOver }) : ''
  const due = text.decks.reduce((n, { counts }) => n + counts.new + counts.learning + counts.due, 0)
  const facts = [
    fromWords(text),
    count(text.words, 'word'),
    text.revision > 1 ? `revision ${figure(text.revision)}` : '',
    text.licence,
  ].filter(Boolean)
  return (
    <>
      <PageHeading
        over={text.author}
        under={
          <div className="max-w-measure text-note">
            <p>{facts.join(' · ')}</p>
            {text.basedOn ? <p className="mt-0.5">After {text.basedOn}</p> : null}
          </div>
        }
      >
        {text.title}
      </PageHeading>
      <div className="-mt-2 mb-10 flex flex-wrap items-center gap-x-6 gap-y-3">
        {due > 0 ? (
          <LinkButton href={`/review?text=${text.id}`} tone="primary">
            Review {figure(due)} of this text
          </LinkButton>
        ) : null}
        {text.proposed > 0 ? (
          <LinkButton href={`/texts/${text.id}/proposals`} tone={due > 0 ? 'plain' : 'primary'}>
            Go through {count(text.proposed, 'proposal')}
          </LinkButton>
        ) : null}
        {text.kept > 0 ? (
          <p className="text-note text-quiet">
            <Known recall={text.recall} />
            {' · '}
            {text.seen > 0 ? `${figure(text.seen)} of ` : ''}
            {count(text.kept, 'item')}
            {text.seen > 0 ? ' seen' : ''}
          </p>
        ) : null}
        {whyNone ? <p className="max-w-measure text-note text-quiet">{whyNone}</p> : null}
      </div>
    </>
  )
}

function TextBody({
  page,
  items,
  cover,
  place,
}: {
  page: TextPage
  items: readonly MarginItem[]
  cover: readonly PassageCover[]
  place: Span | null
}) {
  const { text, body, format, sections } = page
  const byBlock = itemsOfBlocks(page.blocks, items)
  const coverOf = new Map(cover.map((passage) => [passage.block.index, passage]))
  const spans = items.flatMap((item, index) => item.evidence.map((span) => ({ span, index })))
  const marks = [...spans.map(({ span }) => span), ...(place ? [place] : [])]
  const placed = place ? spans.length : -1

  const renderStroke: RenderStroke = (stroke, words) => {
    const indexes = [...new Set(stroke.marks.flatMap((mark) => spans[mark]?.index ?? []))]
    const evidence = indexes.length > 0 ? indexes.join(' ') : undefined
    return stroke.marks.includes(placed) ? (
      <mark key={stroke.start} data-place="" data-items={evidence} className="pencilled">
        {words}
      </mark>
    ) : (
      <span key={stroke.start} data-items={evidence} className="evidence">
        {words}
      </span>
    )
  }
  const margin = (block: Block) => {
    const here = byBlock.get(block.index)
    const { index, contentStart: start, end } = block
    if (here) {
      const open = { index, items: here.items, start, end, none: null }
      return <MarginMark block={open} recall={here.recall} />
    }
    const bare = coverOf.get(index)
    if (!bare) return null
    const { proposed, rejected, why } = bare
    const open = { index, items: [], start, end, none: { proposed, rejected, why } }
    return <MarginMark block={open} recall={null} />
  }
  const isPlace = (block: Block) =>
    place !== null && block.start <= place.start && place.start < block.end
  // The title stands over the page already.
  const blocks = page.blocks.filter(
    (block) =>
      block.kind !== 'title' || !sameWords(body.slice(block.contentStart, block.end), text.title),
  )
  return (
    <div lang={text.language || undefined}>
      <Reading
        {...{ body, format, blocks, sections, marks, renderStroke, margin }}
        rowId={(block) => (isPlace(block) ? PLACE_ID : undefined)}
      />
    </div>
  )
}

const words = (text: string) =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
const sameWords = (a: string, b: string) => words(a) === words(b)
