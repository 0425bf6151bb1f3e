/** The fold for anyone to check: from a log of events to what is cached on the cards. */
import { groupBy } from '../../group-by'
import { formatStudyDay } from '../../time/study-day'
import { foldCard } from '../fold'
import { DEFAULT_PARAMETERS } from '../parameters'
import type { ReplayLog } from './read-log'

export type ReplayedCard = {
  readonly stability: number
  readonly difficulty: number
  /** YYYY-MM-DD */
  readonly dueDay: string
  readonly reps: number
  readonly lapses: number
}

/** By id, in the order of the ids. A card with nothing that counts is as one never answered, and is left out. */
export function replay(log: ReplayLog, fuzz: boolean): Record<string, ReplayedCard> {
  const parameters = { ...DEFAULT_PARAMETERS, ...log.parameters, fuzz }
  const cards = [...groupBy(log.events, (event) => event.cardId)].flatMap(([cardId, events]) => {
    const { memory } = foldCard(cardId, events, parameters)
    if (memory.phase === 'new') return []
    const { stability, difficulty, dueDay, reps, lapses } = memory
    return [
      [cardId, { stability, difficulty, dueDay: formatStudyDay(dueDay), reps, lapses }] as const,
    ]
  })
  return Object.fromEntries(cards.sort(([a], [b]) => (a < b ? -1 : 1)))
}
