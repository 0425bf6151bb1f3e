import Link from 'next/link'
import type { Today } from '@/lib/usecases/get-today'
import { LinkButton } from '../components/button'
import { count, longDay, onDay } from '../components/dates'
import { PageHeading } from '../components/frame'

/** Nothing is to be asked today: what was done, when the next question comes, and what one could do now. */
export function NothingDue({ today }: { today: Today }) {
  const next = today.ahead.find((day) => day.count > 0)
  const proposed = today.texts.find((text) => text.proposed > 0)
  const readable = today.texts[0]
  const started = today.reviewedToday > 0
  return (
    <>
      <PageHeading over={longDay(today.studyDay)}>
        {started ? 'Done for today' : 'Nothing to review today'}
      </PageHeading>
      <div className="prose-read max-w-measure">
        <p>
          {started ? `${count(today.reviewedToday, 'answer')} given. ` : ''}
          {next
            ? `The next ${next.count === 1 ? 'question comes' : `${count(next.count, 'question')} come`} ${onDay(next.day, today.studyDay)}.`
            : 'Nothing comes back within the next seven days.'}
        </p>
        {today.newAvailable > 0 ? (
          <p className="mt-3">
            {count(today.newAvailable, 'new item')} wait for the days after; how many of them a day
            brings stands in the{' '}
            <Link href="/settings" className="link">
              settings
            </Link>
            .
          </p>
        ) : null}
      </div>
      <div className="mt-6 flex flex-wrap gap-3">
        {proposed ? (
          <LinkButton href={`/texts/${proposed.id}/proposals`} tone="primary">
            Go through {count(proposed.proposed, 'proposal')}
          </LinkButton>
        ) : null}
        {readable ? <LinkButton href={`/texts/${readable.id}`}>Read a text</LinkButton> : null}
        <LinkButton href="/texts/new" tone={proposed ? 'plain' : 'primary'}>
          Add a text
        </LinkButton>
      </div>
    </>
  )
}
