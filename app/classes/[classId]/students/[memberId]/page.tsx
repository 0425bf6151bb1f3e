import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { figure } from '@/app/components/dates'
import { PageSection } from '@/app/components/frame'
import { percent } from '@/app/components/recall'
import { inTurn } from '@/app/turns'
import { visit } from '@/app/visit'
import { readStudentResults, type StudentPage } from '@/lib/usecases/read-student-results'
import { dateWords, goalWords } from '../../../assignment-words'
import { ClassFrame } from '../../../class-frame'
import { standingWords } from '../../../result-words'
import { figuresOf } from '../../../student-table'
import { ExtraTime } from './extra-time'

type Props = { params: Promise<{ classId: string; memberId: string }> }

const load = cache(async (classId: string, memberId: string) =>
  inTurn(async () => readStudentResults(await visit(), classId, memberId)),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { classId, memberId } = await params
  const found = await load(classId, memberId)
  return { title: found.ok ? `${found.value.name} · ${found.value.class.name}` : 'Not here' }
}

export default async function StudentResultsPage({ params }: Props) {
  const { classId, memberId } = await params
  const found = await load(classId, memberId)
  if (!found.ok) notFound()
  const page = found.value
  return (
    <ClassFrame
      here={page}
      place={page.own ? '/students/own' : '/results'}
      title={page.own ? 'What is said of you' : page.name}
      under={page.own ? `In this class you are ${page.name}` : undefined}
    >
      <Whom page={page} />
      {page.assignments.length === 0 ? <p className="mt-8">Nothing is assigned yet.</p> : null}
      {page.assignments.map((one) => (
        <Assignment key={one.assignment.id} {...one} />
      ))}
      <ExtraTime classId={classId} memberId={memberId} />
    </ClassFrame>
  )
}

/** To whom it is said, and what is not. */
function Whom({ page: { own, staff, name } }: { page: StudentPage }) {
  const whom = staff.join(', ')
  return (
    <div className="max-w-measure text-note text-quiet">
      <p>
        {own
          ? `${whom} can see this page exactly as you see it, under the name ${name}. `
          : `${name} sees this page exactly as you do. `}
        It counts answers to what is assigned here, since the day it came. Owner and teachers can
        also download those answers one by one, with what was typed.
      </p>
      <p className="mt-1">
        Other decks and earlier answers are not shown to anybody; they only make it likelier that
        something is recalled.
      </p>
    </div>
  )
}

function Assignment({ assignment, line, items }: StudentPage['assignments'][number]) {
  return (
    <PageSection title={assignment.name}>
      <p>{standingWords(line)}</p>
      <p className="text-note text-quiet">
        From {dateWords(line.startsOn)}, due {dateWords(line.dueOn)}
        {line.dueOn === assignment.dueOn && line.startsOn === assignment.startsOn
          ? ''
          : ' (own dates)'}{' '}
        · done when {goalWords(assignment.goal)}
      </p>
      <dl className="figures mt-3 grid max-w-[34rem] grid-cols-2 gap-x-8 text-note sm:grid-cols-3">
        {figuresOf(line).map(({ name, value }) => (
          <div key={name} className="border-b border-rule py-1.5">
            <dt className="text-quiet">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <details className="mt-3">
        <summary className="w-fit py-2 text-note text-quiet underline decoration-rule underline-offset-4 hover:text-ink">
          The {figure(items.length)} items behind these figures
        </summary>
        <table className="figures w-full text-fine sm:text-note">
          <caption className="sr-only">The items of {assignment.name}</caption>
          <thead>
            <tr className="border-b border-rule text-left text-quiet">
              <th scope="col" className="py-1 pr-3 font-medium">
                Question
              </th>
              <th scope="col" className="py-1 pl-3 text-right align-bottom font-medium">
                Right at the first try
              </th>
              <th scope="col" className="py-1 pl-3 text-right align-bottom font-medium">
                Recall now
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id} className="border-b border-rule">
                <th scope="row" className="py-1.5 pr-3 text-left font-normal wrap-anywhere">
                  {item.question}
                </th>
                <td className="py-1.5 pl-3 text-right align-top whitespace-nowrap">
                  {item.firsts === 0 ? '–' : `${item.right} of ${item.firsts}`}
                </td>
                <td className="py-1.5 pl-3 text-right align-top whitespace-nowrap">
                  {item.recall === null ? 'not asked' : percent(item.recall)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </PageSection>
  )
}
