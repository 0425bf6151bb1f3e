import { randomUUID } from 'node:crypto'
import type { Metadata, Viewport } from 'next'
import { planSession } from '@/lib/usecases/plan-session'
import { LinkButton } from '../components/button'
import { Page, PageHeading } from '../components/frame'
import { readBudget } from '../today/budgets'
import { inTurn } from '../turns'
import { visit } from '../visit'
import { Review } from './review'

export const metadata: Metadata = { title: 'Review' }

/** What lies at the bottom of the screen moves up with the keyboard of a phone. */
export const viewport: Viewport = { interactiveWidget: 'resizes-content' }

type Query = { [name: string]: string | string[] | undefined }

/**
 * ?deck=ID or ?text=ID narrows it; ?more=10 takes ten new items beyond the day's limit; ?size=minutes-15, cards-20 or
 * none is how much it is for this once; ?beyond takes more than a catch-up plan leaves for the day.
 */
export default async function ReviewPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const visitor = await visit()
  const deck = typeof query.deck === 'string' ? query.deck : undefined
  const text = typeof query.text === 'string' ? query.text : undefined
  const more = typeof query.more === 'string' ? Number.parseInt(query.more, 10) || 0 : 0
  const plan = await inTurn(() =>
    planSession(visitor, {
      deckId: deck,
      textId: text,
      moreNew: more,
      budget: readBudget(query.size),
      beyondShare: query.beyond !== undefined,
    }),
  )
  if (!plan.ok) {
    return (
      <Page>
        <PageHeading under={plan.problem.message}>Nothing to review here</PageHeading>
        <LinkButton href="/review" tone="primary">
          Review everything that is due
        </LinkButton>
      </Page>
    )
  }
  const { gradeButtons, showIntervals } = visitor.learner
  return (
    <Review
      plan={plan.value}
      planId={randomUUID()}
      learnerId={visitor.learner.id}
      settings={{ gradeButtons, showIntervals }}
      scope={{ ...(deck && { deck }), ...(text && { text }) }}
    />
  )
}
