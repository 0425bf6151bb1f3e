import type { Assignment } from '@/lib/core/class/assignment'
import { mayInClass } from '@/lib/core/class/roles'
import type { ClassHere } from '@/lib/usecases/class-access'
import type { OwnLine } from '@/lib/usecases/own-assignments'
import { type ClassAssignments, listAssignments } from '@/lib/usecases/read-assignment'
import { LinkButton } from '../components/button'
import { ContentsLine } from '../components/contents-line'
import { count } from '../components/dates'
import { PageSection } from '../components/frame'
import { visit } from '../visit'
import { dayWords, dueWords, goalWords, progressWords } from './assignment-words'

/** What is assigned in a class: for who teaches with its dates, for a student with how far they are. */
export async function AssignmentsHere({ here }: { here: ClassHere }) {
  const listed = await listAssignments(await visit(), here.class.id)
  if (!listed.ok) return null
  const mayAssign = mayInClass(here.seat.role, 'assign decks') && !here.class.archived
  return (
    <PageSection title="Assignments">
      <Lines classId={here.class.id} listed={listed.value} />
      {mayAssign ? (
        <LinkButton href={`/classes/${here.class.id}/assign`} tone="primary" className="mt-4">
          Assign a deck
        </LinkButton>
      ) : null}
    </PageSection>
  )
}

function Lines({ classId, listed }: { classId: string; listed: ClassAssignments }) {
  const { today } = listed
  if (listed.kind === 'student') {
    if (listed.lines.length === 0)
      return <p className="py-2 text-quiet">Nothing is assigned yet.</p>
    return (
      <ul>
        {listed.lines.map((line) => (
          <li key={line.id}>
            <Line classId={classId} of={line} under={ownWords(line, today)} />
          </li>
        ))}
      </ul>
    )
  }
  const open = listed.assignments.filter(({ ended }) => !ended)
  const ended = listed.assignments.filter((of) => of.ended)
  const line = (of: Assignment) => (
    <li key={of.id}>
      <Line classId={classId} of={of} under={staffWords(of, today)} />
    </li>
  )
  return (
    <>
      {open.length === 0 ? (
        <p className="py-2 text-quiet">Nothing is assigned yet.</p>
      ) : (
        <ul>{open.map(line)}</ul>
      )}
      {ended.length > 0 ? (
        <details className="mt-4">
          <summary className="min-h-11 py-2 text-quiet hover:text-ink">
            Taken back, {count(ended.length, 'assignment')}
          </summary>
          <ul>{ended.map(line)}</ul>
        </details>
      ) : null}
    </>
  )
}

const Line = ({ classId, of, under }: { classId: string; of: Assignment; under: string }) => (
  <ContentsLine href={`/classes/${classId}/assignments/${of.id}`} title={of.name} under={under} />
)

type Day = ClassAssignments['today']

const staffWords = ({ startsOn, dueOn, goal }: Assignment, today: Day): string =>
  `${startsOn > today ? `Begins ${dayWords(startsOn, today)} · ` : ''}${dueWords(dueOn, today)} · done when ${goalWords(goal)}`

function ownWords({ startsOn, dueOn, goal, progress }: OwnLine, today: Day): string {
  const standing = progress ? progressWords(progress, goal) : `begins ${dayWords(startsOn, today)}`
  return `${dueWords(dueOn, today)} · ${standing}`
}
