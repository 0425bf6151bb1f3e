import { count } from '@/app/components/dates'
import { percent } from '@/app/components/recall'
import type { StudyDay } from '@/lib/core/time/study-day'
import type { ItemView } from '@/lib/usecases/item-view'
import {
  dayWords,
  difficultyWords,
  dueWords,
  itemState,
  nextTime,
  STATE_NAMES,
  stabilityWords,
} from '../memory-words'

/** What is remembered of an item, said plainly; of a list, element by element. */
export function Memory({ item, today }: { item: ItemView; today: StudyDay }) {
  const [only] = item.cards
  if (item.cards.length === 0) {
    return <p className="text-quiet">It is not studied: keep it, or restore it, and it will be.</p>
  }
  if (item.elements.length > 0) return <ElementMemories item={item} today={today} />
  return (
    <dl className="flex flex-col gap-3">
      <Line name="State">
        {STATE_NAMES[itemState(item.cards, today)]}
        {item.suspended && item.suspendReason !== '' ? `: ${item.suspendReason}` : ''}
      </Line>
      {only?.state.buriedOn === today ? <Line name="Buried">until tomorrow</Line> : null}
      {only && only.state.memory.phase !== 'new' ? (
        <>
          <Line name="Due">
            {dueWords(only.state.memory.dueDay, today)}, {dayWords(only.state.memory.dueDay)}
          </Line>
          {/* Within a day the model has nothing true to say. */}
          {item.recall === null || only.state.memory.lastStudyDay >= today ? null : (
            <Line name="Chance of recalling it now">{percent(item.recall)}</Line>
          )}
          <Line name="Holds" under="until recall falls to 90 %">
            {stabilityWords(only.state.memory.stability)}
          </Line>
          <Line name="Difficulty">{difficultyWords(only.state.memory.difficulty)}</Line>
          <Line name="Reviews">
            {count(only.state.memory.reps, 'review')}, forgotten{' '}
            {count(only.state.memory.lapses, 'time')}
          </Line>
        </>
      ) : (
        <Line name="Reviews">none yet</Line>
      )}
    </dl>
  )
}

function Line({
  name,
  under,
  children,
}: {
  name: string
  under?: string
  children: React.ReactNode
}) {
  return (
    <div>
      <dt className="text-note text-quiet">{name}</dt>
      <dd className="figures-text">
        {children}
        {under ? <span className="text-quiet"> {under}</span> : null}
      </dd>
    </div>
  )
}

function ElementMemories({ item, today }: { item: ItemView; today: StudyDay }) {
  return (
    <table className="w-full border-collapse text-note">
      <caption className="mb-2 text-left text-quiet">
        Each element is remembered by itself.
        {item.suspended && item.suspendReason !== '' ? ` Suspended: ${item.suspendReason}.` : ''}
      </caption>
      <thead>
        <tr className="border-b border-rule text-left text-quiet">
          <th scope="col" className="py-1 pr-3 font-normal">
            Element
          </th>
          <th scope="col" className="py-1 pr-3 font-normal">
            State
          </th>
          <th scope="col" className="py-1 font-normal">
            Due
          </th>
        </tr>
      </thead>
      <tbody>
        {item.elements.map((element) => {
          const cards = item.cards.filter((card) => card.elementKey === element.key)
          return (
            <tr key={element.key} className="border-b border-rule align-top">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                {element.text}
              </th>
              <td className="py-1.5 pr-3">{STATE_NAMES[itemState(cards, today)]}</td>
              <td className="py-1.5">{nextTime(cards, today) ?? '–'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
