import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { longDay, shortDay } from '@/app/components/dates'
import { PageSection } from '@/app/components/frame'
import { percent } from '@/app/components/recall'
import { inTurn } from '@/app/turns'
import { visit } from '@/app/visit'
import type { AssignmentGrade, GradedDay } from '@/lib/core/class/grade'
import { formatStudyDay } from '@/lib/core/time/study-day'
import { readGrades } from '@/lib/usecases/read-grades'
import { ClaimDay } from '../../../claim-day'
import { ClassFrame } from '../../../class-frame'
import { askedWords, doneWords, pointsWords } from '../../../grade-words'
import { Rule } from '../rule'

export const metadata: Metadata = { title: 'Grades' }

type Props = { params: Promise<{ classId: string; memberId: string }> }

export default async function GradesOfOnePage({ params }: Props) {
  const { classId, memberId } = await params
  const grades = await inTurn(async () => readGrades(await visit(), { classId, memberId }))
  if (!grades.ok) notFound()
  const { assignments, row, own, free } = grades.value
  return (
    <ClassFrame
      here={grades.value}
      place="/grades"
      title={own ? 'Your grades' : `Grades of ${row.student.displayName}`}
      under={
        row.mean === null
          ? 'No day counts yet.'
          : `${percent(row.mean)} over all${own ? ', as your teachers see it' : ''}`
      }
    >
      {assignments.map(({ id, name, dueOn }, n) => (
        <PageSection key={id} title={name}>
          <p className="text-quiet">Due {longDay(dueOn)}</p>
          {own && free.includes(id) ? (
            <ClaimDay classId={classId} assignmentId={id} name={name} />
          ) : null}
          <Days name={name} grade={row.grades[n] ?? null} />
        </PageSection>
      ))}
      <Rule />
    </ClassFrame>
  )
}

const CELL = 'border-b border-rule py-2 pr-4 align-top'

function Days({ name, grade }: { name: string; grade: AssignmentGrade | null }) {
  if (!grade || grade.share === null)
    return <p className="mt-2">{grade ? 'No day counts yet.' : 'It has not begun.'}</p>
  return (
    <>
      <p className="mt-2 mb-3">
        {percent(grade.share)}: {pointsWords(grade)}
      </p>
      <table className="figures w-full border-collapse text-note">
        <caption className="sr-only">{name}, day by day</caption>
        <thead className="text-left text-quiet">
          <tr>
            {['Day', 'Asked', 'Studied', 'Counts'].map((head) => (
              <th key={head} scope="col" className={`${CELL} font-normal`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grade.days.toReversed().map((day) => (
            <DayRow key={day.day} day={day} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function DayRow({ day }: { day: GradedDay }) {
  return (
    <tr>
      <th scope="row" className={`${CELL} text-left font-normal whitespace-nowrap`}>
        {shortDay(formatStudyDay(day.day))}
      </th>
      <td className={CELL}>{askedWords(day)}</td>
      <td className={CELL}>{doneWords(day)}</td>
      <td className={CELL}>{percent(day.credit)}</td>
    </tr>
  )
}
