import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { LinkButton } from '@/app/components/button'
import { count, figure, shortDay } from '@/app/components/dates'
import { Page, PageHeading, PageSection } from '@/app/components/frame'
import { percent } from '@/app/components/recall'
import { visit } from '@/app/visit'
import type { Cell, TestForm } from '@/lib/core/exam/mock/blueprint'
import type { DrawnTest } from '@/lib/core/exam/mock/question'
import { formatStudyDay, studyDayOf } from '@/lib/core/time/study-day'
import { readOwnExtraTime } from '@/lib/usecases/begin-sitting'
import { readTest, type SittingLine } from '@/lib/usecases/read-test'
import { extraTimeWords, FORMS, points, sizeWords } from '../words'
import { Begin } from './begin'

type Props = { params: Promise<{ testId: string }> }

export const metadata: Metadata = { title: 'Mock test' }

export default async function TestPage({ params }: Props) {
  const visitor = await visit()
  const page = await readTest(visitor, (await params).testId)
  if (!page.ok) notFound()
  const { test, sittings } = page.value
  const extraTime = extraTimeWords(await readOwnExtraTime(visitor), test.blueprint.minutes)
  const { timeZone } = visitor
  return (
    <Page>
      <PageHeading
        over={
          <Link href="/tests" className="link">
            Mock tests
          </Link>
        }
        under={
          <span className="figures-text">
            {sizeWords(test.drawn.questions.length, test.blueprint.minutes)} ·{' '}
            {formsWords(test.drawn)} · seed <span className="figures">{test.blueprint.seed}</span>
          </span>
        }
      >
        {test.name}
      </PageHeading>
      <Shortages drawn={test.drawn} />
      <Begin
        testId={test.id}
        archived={test.archived}
        words={
          sittings.some((sitting) => sitting.result === null)
            ? 'Go on with it'
            : sittings.length > 0
              ? 'Sit it again'
              : 'Begin'
        }
      />
      {extraTime ? <p className="mt-3 text-note text-quiet">{extraTime}</p> : null}
      <PageSection title="On paper">
        <div className="flex flex-wrap gap-3">
          <LinkButton href={`/tests/${test.id}/paper`}>The test</LinkButton>
          <LinkButton href={`/tests/${test.id}/paper/key`}>Its key</LinkButton>
        </div>
      </PageSection>
      <PageSection title="Practise a section">
        <p className="mb-2 text-note text-quiet">
          Up to twenty questions, other ones each time. This does not change your schedule.
        </p>
        <ul className="flex flex-wrap gap-x-6">
          {test.drawn.sections.map((section) => (
            <li key={section.key}>
              <Link
                href={`/tests/${test.id}/cram?section=${encodeURIComponent(section.key)}`}
                className="link inline-flex min-h-11 items-center"
              >
                {section.name}
              </Link>
            </li>
          ))}
        </ul>
      </PageSection>
      {sittings.length > 0 ? (
        <PageSection title="How it went">
          <ul className="border-t border-rule">
            {sittings.map((sitting) => (
              <li key={sitting.id} className="border-b border-rule py-1">
                <Link
                  href={`/tests/${test.id}/sittings/${sitting.id}`}
                  className="figures flex min-h-11 flex-wrap items-center justify-between gap-x-6 hover:underline"
                >
                  <span>{dayWords(sitting.startedAt, timeZone)}</span>
                  <span>{resultWords(sitting)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </PageSection>
      ) : null}
    </Page>
  )
}

const dayWords = (at: number, timeZone: string): string =>
  `${shortDay(formatStudyDay(studyDayOf(at, timeZone, 0)))}, ${new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at)}`

const resultWords = ({ result }: SittingLine): string =>
  result
    ? `${points(result.points)} of ${count(result.of, 'point')}, ${percent(result.share)}`
    : 'not handed in'

/** "12 typed, 5 gap in a sentence, 3 list" */
function formsWords({ questions }: DrawnTest): string {
  const counts = new Map<TestForm, number>()
  for (const { form } of questions) counts.set(form, (counts.get(form) ?? 0) + 1)
  return [...counts].map(([form, n]) => `${figure(n)} ${FORMS[form]}`).join(', ')
}

/** What the items did not suffice for, and what stands in its place. */
function Shortages({ drawn }: { drawn: DrawnTest }) {
  const { shortages, filled, sections } = drawn
  if (shortages.length === 0) return null
  const sectionName = (cell: Cell) => sections.find(({ key }) => key === cell.section)?.name
  const missing = shortages.reduce((sum, { cell, found }) => sum + cell.count - found, 0) - filled
  return (
    <div className="mb-6 max-w-measure text-note text-quiet">
      <p>There were too few items for what was asked:</p>
      <ul className="list-disc pl-5">
        {shortages.map(({ cell, found }) => (
          <li key={JSON.stringify(cell)}>
            {[
              cell.form ? FORMS[cell.form] : 'any form',
              cell.kind ?? '',
              cell.section ? (sectionName(cell) ?? 'another section') : '',
            ]
              .filter(Boolean)
              .join(', ')}
            : {found} of {cell.count}
          </li>
        ))}
      </ul>
      <p>
        {filled > 0
          ? `${count(filled, 'other question stands', 'other questions stand')} in place. `
          : ''}
        {missing > 0 ? `The test is ${count(missing, 'question')} shorter.` : ''}
      </p>
    </div>
  )
}
