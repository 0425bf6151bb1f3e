import type { Numbers } from '@/lib/usecases/read-numbers'
import { count } from '../components/dates'
import { Fold, Part, Table } from './part'
import { Strokes } from './strokes'
import { dayLong, dayShort, minutesWords } from './words'

/** How long one studied on each of the last days. */
export function Time({ numbers: { time } }: { numbers: Numbers }) {
  const { days, studied, ms, answers } = time
  const most = days.reduce((a, b) => (b.ms > a.ms ? b : a))
  return (
    <Part
      title="Time per day"
      says={
        answers === 0 ? (
          `Nothing was answered in the last ${days.length} days.`
        ) : (
          <>
            {minutesWords(ms / studied)} on a day with study, {(ms / answers / 1000).toFixed(1)}{' '}
            seconds an answer, {minutesWords(ms)} in the last {days.length} days.
          </>
        )
      }
      restsOn={`From ${count(answers, 'answer')} on ${count(studied, 'day')} of the last ${days.length}.`}
      how={
        <p>
          The time of an answer runs from when the question was shown to when it was graded, and
          counts for a minute at most, so that a question left open does not count as study. For a
          list, it is shared among its elements.
        </p>
      }
    >
      {answers === 0 ? null : (
        <>
          <Strokes
            label={`Minutes of study on each of the last ${days.length} days, most on ${dayLong(most.day)} with ${minutesWords(most.ms)}.`}
            strokes={days.map((day, index) => ({
              key: String(day.day),
              value: day.ms,
              ...(day === most && { figure: minutesWords(day.ms) }),
              ...((days.length - 1 - index) % 7 === 0 && {
                name: index === days.length - 1 ? 'Today' : dayShort(day.day),
              }),
            }))}
          />
          <Fold summary="Time per day as a table">
            <Table
              caption="Minutes of study and answers, by day, the latest first"
              columns={['Day', 'Time', 'Answers']}
              rows={days
                .toReversed()
                .map((day) => [dayLong(day.day), minutesWords(day.ms), day.answers] as const)}
            />
          </Fold>
        </>
      )}
    </Part>
  )
}
