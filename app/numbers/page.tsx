import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { type Numbers, readNumbers } from '@/lib/usecases/read-numbers'
import { LinkButton } from '../components/button'
import { count } from '../components/dates'
import { EmptyState } from '../components/empty-state'
import { Page, PageHeading } from '../components/frame'
import { inTurn } from '../turns'
import { visit } from '../visit'
import { Calibration } from './calibration'
import { Days } from './days'
import { Due } from './due'
import { Memories } from './memories'
import { Retention } from './retention'
import { ScopePicker } from './scope-picker'
import { Time } from './time'

export const metadata: Metadata = { title: 'Numbers' }

type Query = Promise<Record<string, string | string[] | undefined>>

export default async function NumbersPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams
  const one = (name: string) => [query[name]].flat()[0]
  const ahead = one('ahead') === '90' ? 90 : 30
  const outcome = await inTurn(async () =>
    readNumbers(await visit(), { deck: one('deck'), text: one('text'), ahead }),
  )
  if (!outcome.ok) notFound()
  const numbers = outcome.value
  return (
    <Page>
      <PageHeading
        under={
          <>
            Counted from {count(numbers.answers, 'answer')}. Whoever wants to check them can{' '}
            <Link href="/settings#data" className="link">
              download all answers
            </Link>
            .
          </>
        }
      >
        Numbers
      </PageHeading>
      <ScopePicker numbers={numbers} />
      {numbers.answers === 0 ? (
        <Nothing numbers={numbers} />
      ) : (
        <>
          <Due numbers={numbers} other={otherSpan(numbers, ahead)} />
          <Days numbers={numbers} />
          <Retention numbers={numbers} />
          <Calibration numbers={numbers} />
          <Time numbers={numbers} />
          <Memories numbers={numbers} />
        </>
      )}
      <p className="mt-10 text-note">
        <Link href="/numbers/questions" className="link inline-block py-1.5">
          How good the questions are
        </Link>
      </p>
    </Page>
  )
}

function otherSpan({ scope }: Numbers, ahead: 30 | 90): string {
  const query = new URLSearchParams(scope ? { [scope.kind]: scope.id } : {})
  if (ahead === 30) query.set('ahead', '90')
  return query.size === 0 ? '/numbers' : `/numbers?${query}`
}

function Nothing({ numbers: { scope } }: { numbers: Numbers }) {
  return (
    <EmptyState
      title="There is nothing to count yet."
      actions={
        <LinkButton href={scope ? `/review?${scope.kind}=${scope.id}` : '/review'} tone="primary">
          Begin
        </LinkButton>
      }
    >
      The calendar, the time and what comes back are there with the first answer; retention and
      calibration when cards come back on later days.
    </EmptyState>
  )
}
