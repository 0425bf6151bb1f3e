import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { count } from '@/app/components/dates'
import { EmptyState } from '@/app/components/empty-state'
import { PageSection } from '@/app/components/frame'
import { inTurn } from '@/app/turns'
import { visit } from '@/app/visit'
import { mayInClass } from '@/lib/core/class/roles'
import { type ClassResults, readClassResults } from '@/lib/usecases/read-class-results'
import { AssignmentLinks } from '../../assignment-links'
import { dateWords, goalWords } from '../../assignment-words'
import { ClassFrame } from '../../class-frame'
import { StudentTable } from '../../student-table'

type Props = {
  params: Promise<{ classId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const load = cache(async (classId: string, assignmentId: unknown) =>
  inTurn(async () => readClassResults(await visit(), classId, assignmentId)),
)

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const found = await load((await params).classId, (await searchParams).assignment)
  return { title: found.ok ? `Results · ${found.value.class.name}` : 'Not here' }
}

export default async function ResultsPage({ params, searchParams }: Props) {
  const found = await load((await params).classId, (await searchParams).assignment)
  if (!found.ok) notFound()
  const results = found.value
  const { shown, seat, class: room } = results
  return (
    <ClassFrame here={results} place="/results" title="Results" wide>
      {shown === null ? (
        <EmptyState title="Nothing is assigned yet.">
          <p>Results begin with the first deck that this class is given.</p>
        </EmptyState>
      ) : (
        <>
          <Choose results={results} shownId={shown.assignment.id} />
          <h2 className="font-read text-heading font-medium">{shown.assignment.name}</h2>
          <p className="mt-1 mb-2 text-note text-quiet">
            From {dateWords(shown.assignment.startsOn)}, due {dateWords(shown.assignment.dueOn)} ·
            done when {goalWords(shown.assignment.goal)}
          </p>
          <AssignmentLinks classId={room.id} assignmentId={shown.assignment.id} at="students" />
          <p className="mb-4 max-w-measure">{summary(results)}</p>
          <StudentTable classId={room.id} lines={shown.lines} />
          <How free={results.free} />
          {mayInClass(seat.role, 'export results') ? (
            <PageSection title="As files">
              <p className="text-note">
                <a href={`/api/classes/${room.id}/items.csv`} className="link">
                  Items with their statistics
                </a>
                {' · '}
                <a href={`/api/classes/${room.id}/answers.csv`} className="link">
                  All answers
                </a>
                <span className="block text-quiet">
                  CSV, for a spreadsheet. Answers are under the names that the class uses.
                </span>
              </p>
            </PageSection>
          ) : null}
        </>
      )}
    </ClassFrame>
  )
}

/** Which assignment is looked at. */
function Choose({ results, shownId }: { results: ClassResults; shownId: string }) {
  if (results.assignments.length < 2) return null
  return (
    <nav aria-label="Assignments" className="mb-6 print:hidden">
      <ul className="flex flex-wrap gap-x-5">
        {results.assignments.map((one) => (
          <li key={one.id}>
            <Link
              href={`/classes/${results.class.id}/results?assignment=${one.id}`}
              aria-current={one.id === shownId ? 'page' : undefined}
              className="flex min-h-11 items-center text-note text-quiet decoration-2 underline-offset-[0.4em] hover:text-ink aria-[current]:text-ink aria-[current]:underline"
            >
              {one.name}, due {dateWords(one.dueOn)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Who is behind, in one sentence. */
function summary({ shown }: ClassResults): string {
  const lines = shown?.lines ?? []
  if (lines.length === 0) return 'No student has joined yet.'
  const of = (kind: string) => lines.filter(({ standing }) => standing.kind === kind).length
  const parts = [
    [of('overdue'), 'past the due date'],
    [of('away'), 'not here since it started'],
    [of('behind'), 'behind'],
    [of('on the way'), 'on the way'],
    [of('done'), 'done'],
    [of('early'), 'not begun'],
  ] as const
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`)
  return `Of ${count(lines.length, 'student')}: ${said.join(', ')}.`
}

function How({ free }: { free: number }) {
  return (
    <details className="mt-4 print:hidden">
      <summary className="w-fit py-2 text-note text-quiet underline decoration-rule underline-offset-4 hover:text-ink">
        What these figures rest on
      </summary>
      <div className="flex max-w-[34rem] flex-col gap-2 pt-1 pb-3 text-note text-quiet">
        <p>
          Minutes, answers and the last day count what was answered of this assignment since it
          reached the student, each answer for a minute at most. What they do with other decks is
          not shown here.
        </p>
        <p>
          Recall is the mean chance, over all items of the assignment, that the student recalls
          them; items never asked count as 0. On the due date: if nothing more is answered until
          then. Each student’s own memory is computed from their own answers, also those from
          before.
        </p>
        <p>
          Behind an even pace: whole days of work that would be done by now had it been spread
          evenly from the start to the due date, two at least. A student’s name leads to the items
          behind the figures; the student can see that same page.
        </p>
        <p>
          Students who left are not shown.
          {free > 0
            ? ` ${count(free, 'seat')} kept free ${free === 1 ? 'is' : 'are'} not counted.`
            : ''}
        </p>
      </div>
    </details>
  )
}
