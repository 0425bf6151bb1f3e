/** When a card keeps slipping: it is brought up right after it was forgotten again, and may rest. */
import type { ReviewId } from '../ids'
import { isLeechAlarm, LEECH_REASON } from '../memory/leech'
import { commit, type Unsigned } from './record'
import type { Session, Slip, Turn } from './state'
import { moveOn, stateOf } from './turn'

const lapsesOf = (session: Session, cardId: Turn['asked'][number]): number => {
  const { memory } = stateOf(session, cardId)
  return memory.phase === 'new' ? 0 : memory.lapses
}

/** Which of the cards just answered were forgotten the eighth time, or every fourth after; null where none was. */
export function slipAfter(before: Session, after: Session, turn: Turn): Slip | null {
  const slipped = turn.asked.filter((id) => {
    const lapses = lapsesOf(after, id)
    return lapses > lapsesOf(before, id) && isLeechAlarm(lapses)
  })
  if (slipped.length === 0) return null
  const lapses = Math.max(...slipped.map((id) => lapsesOf(after, id)))
  return { question: turn.question, cardIds: slipped, lapses }
}

/** Suspends what slipped, and only that: the other elements of a list go on being asked. */
export function rest(session: Session, now: number, ids: readonly ReviewId[]): Session {
  const { slip, stage } = session
  if (!slip) return session
  const what = { kind: 'suspend', reason: LEECH_REASON } as const
  const events = slip.cardIds
    .filter((id) => stateOf(session, id).suspended === null)
    .map((cardId): Unsigned => ({ ...what, cardId }))
  const at = Math.max(now, session.clock + 1)
  const done = commit(session, slip.question, what, events, at, ids)
  if (done === session) return session
  // With nothing else left, it may be what would be asked next.
  const isNext = stage.phase !== 'summary' && stage.turn.question === slip.question
  return isNext ? moveOn(done, slip.question) : meetNow(done, at)
}

/** The clock of the next question begins when it is seen. */
export function leaveSlip(session: Session, now: number): Session {
  if (!session.slip) return session
  return meetNow(session, Math.max(session.clock, now))
}

function meetNow(session: Session, met: number): Session {
  const { stage } = session
  const left = { ...session, clock: met, slip: null }
  if (stage.phase !== 'question') return left
  return { ...left, stage: { ...stage, turn: { ...stage.turn, shownAt: met } } }
}
