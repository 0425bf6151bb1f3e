import { Check } from 'lucide-react'
import { Marked } from '@/app/components/marked'
import type { Bar, Histogram as Counted } from '@/lib/core/class/room-histogram'
import { letterOf, perCent } from './words'

/** What the class answered: a line for each answer, its length and its figures saying the same. */
export function Histogram({
  histogram,
  options,
  isList,
}: {
  histogram: Counted
  /** Of a choice, by which its letters go. */
  options: readonly string[]
  isList: boolean
}) {
  const { split, people, hands } = histogram
  if (people === 0) return <p className="text-quiet">Nobody answered.</p>
  if (split === null)
    return (
      <p>
        <span className="font-medium">{people} answered.</span>{' '}
        <span className="text-quiet">
          From fewer than five, what was answered is not shown: it would tell who answered what.
        </span>
      </p>
    )
  return (
    <>
      <p className="figures-text">
        <span className="font-medium">
          {split.right} of {people} {isList ? 'had all of it' : 'right'}
        </span>
        <span className="text-quiet">
          , {perCent(split.right / people)}
          {hands > 0 ? ` · ${hands} answered by hand` : ''}
        </span>
      </p>
      <ul className="mt-[0.8em] flex flex-col gap-[0.6em]">
        {split.bars.map((bar) => (
          <Line
            key={`${bar.kind} ${bar.words}`}
            bar={bar}
            people={people}
            letter={options.includes(bar.words) ? letterOf(options.indexOf(bar.words)) : null}
            isElement={isList}
          />
        ))}
      </ul>
    </>
  )
}

function Line({
  bar: { words, kind, devices, hands },
  people,
  letter,
  isElement,
}: {
  bar: Bar
  people: number
  letter: string | null
  isElement: boolean
}) {
  const all = devices + hands
  const share = (part: number) => `${(100 * part) / people}%`
  return (
    <li>
      <div className="flex flex-wrap items-baseline gap-x-[0.6em]">
        {letter ? <span className="text-quiet">{letter}</span> : null}
        <span
          className={`figures-text min-w-0 font-read wrap-anywhere ${kind === 'others' ? 'text-quiet' : ''}`}
        >
          <Marked text={words} />
        </span>
        {kind === 'right' && !isElement ? (
          <span className="inline-flex items-baseline gap-[0.2em] text-[0.8em] text-recalled">
            <Check aria-hidden className="size-[1em] translate-y-[0.15em]" /> the answer
          </span>
        ) : null}
        <span className="figures ml-auto font-medium">
          {all}
          {hands > 0 ? (
            <span className="text-[0.8em] font-normal text-quiet"> · {hands} by hand</span>
          ) : null}
        </span>
      </div>
      <div aria-hidden className="mt-[0.15em] flex h-[0.5em] border-b border-rule">
        <span
          className={kind === 'right' ? 'bg-recalled' : 'bg-graphite'}
          style={{ width: share(devices) }}
        />
        <span
          className={`border-2 border-l-0 ${kind === 'right' ? 'border-recalled' : 'border-graphite'}`}
          style={hands > 0 ? { width: share(hands) } : { display: 'none' }}
        />
      </div>
    </li>
  )
}
