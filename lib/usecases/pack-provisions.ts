import 'server-only'
import type { ItemId } from '@/lib/core/ids'
import { forgettingOf } from '@/lib/core/memory/algorithm'
import {
  DAYS_PROVIDED,
  MOST_PROVIDED,
  nearestFirst,
  type Provision,
  type Provisions,
} from '@/lib/core/session/provisions'
import { PROVISIONS_VERSION } from '@/lib/core/session/provisions-version'
import { isWaiting, type Overlay } from '@/lib/core/session/queue'
import { addDays } from '@/lib/core/time/study-day'
import { store } from '@/lib/store/client'
import { decksOf } from '@/lib/store/deck'
import { queueItems } from '@/lib/store/queue'
import { parametersOf } from './parameters'
import { dueLoad, questionsOf } from './plan-session'
import { queueDay, reviewed } from './queue-day'
import type { Visit } from './visit'

/** Held back today, an item may be due tomorrow: it is taken along all the same, as is what is assigned for later days. */
function overlayOfAll(today: Overlay | null, ahead: readonly ItemId[]): Overlay | null {
  if (today === null && ahead.length === 0) return null
  return {
    wanted: today?.wanted ?? new Set(),
    heldBack: new Set(),
    assigned: new Set([...(today?.assigned ?? []), ...ahead]),
  }
}

/** Everything that a device needs to go on without a network, today and on the days after it. */
export async function packProvisions(visit: Visit): Promise<Provisions> {
  const { learner, studyDay } = visit
  const { parameters, name } = parametersOf(learner)
  const { day, done, waiting, catchingUp, assignedAhead } = await queueDay(visit)
  const [decks, load, rows] = await Promise.all([
    decksOf(store(), learner.id),
    dueLoad(visit, DAYS_PROVIDED),
    queueItems(store(), learner.id, {
      day: addDays(studyDay, DAYS_PROVIDED),
      dueItems: MOST_PROVIDED,
      newItems: Math.min(MOST_PROVIDED, learner.newPerDay * (DAYS_PROVIDED + 1)),
      forgetting: forgettingOf(parameters),
      overlay: overlayOfAll(day.overlay, assignedAhead.flat()),
    }),
  ])
  const names = new Map(decks.map(({ id, name }) => [id, name]))
  const nearest = nearestFirst(rows, day, MOST_PROVIDED, assignedAhead)
  const byItem = new Map(nearest.map((row) => [row.itemId, row]))
  const items = (await questionsOf(visit, nearest)).flatMap((question): Provision[] => {
    const row = byItem.get(question.itemId)
    if (!row) return []
    const { deckIds, ...item } = row
    const placed = deckIds.map((id) => ({ id, name: names.get(id) ?? '' }))
    return [{ ...item, ...question, decks: placed }]
  })
  const { gradeButtons, showIntervals, rolloverHour, newPerDay, budget, holdNew } = learner
  const due = waiting.reduce((sum, group) => sum + group.items, 0)
  const provided = items.filter((item) => isWaiting(item, day)).length
  return {
    version: PROVISIONS_VERSION,
    learnerId: learner.id,
    studyDay,
    settings: { gradeButtons, showIntervals },
    rolloverHour,
    newPerDay,
    ...{ parameters, load, budget, holdNew },
    catchUp: catchingUp ? learner.catchUp : null,
    parametersName: name,
    ownSeconds: day.ownSeconds,
    newDoneToday: day.newDoneToday,
    reviewedToday: reviewed(done),
    dueBeyond: Math.max(0, due - provided),
    overlay: day.overlay && {
      wanted: [...day.overlay.wanted],
      heldBack: [...day.overlay.heldBack],
      assigned: [...day.overlay.assigned],
    },
    assignedAhead,
    items,
  }
}
