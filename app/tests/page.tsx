import type { Metadata } from 'next'
import Link from 'next/link'
import { listTests, type TestInList } from '@/lib/usecases/read-test'
import { LinkButton } from '../components/button'
import { count } from '../components/dates'
import { EmptyState } from '../components/empty-state'
import { Page, PageHeading } from '../components/frame'
import { visit } from '../visit'
import { sizeWords } from './words'

export const metadata: Metadata = { title: 'Mock tests' }

export default async function TestsPage() {
  const tests = await listTests(await visit())
  const live = tests.filter((test) => !test.archived)
  const archived = tests.filter((test) => test.archived)
  return (
    <Page>
      <PageHeading
        under="A test drawn from your items, with a clock if you like. It can be sat again, and printed."
        actions={
          <LinkButton tone="primary" href="/tests/new">
            New test
          </LinkButton>
        }
      >
        Mock tests
      </PageHeading>
      {live.length === 0 ? (
        <EmptyState title="There is no test yet.">
          Twenty questions in twenty minutes show what would come of an exam today.
        </EmptyState>
      ) : (
        <Lines tests={live} />
      )}
      {archived.length > 0 ? (
        <details className="mt-10">
          <summary className="min-h-11 py-2 text-quiet hover:text-ink">
            Put away, {count(archived.length, 'test')}
          </summary>
          <Lines tests={archived} />
        </details>
      ) : null}
    </Page>
  )
}

function Lines({ tests }: { tests: readonly TestInList[] }) {
  return (
    <ul className="border-t border-rule">
      {tests.map((test) => (
        <li key={test.id} className="border-b border-rule py-3">
          <Link
            href={`/tests/${test.id}`}
            className="figures-text font-read text-[1.125rem] leading-snug underline-offset-4 decoration-1 hover:underline sm:text-[1.1875rem]"
          >
            {test.name}
          </Link>
          <p className="mt-1 text-note text-quiet">
            {sizeWords(test.questions, test.minutes)} ·{' '}
            {test.sat === 0 ? 'not begun' : `begun ${count(test.sat, 'time')}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
