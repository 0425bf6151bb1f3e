import type { CalibrationBin, Calibration as Found } from '@/lib/core/stats/calibration'
import type { Numbers } from '@/lib/usecases/read-numbers'
import { count, figure } from '../components/dates'
import { percent } from '../components/recall'
import { Fold, Part, Table } from './part'
import { recallBin, tenths } from './words'

/** What the memory model said, against what happened. */
export function Calibration({ numbers: { calibration } }: { numbers: Numbers }) {
  const { of, picked } = calibration
  return (
    <Part
      title="Calibration"
      says={saysOf(calibration)}
      restsOn={`From ${count(of, 'forecast')}${picked > 0 ? `; ${count(picked, 'answer')} picked among options left out, since some are guesses` : ''}.`}
      how={
        <>
          <p>
            Before each answer that true retention counts, the memory model gives the probability
            that it is recalled on that day, from your earlier answers to that card alone. For the
            same day it says nothing. The weights are those in use now; your log is folded with them
            from its beginning.
          </p>
          <p>
            The forecasts are gathered in bins; of each, the mean forecast is held against the share
            recalled, with the interval in which the true share lies with 95 % confidence (Wilson).
            Log loss is the mean of −ln of the probability given to what happened: 0 is perfect,
            0.693 a coin. RMSE (bins) is FSRS’s own: the root of the mean squared difference, over
            answers alike in interval, number of reviews and lapses.
          </p>
        </>
      }
    >
      {of === 0 ? null : (
        <>
          <Plot bins={calibration.bins} />
          <Fold summary="Calibration as a table">
            <Table
              caption="What was said and what happened, by forecast"
              columns={['Forecast, %', 'Answers', 'Said, %', 'Recalled, %', '95 % interval']}
              rows={calibration.bins.map(
                (bin) =>
                  [
                    recallBin(bin),
                    figure(bin.of),
                    (bin.said * 100).toFixed(1),
                    ((bin.recalled / bin.of) * 100).toFixed(1),
                    rangeWords(bin),
                  ] as const,
              )}
            />
          </Fold>
        </>
      )}
    </Part>
  )
}

function saysOf({ of, recalled, said, logLoss, rmse }: Found) {
  if (said === null || logLoss === null || rmse === null) {
    return 'Calibration needs reviews on later days: it begins when cards that you have learned come back.'
  }
  return (
    <>
      On average {tenths(said)} was said and {tenths(recalled / of)} was recalled. Log loss{' '}
      {logLoss.toFixed(3)}, RMSE (bins) {tenths(rmse)}.
    </>
  )
}

const rangeWords = ({ range }: CalibrationBin) =>
  `${Math.round(range.low * 100)} to ${Math.round(range.high * 100)}`

const HEIGHT = 216
const INSET = 12

/** Said to the right, recalled upwards: what lies on the line happened as often as it was said. */
function Plot({ bins }: { bins: readonly CalibrationBin[] }) {
  const from = bins.some((bin) => bin.low < 0.5) ? 0 : 0.5
  const share = (p: number) => Math.max(0, (p - from) / (1 - from))
  const x = (p: number) => `${(8 + share(p) * 84).toFixed(3)}%`
  const y = (p: number) => HEIGHT - INSET - share(p) * (HEIGHT - 2 * INSET)
  const ticks = from === 0 ? [0, 0.25, 0.5, 0.75, 1] : [0.5, 0.6, 0.7, 0.8, 0.9, 1]
  const spoken = bins.map(
    (bin) =>
      `said ${percent(bin.said)}, recalled ${percent(bin.recalled / bin.of)} of ${figure(bin.of)}`,
  )
  return (
    <svg
      role="img"
      aria-label={`Forecasts against what happened. ${spoken.join('; ')}.`}
      width="100%"
      height={HEIGHT + 32}
      className="mt-7 block max-w-[30rem] overflow-visible"
    >
      {ticks.map((p) => (
        <g key={p}>
          <line x1={x(from)} x2={x(1)} y1={y(p)} y2={y(p)} className="stroke-rule" />
          <text x="0" y={y(p) + 4} className="figures fill-quiet text-fine">
            {Math.round(p * 100)}
          </text>
          <text
            x={x(p)}
            y={HEIGHT + 10}
            textAnchor="middle"
            className="figures fill-quiet text-fine"
          >
            {Math.round(p * 100)}
          </text>
        </g>
      ))}
      <line
        x1={x(from)}
        x2={x(1)}
        y1={y(from)}
        y2={y(1)}
        strokeDasharray="2 4"
        className="stroke-edge"
      />
      <text x="0" y={0} className="fill-quiet text-fine">
        recalled, %
      </text>
      <text x={x(1)} y={HEIGHT + 28} textAnchor="end" className="fill-quiet text-fine">
        said, %
      </text>
      {bins.map((bin) => (
        <Point key={bin.low} {...{ bin, x, y }} />
      ))}
    </svg>
  )
}

function Point({
  bin,
  x,
  y,
}: {
  bin: CalibrationBin
  x: (p: number) => string
  y: (p: number) => number
}) {
  const recalled = bin.recalled / bin.of
  const at = x(bin.said)
  return (
    <>
      <line
        x1={at}
        x2={at}
        y1={y(bin.range.low)}
        y2={y(bin.range.high)}
        strokeWidth={1.5}
        className="stroke-graphite"
      />
      <circle cx={at} cy={y(recalled)} r={3.5} className="fill-graphite" />
      <text x={at} y={y(recalled) + 4} dx={7} className="figures fill-ink text-fine">
        {Math.round(recalled * 100)}
      </text>
    </>
  )
}
