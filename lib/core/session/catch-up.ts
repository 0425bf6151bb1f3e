/** Catching up: a backlog after an absence is worked off at a pace, until a day that can be said beforehand. */
import type { CatchUp } from '../learner'
import { algorithmFor, nextStrength } from '../memory/algorithm'
import { draw } from '../memory/draw'
import { recallAfter } from '../memory/forgetting'
import type { MemoryState, SchedulingParameters } from '../memory/state'
import { addDays, type StudyDay } from '../time/study-day'

/** Paces that can be chosen, in questions a day. */
const PACES = [5, 10, 20, 30, 50, 80, 120, 200] as const
/** A plan that takes longer is none. */
const LONGEST_DAYS = 180
/** The pace that is proposed takes no more than this, where one does. */
const COMFORTABLE_DAYS = 10
const MOST_OFFERED = 4

export type Backlog = {
  readonly today: StudyDay
  /** Questions that are due now. */
  readonly waiting: number
  /** Due questions answered today. */
  readonly doneToday: number
  /** Questions that fall due on each of the coming days, tomorrow first, from what is known today. */
  readonly ahead: readonly number[]
  /** Memories of what waits, all or some; what is not among them is taken to be like them. */
  readonly sample: readonly MemoryState[]
  readonly parameters: SchedulingParameters
}

export type Pace = {
  readonly perDay: number
  /** The day on which nothing that is due is left. */
  readonly lastDay: StudyDay
}

/** Whether a plan has done what it was made for: all that is due today is no more than a day's share. */
export function isOver({ perDay }: CatchUp, waiting: number, doneToday: number): boolean {
  return waiting + doneToday <= perDay
}

/** What the plan leaves for the rest of the day. */
export const shareLeft = ({ perDay }: CatchUp, doneToday: number): number =>
  Math.max(0, perDay - doneToday)

/**
 * The paces worth offering, with the days they end on, and the one to propose: the slowest that ends within ten days.
 * `wanted` is among them where it ends at all.
 */
export function pacesFor(
  backlog: Backlog,
  wanted: number | null = null,
): { readonly paces: readonly Pace[]; readonly proposed: Pace | null } {
  const tried = [...new Set([...PACES, ...(wanted === null ? [] : [wanted])])]
    .filter((perDay) => perDay < backlog.waiting + backlog.doneToday)
    .sort((a, b) => a - b)
  const ending = tried.flatMap((perDay): Pace[] => {
    const lastDay = endOf(backlog, perDay)
    return lastDay === null ? [] : [{ perDay, lastDay }]
  })
  const proposed =
    ending.find((pace) => pace.perDay === wanted) ??
    ending.find((pace) => pace.lastDay - backlog.today < COMFORTABLE_DAYS) ??
    ending.at(-1) ??
    null
  const at = proposed ? ending.indexOf(proposed) : 0
  const from = Math.max(0, Math.min(at - 1, ending.length - MOST_OFFERED))
  return { paces: ending.slice(from, from + MOST_OFFERED), proposed }
}

/** One question of the forecast: what it is like, and when it was last answered. */
type Waiting = {
  readonly stability: number
  readonly difficulty: number
  readonly last: number
}

/**
 * The last day of a backlog at a pace, null where it does not end within half a year. Played through day by day: what
 * is due now, what falls due meanwhile, and what comes back, remembered or forgotten as the forgetting curve says, with
 * lots that are always drawn alike. What comes in is worked off in the order in which it came.
 */
export function endOf(backlog: Backlog, perDay: number): StudyDay | null {
  const like = likeness(backlog)
  const queue = Array.from({ length: backlog.waiting }, (_, i) => like(i, 0))
  const back = new Map<number, Waiting[]>()
  let at = 0
  for (let day = 0; day < LONGEST_DAYS; day++) {
    const arriving = day === 0 ? 0 : (backlog.ahead[day - 1] ?? 0)
    for (let i = 0; i < arriving; i++) queue.push(like(queue.length, day))
    queue.push(...(back.get(day) ?? []))
    const room = day === 0 ? Math.max(0, perDay - backlog.doneToday) : perDay
    for (const end = Math.min(queue.length, at + room); at < end; at++) {
      const asked = queue[at]
      if (!asked) break
      const { due, ...next } = answered(asked, day, draw(`${at}:${day}`), backlog.parameters)
      back.set(due, [...(back.get(due) ?? []), next])
    }
    if (at === queue.length) return addDays(backlog.today, day)
  }
  return null
}

/** The n-th question: one of those that wait; one that falls due later has been left for its interval by then. */
function likeness({ sample, today, parameters }: Backlog): (n: number, day: number) => Waiting {
  const known = sample.flatMap((memory) => (memory.phase === 'review' ? memory : []))
  const algorithm = algorithmFor(parameters)
  return (n, day) => {
    const one = known[n % known.length]
    if (!one) return { stability: 1, difficulty: 5, last: day - 1 }
    const { stability, difficulty } = one
    const last = day === 0 ? one.lastStudyDay - today : day - algorithm.next_interval(stability, 0)
    return { stability, difficulty, last }
  }
}

function answered(
  { last, ...strength }: Waiting,
  day: number,
  lot: number,
  parameters: SchedulingParameters,
): Waiting & { readonly due: number } {
  const algorithm = algorithmFor(parameters)
  const elapsed = Math.max(1, day - last)
  const recalled = lot < recallAfter(elapsed, strength.stability, algorithm.forgetting)
  const next = nextStrength(algorithm, strength, elapsed, recalled ? 3 : 1, 'typed')
  const interval = Math.max(1, algorithm.next_interval(next.stability, elapsed))
  return { ...next, last: day, due: day + interval }
}
