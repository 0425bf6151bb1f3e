import type { Metadata } from 'next'
import Link from 'next/link'
import { getToday, type Today } from '@/lib/usecases/get-today'
import { LinkButton } from './components/button'
import { ContentsLine } from './components/contents-line'
import { count, figure, longDay, minutes } from './components/dates'
import { Page, PageHeading, PageSection } from './components/frame'
import { Known } from './components/recall'
import { Ahead } from './today/ahead'
import { NothingDue } from './today/nothing-due'
import { visit } from './visit'

export const metadata: Metadata = { title: { absolute: 'Today · Passage' } }

export default async function TodayPage() {
  const today = await getToday(await visit())
  const { counts } = today
  const waiting = counts.new + counts.learning + counts.due
  const newcomer = today.reviewedToday === 0 && today.texts.every((text) => text.seen === 0)
  return (
    <Page>
      {newcomer ? <Welcome /> : null}
      {waiting > 0 ? <Due today={today} waiting={waiting} /> : <NothingDue today={today} />}
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

function Due({ today, waiting }: { today: Today; waiting: number }) {
  return (
    <>
      <PageHeading over={longDay(today.studyDay)}>
        {figure(waiting)} to review,{' '}
        <span className="whitespace-nowrap text-quiet">about {minutes(today.minutes)}</span>
      </PageHeading>
      <div className="flex flex-wrap items-center gap-x-7 gap-y-4">
        <LinkButton href="/review" tone="primary" className="min-h-13 px-9">
          Begin
        </LinkButton>
        <Tally today={today} />
      </div>
    </>
  )
}

function Tally({ today: { counts } }: { today: Today }) {
  const parts = [
    { name: 'new', n: counts.new },
    { name: 'learning', n: counts.learning },
    { name: 'due', n: counts.due },
  ]
  return (
    <ul aria-label="What is waiting" className="flex gap-5">
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
