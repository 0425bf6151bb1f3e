import type { Assignment } from '@/lib/core/class/assignment'
import { formatStudyDay, type StudyDay } from '@/lib/core/time/study-day'
import { longDay } from '../components/dates'
import { whenWords } from '../exams/words'
import { goalWords } from './assignment-words'

/** From when to when, what counts as done, and the exam on it. */
export function AssignmentFacts({
  assignment: { goal, exam, sections },
  startsOn,
  dueOn,
  timeZone,
  ownZone,
}: {
  assignment: Assignment
  startsOn: StudyDay
  dueOn: StudyDay
  /** Of the class. */
  timeZone: string
  ownZone: string
}) {
  const facts = [
    { name: 'From', value: longDay(formatStudyDay(startsOn)) },
    { name: 'Due', value: longDay(formatStudyDay(dueOn)) },
    { name: 'Done when', value: goalWords(goal) },
    ...(sections.length > 0 ? [{ name: 'Only', value: sections.join(' · ') }] : []),
    ...(exam ? [{ name: 'Exam', value: whenWords({ ...exam, timeZone }, ownZone) }] : []),
  ]
  return (
    <dl className="figures-text grid max-w-measure grid-cols-[auto_1fr] gap-x-6 gap-y-1">
      {facts.map(({ name, value }) => (
        <div key={name} className="contents">
          <dt className="text-quiet">{name}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
