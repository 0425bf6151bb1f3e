import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { LinkButton } from '@/app/components/button'
import { shortDay } from '@/app/components/dates'
import { EmptyState } from '@/app/components/empty-state'
import { percent } from '@/app/components/recall'
import { inTurn } from '@/app/turns'
import { visit } from '@/app/visit'
import type { AssignmentGrade } from '@/lib/core/class/grade'
import { mayInClass } from '@/lib/core/class/roles'
import { type Gradebook, readGradebook } from '@/lib/usecases/read-grades'
import { ClassFrame } from '../../class-frame'
import { pointsWords } from '../../grade-words'
import { ownSeat } from './own-seat'
import { Rule } from './rule'

export const metadata: Metadata = { title: 'Grades' }

export default async function GradesPage({ params }: { params: Promise<{ classId: string }> }) {
  const { classId } = await params
  const visitor = await visit()
  const book = await inTurn(() => readGradebook(visitor, classId))
  if (!book.ok) {
    const seat = await ownSeat(visitor, classId)
    if (seat) redirect(`/classes/${classId}/grades/${seat}`)
    notFound()
  }
  const { assignments, rows, seat } = book.value
  const empty = assignments.length === 0 || rows.length === 0
  return (
    <ClassFrame
      here={book.value}
      place="/grades"
      title="Grades"
      wide
      actions={
        mayInClass(seat.role, 'export results') && !empty ? (
          <LinkButton href={`/api/classes/${classId}/gradebook.csv`} prefetch={false} download>
            Download as CSV
          </LinkButton>
        ) : null
      }
    >
      {empty ? (
        <EmptyState title="There is nothing to grade yet.">
          {assignments.length === 0
            ? 'Grades follow from what is assigned.'
            : 'Nobody sits in this class as a student yet.'}
        </EmptyState>
      ) : (
        <Book book={book.value} />
      )}
      <Rule />
    </ClassFrame>
  )
}

const HEAD = 'border-b border-rule px-3 py-2 text-left align-bottom font-normal text-quiet'
const CELL = 'border-b border-rule px-3 py-2 align-top'

/** A row a student, a column an assignment; the names stay in view where the columns are many. */
function Book({ book: { class: room, assignments, rows } }: { book: Gradebook }) {
  return (
    <div className="relative -mx-3 overflow-x-auto">
      <table className="figures min-w-full border-collapse text-note">
        <caption className="sr-only">Grades by student and assignment</caption>
        <thead>
          <tr>
            <th scope="col" className={`${HEAD} sticky left-0 bg-paper`}>
              Student
            </th>
            {assignments.map(({ id, name, dueOn }) => (
              <th key={id} scope="col" className={HEAD}>
                <span className="block min-w-32 text-ink">{name}</span>
                due {shortDay(dueOn)}
              </th>
            ))}
            {assignments.length > 1 ? (
              <th scope="col" className={HEAD}>
                Mean
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ student, grades, mean }) => (
            <tr key={student.memberId}>
              <th scope="row" className={`${CELL} sticky left-0 bg-paper text-left font-normal`}>
                <Link href={`/classes/${room.id}/grades/${student.memberId}`} className="link">
                  {student.displayName}
                </Link>
              </th>
              {assignments.map(({ id }, n) => (
                <td key={id} className={CELL}>
                  <Cell grade={grades[n] ?? null} />
                </td>
              ))}
              {assignments.length > 1 ? (
                <td className={CELL}>{mean === null ? '–' : percent(mean)}</td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ grade }: { grade: AssignmentGrade | null }) {
  if (!grade) return <span className="text-quiet">not begun</span>
  if (grade.share === null) return <span className="text-quiet">no day yet</span>
  return (
    <>
      {percent(grade.share)}
      <span className="block text-quiet">{pointsWords(grade)}</span>
    </>
  )
}
