import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { count } from '@/app/components/dates'
import { Page, PageHeading } from '@/app/components/frame'
import { visit } from '@/app/visit'
import { BY_HAND } from '@/lib/core/items/stored'
import { readText, type TextPage } from '@/lib/usecases/read-text'
import { CoverLine } from '../../cover-line'
import { countCover, coverageOf } from '../coverage'
import { BarePassages } from './bare-passages'
import { passageOf } from './passage-of'
import { Proposals } from './proposals'
import { RejectedItems } from './rejected-items'
import type { PassageBlock, Proposal } from './types'

type Params = { params: Promise<{ textId: string }> }

const load = cache(async (textId: string) => readText(await visit(), textId))

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const page = await load((await params).textId)
  return { title: page.ok ? `Proposals for ${page.value.text.title}` : 'Not here' }
}

export default async function ProposalsPage({ params }: Params) {
  const { textId } = await params
  const page = await load(textId)
  if (!page.ok) notFound()
  const { text, format, items } = page.value
  const made = items.filter((item) => item.construction !== BY_HAND)
  const decidedBefore = made.filter((i) => i.status === 'kept' || i.status === 'rejected').length
  const { proposals, blocks } = proposalsOf(page.value)
  const rejected = items.filter((item) => item.status === 'rejected')
  const cover = coverageOf(page.value)
  return (
    <Page wide>
      <PageHeading
        over={
          <Link href={`/texts/${textId}`} className="link">
            {text.title}
          </Link>
        }
        under={<CoverLine textId={textId} cover={countCover(cover)} />}
      >
        Proposals
      </PageHeading>
      <Proposals
        textId={textId}
        format={format}
        proposals={proposals}
        blocks={blocks}
        decidedBefore={decidedBefore}
      />
      <BarePassages page={page.value} cover={cover} />
      {rejected.length > 0 ? (
        <details className="mt-4 border-t border-rule pt-4">
          <summary className="min-h-11 py-2 text-note text-quiet hover:text-ink">
            {count(rejected.length, 'item')} rejected earlier
          </summary>
          <RejectedItems
            items={rejected.map(({ id, question, answer }) => ({ id, question, answer }))}
          />
        </details>
      ) : null}
    </Page>
  )
}

/** The proposals in the text's order, and each block that one of them needs, once. */
function proposalsOf({ items, blocks, body }: TextPage): {
  proposals: Proposal[]
  blocks: PassageBlock[]
} {
  const handed = new Map<number, number>()
  const given: PassageBlock[] = []
  const give = (at: number): number => {
    const known = handed.get(at)
    if (known !== undefined) return known
    const block = blocks[at]
    if (!block) throw new Error(`the text has no block ${at}`)
    const { kind, marker = '', contentStart: start, end } = block
    handed.set(at, given.length)
    given.push({ kind, marker, start, text: body.slice(start, end) })
    return given.length - 1
  }
  const proposals = items
    .filter((item) => item.status === 'proposed')
    .map((item): Proposal => {
      const passage = passageOf(item.evidence, blocks)
      const { kind, question, answer, accept, elements, forms, evidence, section } = item
      return {
        id: item.id,
        content: { kind, question, answer, accept, elements, forms, evidence, section },
        sectionKey: blocks[passage[0] ?? -1]?.section ?? -1,
        passage: passage.map(give),
      }
    })
  return { proposals, blocks: given }
}
