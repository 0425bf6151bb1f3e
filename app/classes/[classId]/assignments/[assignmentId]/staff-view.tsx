import { AssignmentFacts } from '@/app/classes/assignment-facts'
import { AssignmentLinks } from '@/app/classes/assignment-links'
import { dayWords, progressWords } from '@/app/classes/assignment-words'
import { count, figure } from '@/app/components/dates'
import { PageSection } from '@/app/components/frame'
import { percent } from '@/app/components/recall'
import { visit } from '@/app/visit'
import { formatStudyDay } from '@/lib/core/time/study-day'
import type { AssignedStudent, AssignmentPage } from '@/lib/usecases/read-assignment'
import { OtherDates } from './other-dates'

type Staff = Extract<AssignmentPage, { kind: 'staff' }>

/** Who has begun and who is done, and other dates for single students. */
export async function StaffView({ page, mayAssign }: { page: Staff; mayAssign: boolean }) {
  const { here, assignment, students } = page
  const seated = students.filter(({ member }) => member.learnerId !== null)
  const begun = seated.filter(({ progress }) => (progress?.introduced ?? 0) > 0).length
  const met = seated.filter(({ progress }) => progress?.met).length
  return (
    <>
      <AssignmentLinks classId={here.class.id} assignmentId={assignment.id} at="assignment" />
      <AssignmentFacts
        assignment={assignment}
        startsOn={assignment.startsOn}
        dueOn={assignment.dueOn}
        timeZone={here.class.timeZone}
        ownZone={(await visit()).timeZone}
      />
      <PageSection title="Students">
        {students.length === 0 ? (
          <p className="py-2 text-quiet">Nobody has joined the class yet.</p>
        ) : (
          <>
            <p className="figures-text mb-3">
              Of {count(seated.length, 'student')} {figure(begun)} {begun === 1 ? 'has' : 'have'}{' '}
              begun, {figure(met)} {met === 1 ? 'is' : 'are'} done.
            </p>
            <Students page={page} mayAssign={mayAssign} />
          </>
        )}
      </PageSection>
    </>
  )
}

const CELL = 'py-2 pl-3 text-right align-baseline tabular-nums'

function Students({ page, mayAssign }: { page: Staff; mayAssign: boolean }) {
  const { here, assignment, students } = page
  return (
    <table className="w-full border-collapse">
      <thead className="text-note text-quiet">
        <tr className="border-b border-rule">
          <th scope="col" className="py-2 text-left font-normal">
            Student
          </th>
          <th scope="col" className={`${CELL} font-normal`}>
            Answered
          </th>
          <th scope="col" className={`${CELL} font-normal max-sm:hidden`}>
            Expected when due
          </th>
          {mayAssign ? (
            <th scope="col" className={`${CELL} font-normal`}>
              Dates
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {students.map((line) => (
          <tr key={line.member.id} className="border-b border-rule">
            <th scope="row" className="py-2 text-left font-normal">
              <span className="wrap-anywhere">{line.member.displayName}</span>
              <span className="block text-note text-quiet">{standing(line, page)}</span>
            </th>
            <td className={CELL}>
              {line.progress
                ? `${figure(line.progress.introduced)}/${figure(line.progress.items)}`
                : '–'}
            </td>
            <td className={`${CELL} max-sm:hidden`}>
              {line.progress && line.progress.introduced > 0 && line.progress.expected !== null
                ? percent(line.progress.expected)
                : '–'}
            </td>
            {mayAssign ? (
              <td className={CELL}>
                <OtherDates
                  classId={here.class.id}
                  assignmentId={assignment.id}
                  memberId={line.member.id}
                  name={line.member.displayName}
                  startsOn={formatStudyDay(line.startsOn)}
                  dueOn={formatStudyDay(line.dueOn)}
                  excepted={line.excepted}
                />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function standing(
  { member, progress, startsOn, dueOn, excepted }: AssignedStudent,
  page: Staff,
): string {
  const { assignment, today } = page
  const dates = excepted ? ` · due ${dayWords(dueOn, today)} for them` : ''
  if (member.learnerId === null) return `the seat is free${dates}`
  if (startsOn > today) return `begins ${dayWords(startsOn, today)}${dates}`
  if (!progress) return `has not been here since it began${dates}`
  if (progress.met) return `done${dates}`
  const late = dueOn < today ? ', late' : ''
  const said = progress.introduced === 0 ? 'not begun' : progressWords(progress, assignment.goal)
  return `${said}${late}${dates}`
}
