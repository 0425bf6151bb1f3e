/**
 * The fold: a card's state is a function of its events. Undo, offline study, two devices, new parameters and a new
 * version of the scheduler are all the same operation: fold again.
 */
import type { CardId } from '../ids'
import { type EffectiveEvent, effectiveEvents } from '../review/effective'
import type { ReviewEvent } from '../review/event'
import { type Answer, applyReviews } from './schedule'
import type { DueWith } from './scheduled-with'
import type { CardState, SchedulingParameters } from './state'

/** A card nobody has answered yet. */
export const NEW_CARD: CardState = { memory: { phase: 'new' }, buriedOn: null, suspended: null }

/**
 * `events` in any order, with repetitions; those of other cards are left out. Without `dueWith` the due day follows the
 * same parameters as the memory.
 */
export function foldCard(
  cardId: CardId,
  events: readonly ReviewEvent[],
  parameters: SchedulingParameters,
  dueWith?: DueWith,
): CardState {
  const own = effectiveEvents(events.filter((event) => event.cardId === cardId))
  const state = applyEvents(cardId, NEW_CARD, own, parameters)
  if (!dueWith || state.memory.phase === 'new') return state
  const last = own.findLast((event) => event.kind === 'review')
  const setWith = (last && dueWith(last)) ?? parameters
  if (setWith === parameters) return state
  const { memory } = applyEvents(cardId, NEW_CARD, own, setWith)
  if (memory.phase === 'new') return state
  const { dueDay, dueAt } = memory
  return { ...state, memory: { ...state.memory, dueDay, dueAt } }
}

/** One event on top of a state: equal to the fold where the event is the card's latest and none was taken back. */
export function applyEvent(
  cardId: CardId,
  state: CardState,
  event: EffectiveEvent,
  parameters: SchedulingParameters,
): CardState {
  return applyEvents(cardId, state, [event], parameters)
}

function applyEvents(
  cardId: CardId,
  from: CardState,
  events: readonly EffectiveEvent[],
  parameters: SchedulingParameters,
): CardState {
  let answers: Answer[] = []
  let { memory, buriedOn, suspended } = from
  for (const event of events) {
    switch (event.kind) {
      case 'review':
        answers.push(event)
        break
      case 'bury':
        buriedOn = event.studyDay
        break
      case 'suspend':
        suspended = { reason: event.reason }
        break
      case 'resume':
        // Whoever asks for a card again means today, buried or not.
        buriedOn = null
        suspended = null
        break
      case 'reset':
        memory = NEW_CARD.memory
        answers = []
        break
    }
  }
  return {
    memory: applyReviews(cardId, memory, answers, parameters),
    buriedOn,
    suspended,
  }
}
