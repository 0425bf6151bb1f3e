import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { count, figure } from '@/app/components/dates'
import { EmptyState } from '@/app/components/empty-state'
import { percent } from '@/app/components/recall'
import { inTurn } from '@/app/turns'
import { visit } from '@/app/visit'
import { readTextResults, type TextResults } from '@/lib/usecases/read-text-results'
import { AssignmentLinks } from '../../../../assignment-links'
import { ClassFrame } from '../../../../class-frame'
import { HeatText, Legend } from './heat-text'
import { ToTeach } from './to-teach'

type Props = {
  params: Promise<{ classId: string; assignmentId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const load = cache(async (classId: string, assignmentId: string, text: unknown) =>
  inTurn(async () => readTextResults(await visit(), classId, assignmentId, text)),
)

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { classId, assignmentId } = await params
  const found = await load(classId, assignmentId, (await searchParams).text)
  return { title: found.ok ? `The text · ${found.value.assignment.name}` : 'Not here' }
}

export default async function TextResultsPage({ params, searchParams }: Props) {
  const { classId, assignmentId } = await params
  const found = await load(classId, assignmentId, (await searchParams).text)
  if (!found.ok) notFound()
  const results = found.value
  const { shown } = results
  return (
    <ClassFrame here={results} place="/results" title={results.assignment.name}>
      <AssignmentLinks classId={results.class.id} assignmentId={assignmentId} at="text" />
      <Texts results={results} />
      {shown ? (
        <>
          <p className="max-w-measure">{summary(results)}</p>
          <ToTeach results={results} shown={shown} />
          <Legend />
          <HeatText results={results} shown={shown} />
        </>
      ) : (
        <EmptyState title="None of its items stands in a text.">
          <p>The page of items says what the class recalls of them.</p>
        </EmptyState>
      )}
    </ClassFrame>
  )
}

function summary({ shown, students, reached, elsewhere }: TextResults): string {
  if (!shown) return ''
  const asked = shown.passages.filter((passage) => passage.memories > 0)
  const memories = asked.reduce((sum, passage) => sum + passage.memories, 0)
  const recall = asked.reduce((sum, p) => sum + (p.recall ?? 0) * p.memories, 0) / memories
  const words = [
    memories === 0
      ? 'Nobody was asked anything of this text yet.'
      : `The class recalls ${percent(recall)} of what it was asked of this text.`,
    `It has reached ${reached} of ${count(students, 'student')}.`,
  ]
  if (shown.untouched > 0 && memories > 0)
    words.push(`${count(shown.untouched, 'passage')} with items nobody was asked yet.`)
  if (elsewhere > 0) words.push(`${count(elsewhere, 'item')} without a place in a text.`)
  return words.join(' ')
}

/** Where an assignment is on several texts. */
function Texts({ results: { class: room, assignment, texts, shown } }: { results: TextResults }) {
  if (texts.length < 2) return null
  return (
    <nav aria-label="Texts" className="mb-4 print:hidden">
      <ul className="flex flex-wrap gap-x-5">
        {texts.map((text) => (
          <li key={text.id}>
            <Link
              href={`/classes/${room.id}/assignments/${assignment.id}/text?text=${text.id}`}
              aria-current={text.id === shown?.text.id ? 'page' : undefined}
              className="flex min-h-11 items-center text-note text-quiet decoration-2 underline-offset-[0.4em] hover:text-ink aria-[current]:text-ink aria-[current]:underline"
            >
              {text.title} ({figure(text.items)})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
