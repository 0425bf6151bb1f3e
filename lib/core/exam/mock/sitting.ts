/**
 * A sitting is one go at a test: a fold over what was done. The same events in any order of arrival, delivered any number
 * of times, give the same sitting.
 */
import type { Given } from './question'
import type { SittingEvent } from './sitting-event'

export type SittingStart = {
  /** Milliseconds since 1970, the server's clock. */
  readonly startedAt: number
  /** null: no clock. */
  readonly minutes: number | null
}

/**
 * What was done this long after the end still counts. The page's clock is the server's, off by as much as a message takes
 * on its way (five seconds on a bad line), and what somebody was writing when the time was up is sent at the very end.
 * When it arrives does not matter: an answer that waited in a tunnel was given when it was given.
 */
export const GRACE_MS = 5_000

export type GivenAnswer = {
  readonly given: Given
  readonly at: number
  readonly ms: number
}

export type Sitting = SittingStart & {
  /** When the clock runs out; null where there is none, or it was switched off. */
  readonly deadline: number | null
  readonly extended: number
  readonly stage:
    | { readonly phase: 'open' }
    | { readonly phase: 'handedIn'; readonly at: number; readonly by: 'learner' | 'clock' }
  readonly answers: ReadonlyMap<number, GivenAnswer>
  readonly flagged: ReadonlySet<number>
  readonly contests: ReadonlyMap<number, string>
  /** The highest count among the events; the next one is one more. */
  readonly seq: number
}

type Of<K extends SittingEvent['kind']> = Extract<SittingEvent, { kind: K }>

/** The sitting at `now`: whoever looks after the deadline sees it handed in, whether or not anything was running then. */
export function foldSitting(
  start: SittingStart,
  events: readonly SittingEvent[],
  now: number,
): Sitting {
  const ordered = inOrder(events)
  const { deadline, extended } = timeOf(start, ordered)
  const end = endOf(ordered, deadline)
  const done = end === null ? ordered : ordered.filter((event) => isBefore(event, end))
  const answers = new Map<number, GivenAnswer>()
  const flags = new Map<number, boolean>()
  for (const event of done) {
    if (event.kind === 'answer') {
      const { given, at, ms } = event
      answers.set(event.question, { given, at, ms })
    } else if (event.kind === 'flag') flags.set(event.question, event.flagged)
  }
  const handedIn = end && (end.by === 'learner' || now > end.at)
  return {
    ...start,
    deadline,
    extended,
    stage: handedIn ? { phase: 'handedIn', at: end.at, by: end.by } : { phase: 'open' },
    answers,
    flagged: new Set([...flags].filter(([, flagged]) => flagged).map(([question]) => question)),
    contests: handedIn ? contestsOf(ordered) : new Map(),
    seq: ordered.reduce((most, { seq }) => Math.max(most, seq), 0),
  }
}

/** Each id once, by count, then by time, then by id. */
function inOrder(events: readonly SittingEvent[]): SittingEvent[] {
  return [...new Map(events.map((event) => [event.id, event])).values()].sort(
    (a, b) => a.seq - b.seq || a.at - b.at || (a.id < b.id ? -1 : 1),
  )
}

/** The minutes of a clock with so many per cent more; a started minute counts as one. */
export const withExtraTime = (minutes: number, percent: number): number =>
  Math.ceil((minutes * (100 + percent)) / 100)

/** More time, or no clock at all, is to be had as long as there is time left. */
function timeOf({ startedAt, minutes }: SittingStart, ordered: readonly SittingEvent[]) {
  if (minutes === null) return { deadline: null, extended: 0 }
  let extended = 0
  const deadline = () => startedAt + (minutes + extended) * 60_000
  for (const event of [...ordered].sort((a, b) => a.at - b.at)) {
    if (event.kind !== 'extend' && event.kind !== 'clockOff') continue
    if (event.at > deadline() + GRACE_MS) break
    if (event.kind === 'clockOff') return { deadline: null, extended }
    extended += event.minutes
  }
  return { deadline: deadline(), extended }
}

type End = {
  readonly at: number
  readonly by: 'learner' | 'clock'
  /** What handed it in. */
  readonly event: Of<'handIn'> | null
}

/** The first handing in counts; after the deadline it is the clock that did it. */
function endOf(ordered: readonly SittingEvent[], deadline: number | null): End | null {
  const event = ordered.find((one): one is Of<'handIn'> => one.kind === 'handIn') ?? null
  if (event && (deadline === null || event.at < deadline))
    return { at: event.at, by: 'learner', event }
  return deadline === null ? null : { at: deadline, by: 'clock', event }
}

/**
 * Whether something was done before the end: counted before the handing in, by a page that did not know of it where another
 * one did, and not later than the end by the clock.
 */
function isBefore(event: SittingEvent, { at, event: handIn }: End): boolean {
  if (event.at > at + GRACE_MS) return false
  return handIn === null || event.seq <= handIn.seq
}

function contestsOf(ordered: readonly SittingEvent[]): Map<number, string> {
  const contests = new Map<number, string>()
  for (const event of ordered) {
    if (event.kind !== 'contest') continue
    if (event.reason.trim() === '') contests.delete(event.question)
    else contests.set(event.question, event.reason)
  }
  return contests
}

/**
 * The time of an event as the server keeps it: no later than it arrived, no earlier than the sitting began. A clock that
 * runs ahead gains nothing, and one that runs behind loses nothing.
 */
export const heldTime = (at: number, { startedAt }: SittingStart, receivedAt: number): number =>
  Math.max(startedAt, Math.min(at, receivedAt))
