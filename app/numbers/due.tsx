import Link from 'next/link'
import type { Numbers } from '@/lib/usecases/read-numbers'
import { count, figure } from '../components/dates'
import { Fold, Part, Table } from './part'
import { type Stroke, Strokes } from './strokes'
import { dayLong, dayShort } from './words'

/** What comes back on the coming days, the backlog first. */
export function Due({ numbers, other }: { numbers: Numbers; other: string }) {
  const { forecast } = numbers
  const { backlog, days, later, cards } = forecast
  const ahead = days.length
  const coming = days.slice(1).reduce((sum, day) => sum + day.count, 0)
  const today = days[0]?.count ?? 0
  return (
    <Part
      title="Due forecast"
      actions={
        <Link href={other} scroll={false} className="link">
          {ahead === 30 ? 'The next 90 days' : 'The next 30 days'}
        </Link>
      }
      says={
        <>
          {count(backlog + today, 'question')} to answer today
          {backlog > 0 ? `, ${figure(backlog)} of them left from earlier days` : ''}.{' '}
          {figure(coming)} more {coming === 1 ? 'comes' : 'come'} back in the {ahead - 1} days after
          {later > 0 ? `, and ${figure(later)} later` : ''}.
        </>
      }
      restsOn={`From ${count(cards, 'card')} as they stand now. Every answer to come moves its card, and new items add to it.`}
      how={
        <p>
          Each card has a due day, set by its last answer. A day’s figure is the number of questions
          with a card due on it; a list whose elements come back on different days counts on each.
          What was due before today and was not answered is the backlog. Cards that are suspended,
          or whose deck is archived, are not asked and not counted.
        </p>
      }
    >
      {cards === 0 ? null : (
        <>
          <Strokes
            label={`Questions due on each of the next ${ahead} days: ${backlog > 0 ? `${figure(backlog)} in the backlog, ` : ''}${figure(today)} today, ${busiest(numbers)}.`}
            strokes={strokesOf(numbers)}
          />
          <Fold summary="The due forecast as a table">
            <Table
              caption={`Questions due, by day${backlog > 0 ? ', the backlog first' : ''}`}
              columns={['Day', 'Questions']}
              rows={[
                ...(backlog > 0 ? [['Before today', figure(backlog)] as const] : []),
                ...days.map((day) => [dayLong(day.day), figure(day.count)] as const),
              ]}
            />
          </Fold>
        </>
      )}
    </Part>
  )
}

function busiest({ forecast: { days } }: Numbers): string {
  const most = days.slice(1).reduce((a, b) => (b.count > a.count ? b : a), {
    day: days[0]?.day ?? null,
    count: 0,
  })
  return most.count === 0 || most.day === null
    ? 'none after it'
    : `most of the later days on ${dayLong(most.day)} with ${figure(most.count)}`
}

function strokesOf({ forecast: { backlog, days } }: Numbers): Stroke[] {
  const most = Math.max(...days.map((day) => day.count))
  const every = days.length > 45 ? 21 : 7
  // Two figures side by side would run into each other; the sentence above says today's.
  const marked = days.findIndex((day) => day.count === most)
  const strokes = days.map(({ day, count: n }, index) => ({
    key: String(day),
    value: n,
    ...((index === marked || (index === 0 && marked > days.length / 10)) &&
      n > 0 && { figure: figure(n) }),
    ...(index % every === 0 && { name: index === 0 ? 'Today' : dayShort(day) }),
  }))
  if (backlog === 0) return strokes
  return [
    { key: 'backlog', value: backlog, figure: figure(backlog), apart: true },
    // A gap, since it is no day.
    { key: 'gap', value: 0 },
    ...strokes,
  ]
}
