import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { LinkButton } from '@/app/components/button'
import { count } from '@/app/components/dates'
import { Page, PageHeading, PageSection } from '@/app/components/frame'
import { inTurn } from '@/app/turns'
import { visit } from '@/app/visit'
import { type ExamPage as Exam, readExam } from '@/lib/usecases/read-exam'
import { leftWords, whenWords } from '../words'
import { DeleteExam } from './delete-exam'
import { Forecast } from './forecast'
import { Plan } from './plan'
import { Result } from './result'
import { Sections } from './sections'
import { WeightsForm } from './weights-form'

type Props = { params: Promise<{ examId: string }> }

/** Once for the title and the page: a forecast takes its time. */
const read = cache(async (examId: string) => inTurn(async () => readExam(await visit(), examId)))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await read((await params).examId)
  return { title: page.ok ? page.value.exam.name : 'No such exam' }
}

export default async function ExamPage({ params }: Props) {
  const visitor = await visit()
  const page = await read((await params).examId)
  if (!page.ok) notFound()
  const { exam, plan, came } = page.value
  return (
    <Page>
      <PageHeading
        over={
          <Link href="/exams" className="link">
            Exams
          </Link>
        }
        under={
          <span className="figures-text">
            {whenWords(exam, visitor.timeZone)} · {exam.over ? 'over' : leftWords(exam.daysLeft)} ·{' '}
            {count(exam.items, 'item')}
          </span>
        }
        actions={
          <>
            {exam.deleted || exam.over || exam.items === 0 ? null : (
              <LinkButton href={`/tests/new?exam=${exam.id}`}>Mock test</LinkButton>
            )}
            {exam.deleted ? null : <LinkButton href={`/exams/${exam.id}/edit`}>Edit</LinkButton>}
            <DeleteExam examId={exam.id} deleted={exam.deleted} />
          </>
        }
      >
        {exam.name}
      </PageHeading>
      {exam.deleted ? (
        <p className="border-l-3 border-edge py-1 pl-4">
          This exam is deleted. What you remember of its items is untouched.
        </p>
      ) : null}
      {exam.over ? <Result examId={exam.id} result={exam.result} came={came} /> : null}
      <Forecast page={page.value} />
      {plan ? <Plan plan={plan} minutesPerDay={exam.minutesPerDay} /> : null}
      <Scope page={page.value} />
    </Page>
  )
}

function Scope({ page: { exam, sections } }: { page: Exam }) {
  return (
    <PageSection title="What is in it">
      {sections.length === 0 ? (
        <p className="max-w-measure py-3 text-quiet">
          Nothing that is asked: what it is on holds no items, or they are suspended, or their deck
          is archived.
        </p>
      ) : (
        <>
          <Sections sections={sections} over={exam.over} />
          {exam.over || exam.deleted ? null : (
            <WeightsForm
              examId={exam.id}
              sections={sections.map(({ key, name, items, weight, weightSet }) => ({
                ...{ key, name, items },
                weight: weightSet ? weight : null,
              }))}
            />
          )}
        </>
      )}
    </PageSection>
  )
}
