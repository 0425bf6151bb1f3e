import Link from 'next/link'
import { ownFreeToday } from '@/lib/usecases/free-days'
import { assignmentsAhead } from '@/lib/usecases/own-assignments'
import { dueWords, progressWords } from '../classes/assignment-words'
import { ClaimDay } from '../classes/claim-day'
import { count } from '../components/dates'
import { visit } from '../visit'

/** What is due in the classes, how far one is, and how much of it comes today. */
export async function AssignmentsAhead() {
  const visitor = await visit()
  const lines = await assignmentsAhead(visitor)
  if (lines.length === 0) return null
  // Who is given something new today has no free day, so that it need not be looked for.
  const free = await ownFreeToday(
    visitor,
    lines.flatMap((line) => (line.newToday === 0 ? [line.classId] : [])),
  )
  return (
    <ul aria-label="Assignments" className="figures-text mt-6 flex flex-col gap-1">
      {lines.map(({ id, classId, name, dueOn, goal, progress, newToday }) => (
        <li key={id}>
          {dueWords(dueOn, visitor.studyDay)}:{' '}
          <Link href={`/classes/${classId}/assignments/${id}`} className="link wrap-anywhere">
            {name}
          </Link>
          <span className="text-quiet">
            {progress ? ` · ${progressWords(progress, goal)}` : ''}
            {newToday > 0
              ? ` · ${count(newToday, 'new item', 'new items')} in today’s session`
              : ''}
          </span>
          {free.has(id) ? <ClaimDay classId={classId} assignmentId={id} name={name} /> : null}
        </li>
      ))}
    </ul>
  )
}
