import 'server-only'
import { type Pace, pacesFor } from '@/lib/core/session/catch-up'
import { estimateMinutes } from '@/lib/core/session/estimate'
import { askOf, type Counts, holdsNew } from '@/lib/core/session/queue'
import { addDays, formatStudyDay } from '@/lib/core/time/study-day'
import { store } from '@/lib/store/client'
import { dayOfDate } from '@/lib/store/day'
import { countNew, dueByDay } from '@/lib/store/queue'
import { libraryOf } from './list-library'
import { reviewed } from './queue-day'
import { type DayAhead, readOutlook } from './read-outlook'
import { type DeckSummary, loadWaiting, type TextSummary } from './summaries'
import { type TodaysQueue, todaysQueue } from './todays-queue'
import type { Visit } from './visit'

export type Today = {
  /** YYYY-MM-DD */
  readonly studyDay: string
  /** Everything that waits; new ones within today's limit, none while they are held back. */
  readonly counts: Counts
  /** What a session begun now would ask, and about how long it will take. */
  readonly session: { readonly questions: number; readonly minutes: number }
  /** New items of today that wait until the backlog is worked off. */
  readonly held: number
  readonly catchUp: CatchingUp
  /** New items of live decks beyond today's limit, there to be taken; counted up to some dozens. */
  readonly newAvailable: number
  readonly ahead: readonly DayAhead[]
  readonly texts: readonly TextSummary[]
  readonly decks: readonly DeckSummary[]
  /** Items answered today. */
  readonly reviewedToday: number
}

/** A pace, in questions a day, and the day (YYYY-MM-DD) on which nothing that is due would be left. */
export type PaceChoice = { readonly perDay: number; readonly lastDay: string }

export type CatchingUp =
  | { readonly state: 'none' }
  /** There is more than a day holds. */
  | {
      readonly state: 'offered'
      readonly paces: readonly PaceChoice[]
      readonly proposed: PaceChoice
    }
  /** `lastDay` null: at this pace the backlog does not end within half a year. */
  | {
      readonly state: 'going'
      readonly perDay: number
      readonly lastDay: string | null
      /** Of today's share: how much is done. */
      readonly done: number
      readonly paces: readonly PaceChoice[]
    }

/** Counted beyond the day's limit; more need not be known to offer some. */
const MOST_COUNTED = 50

export async function getToday(visit: Visit): Promise<Today> {
  const [today, waiting, { ahead }] = await Promise.all([
    todaysQueue(visit),
    loadWaiting(visit),
    readOutlook(visit),
  ])
  const { day, done, queue } = today
  const assigned = day.overlay?.assigned.size ?? 0
  const left = Math.max(0, day.newPerDay - day.newDoneToday - assigned)
  const [library, available, catchUp] = await Promise.all([
    libraryOf(visit, waiting),
    countNew(store(), visit.learner.id, { ...day, day: visit.studyDay }, left + MOST_COUNTED),
    catchingUp(visit, today),
  ])
  const isHeld = holdsNew(day, today.left)
  const fresh = Math.min(left, available)
  return {
    studyDay: formatStudyDay(visit.studyDay),
    counts: { new: assigned + (isHeld ? 0 : fresh), ...countsOf(today) },
    session: {
      questions: queue.length,
      minutes: estimateMinutes(
        queue.map((row) => askOf(row, day)),
        day.ownSeconds,
      ),
    },
    held: isHeld ? fresh : 0,
    catchUp,
    newAvailable: Math.max(0, available - (isHeld ? 0 : fresh)),
    ahead,
    texts: library.texts,
    decks: library.decks,
    reviewedToday: done.items,
  }
}

function countsOf({ waiting }: TodaysQueue): Pick<Counts, 'learning' | 'due'> {
  const of = (turn: 'learning' | 'due') =>
    waiting.reduce((sum, group) => sum + (group.turn === turn ? group.items : 0), 0)
  return { learning: of('learning'), due: of('due') }
}

/** Without a budget, a backlog is what takes longer than this. */
const LONG_SESSION_MINUTES = 20
/** So far the forecast knows what falls due; what comes later than half a year ends no plan. */
const FORECAST_DAYS = 180

async function catchingUp(visit: Visit, today: TodaysQueue): Promise<CatchingUp> {
  const { catchUp } = visit.learner
  const plan = today.catchingUp ? catchUp : null
  if (plan === null && !isBacklog(today)) return { state: 'none' }
  const rows = await dueByDay(store(), visit.learner.id, addDays(visit.studyDay, 1), FORECAST_DAYS)
  const perDay = new Map(rows.map((row) => [dayOfDate(row.day), row.items]))
  const done = reviewed(today.done)
  const { paces, proposed } = pacesFor(
    {
      today: visit.studyDay,
      waiting: today.due,
      doneToday: done,
      ahead: Array.from(
        { length: FORECAST_DAYS },
        (_, n) => perDay.get(addDays(visit.studyDay, n + 1)) ?? 0,
      ),
      sample: today.sample,
      parameters: today.day.parameters,
    },
    plan?.perDay ?? (today.day.budget.kind === 'cards' ? today.day.budget.size : null),
  )
  const choices = paces.map(choiceOf)
  if (plan) {
    const own = choices.find((pace) => pace.perDay === plan.perDay)
    return {
      state: 'going',
      perDay: plan.perDay,
      lastDay: own?.lastDay ?? null,
      done: Math.min(done, plan.perDay),
      paces: choices,
    }
  }
  return proposed
    ? { state: 'offered', paces: choices, proposed: choiceOf(proposed) }
    : { state: 'none' }
}

const choiceOf = ({ perDay, lastDay }: Pace): PaceChoice => ({
  perDay,
  lastDay: formatStudyDay(lastDay),
})

/** After days without study there is more than the budget holds, or than a long session does. */
function isBacklog({ day, waiting, due }: TodaysQueue): boolean {
  if (waiting.every(({ overdue }) => overdue === 0)) return false
  if (day.budget.kind === 'cards') return due > day.budget.size
  const minutes = estimateMinutes(
    waiting.map(({ elements, items }) => ({
      form: elements > 0 ? 'list' : 'typed',
      elements,
      fresh: false,
      times: items,
    })),
    day.ownSeconds,
  )
  return minutes > (day.budget.kind === 'minutes' ? day.budget.size : LONG_SESSION_MINUTES)
}
