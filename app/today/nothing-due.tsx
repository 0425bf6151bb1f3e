import { LinkButton } from '@/app/components/button'
import { count, longDay, onDay } from '@/app/components/dates'
import { PageHeading } from '@/app/components/frame'
import type { Today } from '@/lib/usecases/get-today'

/** How many new items are offered beyond the day's own. */
const MORE = 10

/** Nothing is to be asked today: what was done, when the next question comes, and what one could do now. */
export function NothingDue({ today }: { today: Today }) {
  const proposed = today.texts.find((text) => text.proposed > 0)
  const more = Math.min(today.newAvailable, MORE)
  const [readable] = today.texts
  return (
    <>
      <PageHeading over={longDay(today.studyDay)}>
        {today.reviewedToday > 0 ? 'Done for today' : 'Nothing to review today'}
      </PageHeading>
      <p className="prose-read max-w-measure">
        {today.reviewedToday > 0 ? `${count(today.reviewedToday, 'item')} answered. ` : ''}
        {nextQuestions(today)}
      </p>
      <div className="mt-6 flex flex-wrap gap-3">
        {more > 0 ? (
          <LinkButton href={`/review?more=${more}`} tone="primary">
            Study {count(more, 'more new item', 'more new items')}
          </LinkButton>
        ) : null}
        {proposed ? (
          <LinkButton
            href={`/texts/${proposed.id}/proposals`}
            tone={more > 0 ? 'plain' : 'primary'}
          >
            Go through {count(proposed.proposed, 'proposal')}
          </LinkButton>
        ) : null}
        {readable ? <LinkButton href={`/texts/${readable.id}`}>Read a text</LinkButton> : null}
        <LinkButton href="/texts/new" tone={more > 0 || proposed ? 'plain' : 'primary'}>
          Add a text
        </LinkButton>
      </div>
    </>
  )
}

function nextQuestions({ ahead, studyDay }: Today): string {
  const next = ahead.find((day) => day.count > 0)
  if (!next) return 'No question comes back within the next seven days.'
  const questions = next.count === 1 ? 'next question comes' : `next ${next.count} questions come`
  return `The ${questions} ${onDay(next.day, studyDay)}.`
}
