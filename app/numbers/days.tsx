import type { CalendarDay } from '@/lib/core/stats/calendar'
import type { Numbers } from '@/lib/usecases/read-numbers'
import { count, figure } from '../components/dates'
import { Fold, Part, Table } from './part'
import { dayOfYear, dayShort } from './words'

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** What was answered on each study day, and the streak. */
export function Days({ numbers }: { numbers: Numbers }) {
  const { streak, calendar, answers } = numbers
  const weeks = calendar.slice(calendar.findIndex((week) => week.some(isPast)))
  return (
    <Part
      title="Calendar and streak"
      says={
        <>
          {streak.current === 0
            ? 'No streak at present.'
            : `${count(streak.current, 'day')} studied without missing one.`}{' '}
          The longest streak was {count(streak.longest, 'day')}.
        </>
      }
      restsOn={`From ${count(answers, 'answer')} on ${count(streak.studied, 'day')}${streak.since === null ? '' : ` since ${dayOfYear(streak.since)}`}.`}
      how={
        <>
          <p>
            An answer counts for the study day it was given on, in the zone you were in; answers you
            took back do not count. Each element of a list is an answer of its own.
          </p>
          <p>
            A streak counts the days studied. A day breaks it when something was due and nothing was
            answered; a day with nothing due neither breaks nor counts, and today breaks nothing
            before it is over. What was due on a past day follows from your answers: a card is due
            from the day its last answer set until it is answered, suspended or buried. New items
            are never due.
          </p>
        </>
      }
    >
      <Grid weeks={weeks} label={spoken(numbers)} />
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-fine text-quiet">
        <Key mark="answered">answered, larger for more</Key>
        <Key mark="free">nothing was due</Key>
        <Key mark="missed">due and not answered</Key>
      </ul>
      <Fold summary="The calendar as a table">
        <Table
          caption="Answers on each study day, by week; – where nothing was due"
          columns={['Week of', ...WEEKDAYS]}
          rows={weeks.toReversed().map((week) => [weekName(week), ...week.map(cellOf)] as const)}
        />
      </Fold>
    </Part>
  )
}

const isPast = ({ mark }: CalendarDay) => mark !== 'before' && mark !== 'ahead'

const weekName = ([monday]: readonly CalendarDay[]) => (monday ? dayShort(monday.day) : '')

function cellOf({ mark, answers }: CalendarDay): string {
  if (mark === 'answered') return figure(answers)
  return { free: '–', missed: '0', open: '', before: '', ahead: '' }[mark]
}

function spoken({ calendar }: Numbers): string {
  const days = calendar.flat()
  const answered = days.filter((day) => day.mark === 'answered').length
  const free = days.filter((day) => day.mark === 'free').length
  const missed = days.filter((day) => day.mark === 'missed').length
  return `Calendar of the last ${calendar.length} weeks: studied on ${count(answered, 'day')}, nothing due on ${count(free, 'day')}, ${count(missed, 'day')} missed.`
}

const ROW = 15
const HEAD = 18
/** The weekdays' names stand in this share of the width. */
const NAMES = 9

function Grid({ weeks, label }: { weeks: readonly (readonly CalendarDay[])[]; label: string }) {
  const most = Math.max(1, ...weeks.flat().map((day) => day.answers))
  const columns = Math.max(weeks.length, 12)
  const place = (week: number) =>
    `${(NAMES + ((week + 0.5) / columns) * (100 - NAMES)).toFixed(3)}%`
  return (
    <svg
      role="img"
      aria-label={label}
      width="100%"
      height={HEAD + 7 * ROW}
      className="mt-4 block max-w-[30rem] overflow-visible"
    >
      {WEEKDAYS.map((name, row) =>
        row % 2 === 0 ? (
          <text
            key={name}
            x="0"
            y={HEAD + row * ROW + ROW / 2 + 4}
            className="fill-quiet text-fine"
          >
            {name}
          </text>
        ) : null,
      )}
      {weeks.map((week, column) => (
        <g key={weekName(week)}>
          <text x={place(column)} y={10} textAnchor="middle" className="fill-quiet text-fine">
            {monthName(week, weeks[column - 1])}
          </text>
          {week.map((day, row) => (
            <Mark
              key={day.day}
              day={day}
              x={place(column)}
              y={HEAD + row * ROW + ROW / 2}
              share={day.answers / most}
            />
          ))}
        </g>
      ))}
    </svg>
  )
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })

/** The month that begins in this week, or stands at the calendar's beginning. */
function monthName(week: readonly CalendarDay[], before: readonly CalendarDay[] | undefined) {
  const name = nameOf(week)
  return before && nameOf(before) === name ? '' : name
}

const nameOf = ([monday]: readonly CalendarDay[]) =>
  monday ? MONTH.format(monday.day * 86_400_000) : ''

function Mark({
  day: { mark },
  x,
  y,
  share,
}: {
  day: Pick<CalendarDay, 'mark'>
  x: string
  y: number
  share: number
}) {
  if (mark === 'answered') {
    return <circle cx={x} cy={y} r={1.8 + 3.4 * Math.sqrt(share)} className="fill-graphite" />
  }
  if (mark === 'free') return <circle cx={x} cy={y} r={2.2} className="fill-none stroke-edge" />
  if (mark === 'open') return <circle cx={x} cy={y} r={4} className="fill-none stroke-accent" />
  // A short dash, as a round cap makes a line of no length.
  if (mark === 'missed')
    return (
      <rect x={x} y={y - 0.75} width={5} height={1.5} className="-translate-x-[2.5px] fill-watch" />
    )
  return null
}

function Key({ mark, children }: { mark: CalendarDay['mark']; children: string }) {
  return (
    <li className="flex items-center gap-1.5">
      <svg aria-hidden width={12} height={12}>
        <Mark day={{ mark }} x="6" y={6} share={0.5} />
      </svg>
      {children}
    </li>
  )
}
