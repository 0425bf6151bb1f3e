import type { ReactNode } from 'react'
import { forecastRetentions, type RetentionForecasts } from '@/lib/usecases/forecast-retention'
import { count, figure } from '../components/dates'
import { visit } from '../visit'

const HORIZONS = [30, 90, 365] as const
const COLUMNS = [
  { key: 'minutes 30', short: '30 d', long: 'over the next 30 days' },
  { key: 'minutes 365', short: '1 y', long: 'over the next year' },
  { key: 'known 30', short: '30 d', long: 'in 30 days' },
  { key: 'known 90', short: '90 d', long: 'in 90 days' },
  { key: 'known 365', short: '1 y', long: 'in a year' },
]
/** As many as there usually are, so that nothing moves when they come. */
const ROWS_TO_COME = [1, 2, 3, 4, 5]

/** What each desired retention would cost and give, by simulation. */
export async function RetentionForecast() {
  const forecasts = await forecastRetentions(await visit())
  const { rows, present } = forecasts
  return (
    <Frame caption={restsOn(forecasts)}>
      {rows.map(({ retention, minutes, known }) => {
        const isPresent = retention === present
        return (
          <tr
            key={retention}
            aria-current={isPresent ? 'true' : undefined}
            className={`border-t border-rule ${isPresent ? 'bg-pencil-faint font-medium' : ''}`}
          >
            <th scope="row" className="py-1.5 pr-2 text-left font-medium whitespace-nowrap">
              {Math.round(retention * 100)} %
              {isPresent ? <span className="text-note text-quiet"> now</span> : null}
            </th>
            <Cell>{minutesWords(minutes[30])}</Cell>
            <Cell>{minutesWords(minutes[365])}</Cell>
            {HORIZONS.map((horizon) => (
              <Cell key={horizon}>{figure(Math.round(known[horizon]))}</Cell>
            ))}
          </tr>
        )
      })}
    </Frame>
  )
}

/** The table before its figures are there. */
export function RetentionForecastToCome() {
  return (
    <Frame caption="The forecast is being computed.">
      {ROWS_TO_COME.map((row) => (
        <tr key={row} className="border-t border-rule">
          <th scope="row" className="py-1.5 text-left font-normal text-quiet">
            …
          </th>
          {COLUMNS.map(({ key }) => (
            <Cell key={key}>…</Cell>
          ))}
        </tr>
      ))}
    </Frame>
  )
}

function Frame({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-2">
      {/* Wider than a phone at twice the size of type: then it scrolls by itself. */}
      <div className="relative overflow-x-auto">
        <table className="figures w-full text-note">
          <caption className="sr-only">What each desired retention would cost and give</caption>
          <thead className="text-quiet">
            <tr>
              <td />
              <th scope="colgroup" colSpan={2} className="pb-1 text-right font-medium">
                Minutes a day
              </th>
              <th scope="colgroup" colSpan={3} className="pb-1 text-right font-medium">
                Items known
              </th>
            </tr>
            <tr>
              <th scope="col" className="pb-1 text-left font-normal">
                <span className="sr-only">Desired retention</span>
              </th>
              {COLUMNS.map(({ key, short, long }) => (
                <th key={key} scope="col" className="pb-1 pl-2 text-right font-normal">
                  <span aria-hidden>{short}</span>
                  <span className="sr-only">{long}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
      <p className="min-h-[6lh] text-note text-quiet sm:min-h-[4lh]">{caption}</p>
    </div>
  )
}

const Cell = ({ children }: { children: ReactNode }) => (
  <td className="py-1.5 pl-2 text-right">{children}</td>
)

const minutesWords = (minutes: number): string =>
  minutes < 9.5 ? minutes.toFixed(1) : figure(Math.round(minutes))

function restsOn({ cards, simulated, newItems, newPerDay, answers }: RetentionForecasts): string {
  const sampled = simulated < cards ? `, a sample of ${figure(simulated)} of them` : ''
  const seconds =
    answers > 0
      ? `the time of your last ${count(answers, 'answer')}`
      : 'the usual 15 seconds an answer, until there are 50 of yours'
  return `A simulation of the days to come with ${count(cards, 'card')} that you have begun${sampled}, up to ${count(newPerDay, 'new item')} a day of ${figure(newItems)}, and ${seconds}. Known is how many would be recalled on that day. It is right to about a tenth.`
}
