import type { Metadata } from 'next'
import Link from 'next/link'
import { count, figure } from '@/app/components/dates'
import { EmptyState } from '@/app/components/empty-state'
import { Page, PageHeading } from '@/app/components/frame'
import { Marked } from '@/app/components/marked'
import { percent } from '@/app/components/recall'
import { visit } from '@/app/visit'
import { LEAST_DECISIONS, LEAST_KEPT } from '@/lib/core/generate/learned-off'
import { type ConstructionView, readConstructions } from '@/lib/usecases/read-constructions'
import { LinkButton } from '../../components/button'
import { kindWords } from './kind-words'

export const metadata: Metadata = { title: 'How good the questions are' }

export default async function QuestionsPage() {
  const kinds = await readConstructions(await visit())
  const decided = kinds.reduce((sum, kind) => sum + kind.decided, 0)
  return (
    <Page>
      <PageHeading
        over={
          <Link href="/numbers" className="link">
            Numbers
          </Link>
        }
        under={
          <>
            Counted from {count(decided, 'decision')} of yours on items that were proposed from your
            own texts.
          </>
        }
      >
        How good the questions are
      </PageHeading>
      {kinds.length === 0 ? (
        <EmptyState
          title="There is nothing to count yet."
          actions={
            <LinkButton href="/texts/new" tone="primary">
              Add a text
            </LinkButton>
          }
        >
          Add a text and go through what is proposed: what you keep and reject is counted here by
          the kind of question.
        </EmptyState>
      ) : (
        <>
          <p className="max-w-measure text-quiet">
            A kind of which you keep fewer than {percent(LEAST_KEPT)}, of {LEAST_DECISIONS}{' '}
            decisions or more, is not proposed to you any more when you add a text. What you mark in
            a text yields it all the same, and can bring it back.
          </p>
          <ul className="mt-6 max-w-measure divide-y divide-rule border-y border-rule">
            {kinds.map((kind) => (
              <Kind key={kind.construction} kind={kind} />
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

function Kind({ kind }: { kind: ConstructionView }) {
  const { construction, example, off } = kind
  const name = kindWords(construction)
  return (
    <li className="py-4">
      <h2 className="text-note font-medium">
        {name ?? 'A kind that is not made any more'}
        {name === null ? <span className="text-quiet"> · {construction}</span> : null}
        {off ? <span className="text-watch"> · not proposed any more</span> : null}
      </h2>
      <p className="figures-text mt-0.5 font-read text-[1.0625rem] leading-snug">
        <Marked text={example} />
      </p>
      <p className="mt-1.5 text-note text-quiet">{factsOf(kind)}</p>
    </li>
  )
}

function factsOf({
  proposed,
  decided,
  kept,
  edited,
  rejected,
  bad,
  share,
  range,
}: ConstructionView) {
  const facts = [
    `${figure(proposed)} proposed`,
    `${figure(kept)} kept`,
    `${figure(edited)} edited`,
    `${figure(rejected)} rejected`,
    `${figure(bad)} called bad`,
  ].join(', ')
  if (share === null) return `${facts}. None is decided.`
  return `${facts}. Kept ${percent(share)} of ${figure(decided)} decided, in the long run, 19 times in 20, between ${percent(range.low)} and ${percent(range.high)}.`
}
