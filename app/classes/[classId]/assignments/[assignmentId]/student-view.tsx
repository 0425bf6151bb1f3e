import Link from 'next/link'
import { AssignmentFacts } from '@/app/classes/assignment-facts'
import { dayWords, progressWords } from '@/app/classes/assignment-words'
import { LinkButton } from '@/app/components/button'
import { count, figure } from '@/app/components/dates'
import { PageSection } from '@/app/components/frame'
import { textPlace } from '@/app/texts/place'
import { visit } from '@/app/visit'
import { isIntroduced } from '@/lib/core/class/progress'
import { groupBy } from '@/lib/core/group-by'
import type { AssignmentPage } from '@/lib/usecases/read-assignment'

type Own = Extract<AssignmentPage, { kind: 'student' }>

/** How far one is, what it is on, and a session of just this. */
export async function StudentView({ page }: { page: Own }) {
  const { here, assignment, own } = page
  const { timeZone, studyDay } = await visit()
  return (
    <>
      <Standing page={page} studyDay={studyDay} />
      {own.ownDeckId && own.delivered ? (
        <div className="mt-6 mb-8 flex flex-wrap gap-3">
          <LinkButton href={`/review?deck=${own.ownDeckId}`} tone="primary">
            Study just this
          </LinkButton>
          <LinkButton href={`/decks/${own.ownDeckId}`}>Your deck</LinkButton>
          {own.examId ? <LinkButton href={`/exams/${own.examId}`}>Your exam</LinkButton> : null}
        </div>
      ) : null}
      <AssignmentFacts
        assignment={assignment}
        startsOn={own.startsOn}
        dueOn={own.dueOn}
        timeZone={here.class.timeZone}
        ownZone={timeZone}
      />
      {own.excepted ? (
        <p className="mt-3 text-note text-quiet">
          These dates were set for you; the class has others.
        </p>
      ) : null}
      {own.delivered ? <Passages page={page} /> : null}
    </>
  )
}

function Standing({ page, studyDay }: { page: Own; studyDay: Own['today'] }) {
  const { assignment, own } = page
  if (!own.progress)
    return (
      <p className="prose-read mb-8 max-w-measure">
        {assignment.ended
          ? 'It was taken back before it began for you.'
          : `It begins ${dayWords(own.startsOn, studyDay)}. From then on it comes in your daily session.`}
      </p>
    )
  const { progress, newToday } = own
  return (
    <div className="prose-read max-w-measure">
      <p className="figures-text">
        <span className="pencilled">{sentence(progressWords(progress, assignment.goal))}</span>
        {progress.met || assignment.goal.kind === 'introduced'
          ? ''
          : `, ${figure(progress.introduced)} of ${count(progress.items, 'item')} answered`}
        .{newToday > 0 ? ` In today’s session ${count(newToday, 'is', 'are')} new from it.` : ''}
      </p>
      {assignment.ended ? (
        <p className="mt-2 text-note text-quiet">
          Your teacher has taken it back. The deck stays yours, with all that you know of it.
        </p>
      ) : own.dueOn < studyDay && !progress.met ? (
        <p className="mt-2 text-note text-quiet">
          The due date has passed. You can go on all the same; your teacher sees that it is late.
        </p>
      ) : null}
    </div>
  )
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Section by section: how much was answered, and the way to its place in the text. */
function Passages({ page: { held } }: { page: Own }) {
  if (held.every(({ section, place }) => section === '' && place === null)) return null
  const sections = [...groupBy(held, ({ section, place }) => `${place?.textId ?? ''} ${section}`)]
  return (
    <PageSection title="What it is on">
      <ul>
        {sections.map(([key, items]) => {
          const [first] = items
          const place = first?.place
          const name = first?.section || 'Without a heading'
          return (
            <li
              key={key}
              className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-rule py-2"
            >
              {place ? (
                <Link
                  href={textPlace(place.textId, place)}
                  className="link font-read wrap-anywhere"
                >
                  {name}
                </Link>
              ) : (
                <span className="font-read wrap-anywhere">{name}</span>
              )}
              <span className="text-note text-quiet tabular-nums">
                {figure(items.filter(isIntroduced).length)} of {figure(items.length)} answered
              </span>
            </li>
          )
        })}
      </ul>
    </PageSection>
  )
}
