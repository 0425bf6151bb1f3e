/** What the list of a deck's items shows of each, and which of them a filter lets through. */
import { type ItemState, itemState, nextTime, STATE_NAMES } from '@/app/items/memory-words'
import { isLeech } from '@/lib/core/memory/leech'
import type { StudyDay } from '@/lib/core/time/study-day'
import type { ItemView } from '@/lib/usecases/item-view'

export type RowState = ItemState | 'retired'
/** What the list can be narrowed to: a state, or what keeps slipping, whatever its state. */
export type Filter = 'all' | RowState | 'slipping'

export type Row = {
  readonly id: string
  readonly question: string
  readonly answer: string
  /** The decks it is in. */
  readonly decks: readonly string[]
  readonly state: RowState
  readonly slipping: boolean
  /** The state in words, with its reason or its day. */
  readonly note: string
}

export const FILTERS: readonly Filter[] = [
  'all',
  'new',
  'learning',
  'due',
  'remembered',
  'slipping',
  'suspended',
  'retired',
]

export const FILTER_NAMES: Record<Filter, string> = {
  all: 'All',
  ...STATE_NAMES,
  slipping: 'Keeps slipping',
  retired: 'Retired',
}

export function rowOf(item: ItemView, today: StudyDay): Row {
  const state: RowState = item.status === 'retired' ? 'retired' : itemState(item.cards, today)
  const { id, question, answer } = item
  const decks = item.decks.map((deck) => deck.id)
  const slipping = item.cards.some((card) => isLeech(card.state.memory))
  return { id, question, answer, decks, state, slipping, note: noteOf(item, state, today) }
}

export function isShown({ state, slipping }: Row, filter: Filter): boolean {
  return filter === 'all' || (filter === 'slipping' ? slipping : state === filter)
}

function noteOf(item: ItemView, state: RowState, today: StudyDay): string {
  if (state === 'retired') return 'Retired: the text no longer says it'
  if (state === 'suspended') {
    return item.suspendReason === '' ? 'Suspended' : `Suspended: ${item.suspendReason}`
  }
  const next = nextTime(item.cards, today)
  const buried = item.cards.some((card) => card.state.buriedOn === today)
  const when = buried ? 'back tomorrow' : next
  return when === null || state === 'due' ? STATE_NAMES[state] : `${STATE_NAMES[state]}, ${when}`
}
