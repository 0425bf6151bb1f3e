/** A session whose plan is made anew while it runs: the page is set again, as when the server hears of the device's zone. */
import type { SessionPlan } from './question'
import { startSession } from './session'
import type { Session } from './state'
import { dayOf, toCome } from './turn'

/**
 * The session to go on with. What has been done in it stays, and so does what is on the table: the question, its answer
 * where that is shown, and how long it has been there. Days are the new plan's. What comes after follows the new plan,
 * unless something was done already or the new plan does not have the question.
 */
export function replan(session: Session, plan: SessionPlan): Session {
  const { stage, history } = session
  if (history.length > 0) return inZoneOf(session, plan)
  const fresh = startSession(plan)
  if (stage.phase === 'summary') return fresh
  const itemId = session.plan.questions[stage.turn.question]?.itemId
  const question = plan.questions.findIndex((each) => each.itemId === itemId)
  const known = question >= 0 && stage.turn.asked.every((id) => fresh.cards[id] !== undefined)
  if (stage.phase === 'answer' && !known) return inZoneOf(session, plan)
  if (!known || (stage.phase === 'question' && !asks(fresh, question))) return fresh
  const others = fresh.order.filter((index) => index !== question)
  return {
    ...fresh,
    order: [question, ...others],
    next: 1,
    clock: Math.max(session.clock, fresh.clock),
    stage: { ...stage, turn: { ...stage.turn, question } },
  }
}

/** Whether it asks this question, now or later: not if it has been answered elsewhere meanwhile. */
const asks = (session: Session, question: number): boolean =>
  (session.stage.phase !== 'summary' && session.stage.turn.question === question) ||
  toCome(session, dayOf(session, session.clock)).includes(question)

const inZoneOf = (
  session: Session,
  { studyDay, timeZone, rolloverHour }: SessionPlan,
): Session => ({
  ...session,
  plan: { ...session.plan, studyDay, timeZone, rolloverHour },
})
