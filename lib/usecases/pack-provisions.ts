import 'server-only'
import {
  DAYS_PROVIDED,
  MOST_PROVIDED,
  nearestFirst,
  PROVISIONS_VERSION,
  type Provision,
  type Provisions,
} from '@/lib/core/session/provisions'
import { addDays } from '@/lib/core/time/study-day'
import { store } from '@/lib/store/client'
import { decksOf } from '@/lib/store/deck'
import { queueItems } from '@/lib/store/queue'
import { parametersOf } from './parameters'
import { questionsOf } from './plan-session'
import { queueDay } from './queue-day'
import type { Visit } from './visit'

/** Everything that a device needs to go on without a network, today and on the days after it. */
export async function packProvisions(visit: Visit): Promise<Provisions> {
  const { learner, studyDay } = visit
  const [{ day }, decks, rows] = await Promise.all([
    queueDay(visit),
    decksOf(store(), learner.id),
    queueItems(store(), learner.id, {
      day: addDays(studyDay, DAYS_PROVIDED),
      newPerDeck: learner.newPerDay * (DAYS_PROVIDED + 1),
    }),
  ])
  const names = new Map(decks.map(({ id, name }) => [id, name]))
  const nearest = nearestFirst(rows, day, MOST_PROVIDED)
  const byItem = new Map(nearest.map((row) => [row.itemId, row]))
  const items = (await questionsOf(visit, nearest)).flatMap((question): Provision[] => {
    const row = byItem.get(question.itemId)
    if (!row) return []
    const { deckIds, ...item } = row
    const placed = deckIds.map((id) => ({ id, name: names.get(id) ?? '' }))
    return [{ ...item, ...question, decks: placed }]
  })
  const { parameters, name } = parametersOf(learner)
  const { gradeButtons, showIntervals, rolloverHour, newPerDay } = learner
  return {
    version: PROVISIONS_VERSION,
    learnerId: learner.id,
    studyDay,
    settings: { gradeButtons, showIntervals },
    rolloverHour,
    newPerDay,
    parameters,
    parametersName: name,
    load: null,
    newDoneToday: day.newDoneToday,
    items,
  }
}
