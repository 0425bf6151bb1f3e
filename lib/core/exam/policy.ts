/** Policies decide day by day what is asked before an exam; none of them changes what a card's own schedule says. */
import { drawFor, drawn, fuzzRange } from '../memory/fuzz'
import type { MemoryState } from '../memory/state'
import { addDays, type StudyDay } from '../time/study-day'
import { type Belief, daysUntil } from './belief'
import type { LivingCard, LivingItem, Policy } from './world'

/** Says on which day a card is to be asked again; null for a new one. */
export type DayOf = (card: LivingCard) => StudyDay | null

/** The day on which recall has fallen to the desired retention, spread as due days are; a learning step is over at once. */
export function dayAtRetention(belief: Belief, retention: number): DayOf {
  const { fuzz, maximumIntervalDays } = belief.parameters
  const known = new WeakMap<LivingCard, { memory: MemoryState; day: StudyDay }>()
  const dayAfter = ({ id, memory }: LivingCard): StudyDay | null => {
    if (memory.phase === 'new') return null
    if (memory.phase !== 'review') return memory.lastStudyDay
    const until = Math.round(daysUntil(belief, retention, memory.stability))
    const days = Math.min(Math.max(1, until), maximumIntervalDays)
    const spread = fuzz
      ? drawn(fuzzRange(days, 0, maximumIntervalDays), drawFor(id, memory.reps))
      : days
    return addDays(memory.lastStudyDay, spread)
  }
  return (card) => {
    const before = known.get(card)
    if (before?.memory === card.memory) return before.day
    const day = dayAfter(card)
    if (day !== null) known.set(card, { memory: card.memory, day })
    return day
  }
}

/** The card's own due day, which no policy changes. */
export const ownDay: DayOf = ({ memory }) => (memory.phase === 'new' ? null : memory.dueDay)

/** The same, but no later than the last day before the exam. */
export function cappedAt(lastDay: StudyDay, dayOf: DayOf): DayOf {
  return (card) => {
    const day = dayOf(card)
    if (day === null || card.memory.phase === 'new' || card.memory.lastStudyDay >= lastDay)
      return day
    return day > lastDay ? lastDay : day
  }
}

/** Asks what its day has come for, and new items in their order, so many a day. */
export function byDay(dayOf: DayOf, newPerDay: number): Policy {
  return (today, items) => [
    ...items.filter((item) => isWanted(item, today, dayOf)),
    ...items.filter(isUnmet).slice(0, newPerDay),
  ]
}

export const isUnmet = ({ cards }: LivingItem): boolean =>
  cards.every(({ memory }) => memory.phase === 'new')

/** An item is asked when one of its cards is. */
export function isWanted({ cards }: LivingItem, today: StudyDay, dayOf: DayOf): boolean {
  return cards.some((card) => {
    const day = dayOf(card)
    return day !== null && day <= today
  })
}

/** The latest day on which one of its cards was asked; null where none was. */
export function lastAsked({ cards }: LivingItem): StudyDay | null {
  let last: StudyDay | null = null
  for (const { memory } of cards) {
    if (memory.phase !== 'new' && (last === null || memory.lastStudyDay > last)) {
      last = memory.lastStudyDay
    }
  }
  return last
}
