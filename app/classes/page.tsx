import type { Metadata } from 'next'
import { type ClassLine, listClasses } from '@/lib/usecases/list-classes'
import { LinkButton } from '../components/button'
import { ContentsLine } from '../components/contents-line'
import { count } from '../components/dates'
import { EmptyState } from '../components/empty-state'
import { Page, PageHeading } from '../components/frame'
import { visit } from '../visit'

export const metadata: Metadata = { title: 'Classes' }

export default async function ClassesPage() {
  const { classes } = await listClasses(await visit())
  const live = classes.filter((line) => !line.class.archived)
  const archived = classes.filter((line) => line.class.archived)
  return (
    <Page>
      <PageHeading
        under="Learners who share a teacher, and the decks that are due."
        actions={
          <>
            <LinkButton href="/join">Join with a code</LinkButton>
            <LinkButton href="/classes/new">Open a class</LinkButton>
          </>
        }
      >
        Classes
      </PageHeading>
      {live.length > 0 ? (
        <Lines lines={live} />
      ) : (
        <EmptyState title={archived.length > 0 ? 'No class is open.' : 'You are in no class.'}>
          Your teacher gives you a code or a link to join with. Whoever teaches opens a class of
          their own.
        </EmptyState>
      )}
      {archived.length > 0 ? (
        <details className="mt-10">
          <summary className="min-h-11 py-2 text-quiet hover:text-ink">
            Archived, {count(archived.length, 'class', 'classes')}
          </summary>
          <Lines lines={archived} />
        </details>
      ) : null}
    </Page>
  )
}

function Lines({ lines }: { lines: readonly ClassLine[] }) {
  return (
    <ul className="divide-y divide-rule border-b border-rule">
      {lines.map(({ class: { id, name }, seat, students }) => (
        <li key={id}>
          <ContentsLine
            href={`/classes/${id}`}
            title={name}
            end={seat.role === 'student' ? undefined : count(students, 'student')}
            under={seat.role === 'student' ? `You are ${seat.displayName} there` : undefined}
          />
        </li>
      ))}
    </ul>
  )
}
