/** Cards after answers that a plan does not know of: given in another tab, or here before and not heard by the server yet. */
import type { CardId } from '../ids'
import { applyEvent } from '../memory/fold'
import type { CardState, SchedulingParameters } from '../memory/state'
import { dated } from '../review/dated'
import { effectiveEvents } from '../review/effective'
import type { ReviewEvent, ReviewEventInput } from '../review/event'
import { isTimeZone } from '../time/civil-time'
import { studyDayOf } from '../time/study-day'
import { loadAfter } from './load'
import type { SessionPlan } from './question'

type Heard = { readonly id: CardId; readonly state: CardState }

/**
 * The states that these events make of the given cards, those that change. An event whose undo is among them counts for
 * nothing; an undo of what the server has already is left to the server.
 */
export function statesAfter(
  states: Readonly<Record<CardId, CardState>>,
  events: readonly ReviewEventInput[],
  plan: Pick<SessionPlan, 'rolloverHour' | 'parameters'>,
): Heard[] {
  const known = events.filter((event) => states[event.cardId] !== undefined)
  const after = new Map<CardId, CardState>()
  for (const event of effectiveEvents(known.flatMap((each) => timed(each, plan.rolloverHour)))) {
    const state = after.get(event.cardId) ?? states[event.cardId]
    if (state) after.set(event.cardId, next(state, event, plan.parameters))
  }
  return [...after].map(([id, state]) => ({ id, state }))
}

function next(
  state: CardState,
  event: ReturnType<typeof effectiveEvents>[number],
  parameters: SchedulingParameters,
): CardState {
  // What the server has heard since is in the state already.
  if (state.memory.phase !== 'new' && state.memory.lastAt >= event.at) return state
  return applyEvent(event.cardId, state, event, parameters)
}

/** As the server will count it; nothing for what an older version of the app may have left behind. */
export function timed(event: ReviewEventInput, rolloverHour: number): ReviewEvent[] {
  const at = Date.parse(event.reviewedAt)
  if (Number.isNaN(at) || !isTimeZone(event.timeZone)) return []
  return [dated(event, at, studyDayOf(at, event.timeZone, rolloverHour))]
}

/** The plan as it is once what waits has been heard: cards that were answered are not asked again. */
export function planAfter(plan: SessionPlan, events: readonly ReviewEventInput[]): SessionPlan {
  const states: Record<CardId, CardState> = {}
  for (const { cards } of plan.questions) for (const card of cards) states[card.id] = card.state
  const heard = new Map(statesAfter(states, events, plan).map(({ id, state }) => [id, state]))
  if (heard.size === 0) return plan
  const questions = plan.questions.map((question) => ({
    ...question,
    cards: question.cards.map((card) => ({ ...card, state: heard.get(card.id) ?? card.state })),
  }))
  const changes = [...heard].flatMap(([id, after]) => {
    const before = states[id]
    return before ? [{ before, after }] : []
  })
  return { ...plan, questions, load: plan.load && loadAfter(plan.load, changes) }
}
