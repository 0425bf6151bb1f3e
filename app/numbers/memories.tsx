import type { Bin, Spread } from '@/lib/core/stats/memories'
import type { Numbers } from '@/lib/usecases/read-numbers'
import { count, figure } from '../components/dates'
import { percent } from '../components/recall'
import { Fold, Part, Table } from './part'
import { Strokes } from './strokes'
import { daysWords, recallBin, stabilityBin } from './words'

/** How the cards stand now: three spreads. */
export function Memories({ numbers: { memories } }: { numbers: Numbers }) {
  const { retrievability, stability, difficulty, cards } = memories
  return (
    <>
      <Part
        title="Retrievability now"
        says={
          retrievability.cards === 0 ? (
            'It begins on the day after a first answer.'
          ) : (
            <>
              About {figure(Math.round(retrievability.recalled))} of{' '}
              {count(retrievability.cards, 'card')} would be recalled now; half of them with{' '}
              {percent(retrievability.median ?? 0)} or more.
            </>
          )
        }
        restsOn={`From ${count(retrievability.cards, 'card')} answered before today${cards > retrievability.cards ? `; ${figure(cards - retrievability.cards)} answered today left out` : ''}.`}
        how={
          <p>
            The probability of recalling a card falls with the days since its last answer, the
            slower the more stable it is (the forgetting curve of FSRS-6). For the day of an answer
            the model says nothing. The number that would be recalled is the sum of the
            probabilities.
          </p>
        }
      >
        <Histogram
          spread={retrievability}
          title="Cards by retrievability now, in per cent"
          column="Retrievability, %"
          nameOf={recallBin}
          under={({ low }) => (low === 0 ? '<50' : String(Math.round(low * 100)))}
        />
      </Part>
      <Part
        title="Stability"
        says={
          stability.median === null
            ? 'It begins with the first answer.'
            : `Half of the cards are stable for ${daysWords(stability.median)} or more.`
        }
        restsOn={`From ${count(cards, 'card')} that were answered.`}
        how={
          <p>
            Stability is the number of days until the probability of recalling a card falls to 90 %.
            It is the fold of the card’s answers, and grows with each that is recalled.
          </p>
        }
      >
        <Histogram
          spread={stability}
          title="Cards by stability"
          column="Stability"
          nameOf={stabilityBin}
          under={({ low }) => (low === 0 ? '<1 d' : low === 365 ? '1 y' : `${low} d`)}
        />
      </Part>
      <Part
        title="Difficulty"
        says={
          difficulty.median === null
            ? 'It begins with the first answer.'
            : `Half of the cards have a difficulty of ${difficulty.median.toFixed(1)} or more, on a scale from 1 to 10.`
        }
        restsOn={`From ${count(cards, 'card')} that were answered.`}
        how={
          <p>
            Difficulty slows the growth of stability. It begins with the first grade, rises with
            Again and Hard, falls with Easy, and drifts back towards the middle with each answer.
          </p>
        }
      >
        <Histogram
          spread={difficulty}
          title="Cards by difficulty"
          column="Difficulty"
          nameOf={({ low, high }) => `${low} to ${high}`}
          under={({ low }) => String(low)}
        />
      </Part>
    </>
  )
}

function Histogram({
  spread: { bins, median },
  title,
  column,
  nameOf,
  under,
}: {
  spread: Spread
  title: string
  column: string
  nameOf: (bin: Bin) => string
  under: (bin: Bin) => string
}) {
  if (median === null) return null
  const filled = bins.filter((bin) => bin.cards > 0)
  return (
    <>
      <Strokes
        label={`${title}: ${filled.map((bin) => `${figure(bin.cards)} at ${nameOf(bin)}`).join(', ')}.`}
        strokes={bins.map((bin) => ({
          key: String(bin.low),
          value: bin.cards,
          name: under(bin),
          ...(bin.cards > 0 && { figure: figure(bin.cards) }),
        }))}
      />
      <Fold summary={`${title}, as a table`}>
        <Table
          caption={title}
          columns={[column, 'Cards']}
          rows={bins.map((bin) => [nameOf(bin), figure(bin.cards)] as const)}
        />
      </Fold>
    </>
  )
}
