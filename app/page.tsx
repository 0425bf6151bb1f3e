import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import type { Budget } from '@/lib/core/learner'
import { getToday, type Today } from '@/lib/usecases/get-today'
import { RoomNow } from './classes/room-now'
import { ContentsLine } from './components/contents-line'
import { count, figure, longDay, minutes } from './components/dates'
import { Page, PageHeading, PageSection } from './components/frame'
import { Known } from './components/recall'
import { WaitingLine } from './review/waiting-line'
import { AccountHint } from './today/account-hint'
import { Ahead } from './today/ahead'
import { AssignmentsAhead } from './today/assignments-ahead'
import { Begin } from './today/begin'
import { CatchUp } from './today/catch-up'
import { ExamAhead } from './today/exam-ahead'
import { NothingDue } from './today/nothing-due'
import { inTurn } from './turns'
import { visit } from './visit'

export const metadata: Metadata = { title: { absolute: 'Today · Passage' } }

export default async function TodayPage() {
  const visitor = await visit()
  const today = await inTurn(() => getToday(visitor))
  const { counts } = today
  const waiting = counts.new + counts.learning + counts.due
  const newcomer = today.reviewedToday === 0 && today.texts.every((text) => text.seen === 0)
  return (
    <Page>
      <WaitingLine learnerId={visitor.learner.id} />
      <Suspense>
        <RoomNow />
      </Suspense>
      {newcomer ? <Welcome /> : null}
      {today.session.questions > 0 ? (
        <Due today={today} waiting={waiting} budget={visitor.learner.budget} />
      ) : waiting > 0 ? (
        <ShareDone today={today} waiting={waiting} budget={visitor.learner.budget} />
      ) : (
        <NothingDue today={today} />
      )}
      {today.catchUp.state === 'none' ? null : (
        <CatchUp plan={today.catchUp} waiting={today.counts.due} />
      )}
      <Held today={today} />
      <Suspense>
        <AssignmentsAhead />
        <ExamAhead />
      </Suspense>
      <Suspense>
        <AccountHint />
      </Suspense>
      <Ahead today={today} />
      <Texts today={today} />
    </Page>
  )
}

function Welcome() {
  return (
    <p className="prose-read mb-10 max-w-measure border-b border-rule pb-8">
      Passage asks you about what you read, day by day, before you would forget it, and{' '}
      <span className="pencilled">shows the line that holds the answer</span>. Begin with the texts
      that are here, or{' '}
      <Link href="/texts/new" className="link">
        add one of your own
      </Link>
      .
    </p>
  )
}

type Waits = { today: Today; waiting: number; budget: Budget }

function Due({ today, waiting, budget }: Waits) {
  const { questions } = today.session
  return (
    <>
      <PageHeading over={longDay(today.studyDay)}>
        {questions < waiting ? `${figure(questions)} of ` : ''}
        {figure(waiting)} to review,{' '}
        <span className="inline-block text-quiet">about {minutes(today.session.minutes)}</span>
      </PageHeading>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-4">
        <Begin budget={budget} />
      </div>
      <Tally today={today} />
    </>
  )
}

/** A catch-up plan leaves nothing more for today; whoever wants to may go on. */
function ShareDone({ today, waiting, budget }: Waits) {
  return (
    <>
      <PageHeading
        over={longDay(today.studyDay)}
        under={`${figure(waiting)} ${waiting === 1 ? 'waits' : 'wait'} for the coming days. You can go on today all the same.`}
      >
        Today’s share is done
      </PageHeading>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-4">
        <Begin budget={budget} beyond />
      </div>
    </>
  )
}

function Held({ today: { held } }: { today: Today }) {
  if (held === 0) return null
  return (
    <p className="mt-6 max-w-measure text-note text-quiet">
      {count(held, 'new item waits', 'new items wait')} until the backlog is worked off.{' '}
      <Link href="/settings#session" className="link">
        Change that
      </Link>
    </p>
  )
}

function Tally({ today: { counts } }: { today: Today }) {
  const parts = [
    { name: 'new', n: counts.new },
    { name: 'learning', n: counts.learning },
    { name: 'due', n: counts.due },
  ]
  return (
    <ul aria-label="What is waiting" className="mt-5 flex flex-wrap gap-x-5">
      {parts.map(({ name, n }) => (
        <li key={name}>
          <span className="font-medium">{figure(n)}</span>{' '}
          <span className="text-quiet">{name}</span>
        </li>
      ))}
    </ul>
  )
}

function Texts({ today }: { today: Today }) {
  const { texts } = today
  return (
    <PageSection
      title="Texts"
      actions={
        <Link href="/texts/new" className="link">
          Add a text
        </Link>
      }
    >
      {texts.length === 0 ? (
        <p className="py-3 text-quiet">There are no texts yet.</p>
      ) : (
        <ul>
          {texts.map((text) => (
            <li key={text.id}>
              <ContentsLine
                href={`/texts/${text.id}`}
                title={text.title}
                end={<Known recall={text.recall} />}
                under={<Waiting text={text} />}
              />
            </li>
          ))}
        </ul>
      )}
    </PageSection>
  )
}

function Waiting({ text }: { text: Today['texts'][number] }) {
  const due = text.decks.reduce((n, { counts }) => n + counts.learning + counts.due, 0)
  const items = count(text.kept, 'item')
  const said = [
    text.kept === 0 ? '' : text.seen > 0 ? `${figure(text.seen)} of ${items} seen` : items,
    due > 0 ? `${figure(due)} to review` : '',
  ].filter(Boolean)
  return (
    <>
      {said.join(' · ')}
      {text.proposed > 0 ? (
        <>
          {said.length > 0 ? ' · ' : ''}
          <Link href={`/texts/${text.id}/proposals`} className="link">
            {count(text.proposed, 'proposal')} waiting
          </Link>
        </>
      ) : null}
    </>
  )
}
