import type { Retention as Row } from '@/lib/core/stats/retention'
import type { Share } from '@/lib/core/stats/share'
import type { Numbers } from '@/lib/usecases/read-numbers'
import { count, figure } from '../components/dates'
import { percent } from '../components/recall'
import { Part, Table } from './part'

/** Of what came back, how much was recalled. */
export function Retention({ numbers }: { numbers: Numbers }) {
  const { retention, desiredRetention } = numbers
  const all = retention.at(-1)?.all ?? { of: 0, recalled: 0 }
  return (
    <Part
      title="True retention"
      says={
        all.of === 0 ? (
          'It begins when cards that you have learned come back on a later day.'
        ) : (
          <>
            You recalled {percent(all.recalled / all.of)} of what came back. You asked for{' '}
            {percent(desiredRetention)}.
          </>
        )
      }
      restsOn={`From ${count(all.of, 'first answer', 'first answers')} of a day to cards in review.`}
      how={
        <p>
          Counted is the first answer to a card on a study day, where the card had left its learning
          steps. Again is forgotten; Hard, Good and Easy are recalled. A card is young when its
          interval before the answer was under 21 days, and mature from 21 days on. Answers that
          were taken back, and those before a card was started over, are left out. The last 7 days
          end with today.
        </p>
      }
    >
      {all.of === 0 ? null : (
        <div className="mt-4">
          <Table
            caption="Recalled, by period and by how long the interval was"
            columns={['Period', 'Young', 'Mature', 'All']}
            rows={retention.map(
              (row) => [nameOf(row), cell(row.young), cell(row.mature), cell(row.all)] as const,
            )}
          />
        </div>
      )}
    </Part>
  )
}

const nameOf = ({ days }: Row) => (days === null ? 'All time' : `Last ${days} days`)

function cell({ of, recalled }: Share) {
  if (of === 0) return <span className="text-quiet">none</span>
  return (
    <>
      {percent(recalled / of)} <span className="text-quiet max-sm:block">of {figure(of)}</span>
    </>
  )
}
