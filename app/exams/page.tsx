import type { Metadata } from 'next'
import { howForecastsHeld } from '@/lib/usecases/came-out'
import { type ExamLine, listExams } from '@/lib/usecases/list-exams'
import { LinkButton } from '../components/button'
import { ContentsLine } from '../components/contents-line'
import { count } from '../components/dates'
import { EmptyState } from '../components/empty-state'
import { Page, PageHeading, PageSection } from '../components/frame'
import { visit } from '../visit'
import { heldWords } from './forecast-words'
import { leftWords, scoreWords, whenWords } from './words'

export const metadata: Metadata = { title: 'Exams' }

export default async function ExamsPage() {
  const visitor = await visit()
  const [exams, held] = await Promise.all([listExams(visitor), howForecastsHeld(visitor)])
  const there = exams.filter((exam) => !exam.deleted)
  const ahead = there.filter((exam) => !exam.over)
  const over = there.filter((exam) => exam.over).toReversed()
  const deleted = exams.filter((exam) => exam.deleted)
  const lines = (of: readonly ExamLine[]) => (
    <ul className="divide-y divide-rule border-b border-rule">
      {of.map((exam) => (
        <li key={exam.id}>
          <ContentsLine
            href={`/exams/${exam.id}`}
            title={exam.name}
            end={endOf(exam)}
            under={`${whenWords(exam, visitor.timeZone)} · ${count(exam.items, 'item')}`}
          />
        </li>
      ))}
    </ul>
  )
  return (
    <Page>
      <PageHeading
        actions={
          <>
            <LinkButton href="/tests">Mock tests</LinkButton>
            <LinkButton tone="primary" href="/exams/new">
              New exam
            </LinkButton>
          </>
        }
      >
        Exams
      </PageHeading>
      {ahead.length > 0 ? (
        lines(ahead)
      ) : (
        <EmptyState title={over.length > 0 ? 'No exam lies ahead.' : 'There is no exam here.'}>
          Say when it is and what it is on, and see how much of it you will remember.
        </EmptyState>
      )}
      {over.length > 0 ? (
        <PageSection title="Over">
          {lines(over)}
          {held.of > 0 ? (
            <p className="mt-3 max-w-measure text-note text-quiet">{heldWords(held)}</p>
          ) : null}
        </PageSection>
      ) : null}
      {deleted.length > 0 ? (
        <details className="mt-10">
          <summary className="min-h-11 py-2 text-quiet hover:text-ink">
            Deleted, {count(deleted.length, 'exam')}
          </summary>
          {lines(deleted)}
        </details>
      ) : null}
    </Page>
  )
}

function endOf({ over, daysLeft, result }: ExamLine): string {
  if (!over) return leftWords(daysLeft)
  return result ? scoreWords(result) : 'enter the score'
}
