import type { Today } from '@/lib/usecases/get-today'
import { figure, isTomorrow, longDay, weekday } from '../components/dates'

/** The height of the longest pencil stroke, in rem. */
const TALLEST = 3

/** What the next seven days bring: a stroke and a figure a day. */
export function Ahead({ today }: { today: Today }) {
  const most = Math.max(...today.ahead.map((day) => day.count), 1)
  if (today.ahead.every((day) => day.count === 0)) return null
  return (
    <section aria-labelledby="ahead" className="mt-12">
      <h2 id="ahead" className="mb-4 text-note text-quiet">
        The coming days, as things stand
      </h2>
      <ol className="flex max-w-[32rem] flex-wrap items-end justify-between gap-x-2 gap-y-4">
        {today.ahead.map(({ day, count }) => (
          <li key={day} className="flex min-w-0 flex-col items-center gap-1 text-center">
            <span className="text-note">{figure(count)}</span>
            <span
              aria-hidden
              className="w-[2.5px] rounded-full bg-graphite forced-colors:bg-[CanvasText]"
              style={{ height: `${((count / most) * TALLEST).toFixed(2)}rem` }}
            />
            <span className="text-fine text-quiet">
              <span aria-hidden>{isTomorrow(day, today.studyDay) ? 'Tomorrow' : weekday(day)}</span>
              <span className="sr-only">{longDay(day)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
