/** What is remembered of an item, in words: its state, when it comes again, how firmly it holds. */
import type { CardState } from '@/lib/core/memory/state'
import { formatStudyDay, type StudyDay } from '@/lib/core/time/study-day'
import { count } from '../components/dates'

export const ITEM_STATES = ['new', 'learning', 'due', 'remembered', 'suspended'] as const
export type ItemState = (typeof ITEM_STATES)[number]

export const STATE_NAMES: Record<ItemState, string> = {
  new: 'New',
  learning: 'Learning',
  due: 'Due',
  remembered: 'Remembered',
  suspended: 'Suspended',
}

type Cards = readonly { readonly state: CardState }[]

/** A list item is what most needs doing: learning before due before new before remembered. */
export function itemState(cards: Cards, today: StudyDay): ItemState {
  const asked = cards.filter((card) => card.state.suspended === null)
  if (cards.length > 0 && asked.length === 0) return 'suspended'
  const states = new Set(asked.map((card) => cardState(card.state, today)))
  return (['learning', 'due', 'new', 'remembered'] as const).find((s) => states.has(s)) ?? 'new'
}

function cardState({ memory }: CardState, today: StudyDay): ItemState {
  if (memory.phase === 'new') return 'new'
  if (memory.phase !== 'review') return 'learning'
  return memory.dueDay <= today ? 'due' : 'remembered'
}

/** 'in 4 days', 'today', or null where no day is set: nothing was answered yet, or it is suspended. */
export function nextTime(cards: Cards, today: StudyDay): string | null {
  const days = cards.flatMap(({ state }) =>
    state.suspended === null && state.memory.phase !== 'new' ? [state.memory.dueDay] : [],
  )
  const [first] = days.sort((a, b) => a - b)
  return first === undefined ? null : dueWords(first, today)
}

const DATE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

export function dueWords(day: StudyDay, today: StudyDay): string {
  const away = day - today
  if (away < 0) return `${count(-away, 'day')} ago`
  if (away === 0) return 'today'
  if (away === 1) return 'tomorrow'
  return away <= 30 ? `in ${away} days` : `on ${dayWords(day)}`
}

/** 12 March 2027 */
export function dayWords(day: StudyDay): string {
  return DATE.format(new Date(`${formatStudyDay(day)}T00:00:00Z`))
}

/** Stability is the time until recall falls to 90 %. */
export function stabilityWords(days: number): string {
  if (days < 1) return 'less than a day'
  if (days < 60) return count(Math.round(days), 'day')
  if (days < 730) return count(Math.round(days / 30.44), 'month')
  return `${(days / 365.25).toFixed(1)} years`
}

/** Difficulty runs from 1 to 10. */
export function difficultyWords(difficulty: number): string {
  const word = difficulty < 3.5 ? 'easy' : difficulty < 6.5 ? 'middling' : 'hard'
  return `${word} (${difficulty.toFixed(1)} of 10)`
}
