/**
 * A card's history is its log read answer by answer: what its memory was before each, as the fold over the events
 * before it has it. Everything that is said of the past is counted from this.
 */
import type { CardId } from '../ids'
import type { Form } from '../items/item'
import { applyEvent, NEW_CARD } from '../memory/fold'
import type { DueWith } from '../memory/scheduled-with'
import type { CardState, MemoryState, SchedulingParameters } from '../memory/state'
import { type EffectiveEvent, effectiveEvents } from '../review/effective'
import type { Grade, ReviewEvent } from '../review/event'
import type { StudyDay } from '../time/study-day'

export type PastReview = {
  readonly studyDay: StudyDay
  readonly grade: Grade
  readonly form: Form
  readonly durationMs: number
  readonly before: MemoryState
  /**
   * The card's first review on its study day: only of these the model says anything. (One who flies west can study on
   * an earlier day than before; the fold lets no time pass then, and such a review is no first.)
   */
  readonly firstOfDay: boolean
  /** How many first reviews of a later day there were before, and how many of those were forgotten. */
  readonly spacedBefore: number
  readonly forgottenBefore: number
}

/** Whole study days, both included, on which the card was due and nothing was done with it. */
export type Wait = { readonly from: StudyDay; readonly until: StudyDay }

export type CardHistory = {
  /** Every answer that was not taken back, in order of time. */
  readonly answers: readonly PastReview[]
  /** Those that the memory still rests on: all, or those after the card was started over. */
  readonly remembered: readonly PastReview[]
  readonly waits: readonly Wait[]
  readonly state: CardState
}

/**
 * `events` of the card in any order, with repetitions. The past ends before `today`. `dueWith` as in the fold: a due day
 * that was set with other parameters stays what it was.
 */
export function historyOf(
  cardId: CardId,
  events: readonly ReviewEvent[],
  parameters: SchedulingParameters,
  today: StudyDay,
  dueWith?: DueWith,
): CardHistory {
  const answers: PastReview[] = []
  const waits: Wait[] = []
  let remembered: PastReview[] = []
  let state = NEW_CARD
  let lastDay: StudyDay | null = null
  const effective = effectiveEvents(events)
  const step = stepper(cardId, effective, parameters, dueWith)
  for (const event of effective) {
    if (lastDay !== null) addWait(waits, state, lastDay, event.studyDay)
    const after = step(event)
    if (event.kind === 'review') {
      const review = pastReview(event, state.memory, remembered.at(-1))
      answers.push(review)
      remembered.push(review)
    } else if (event.kind === 'reset') {
      remembered = []
    }
    state = after
    lastDay = event.studyDay
  }
  if (lastDay !== null) addWait(waits, state, lastDay, today)
  return { answers, remembered, waits, state }
}

/** Folds event by event: the memory by `parameters`, each due day by those that set it. */
function stepper(
  cardId: CardId,
  events: readonly EffectiveEvent[],
  parameters: SchedulingParameters,
  dueWith: DueWith | undefined,
): (event: EffectiveEvent) => CardState {
  const setWith = (event: EffectiveEvent) =>
    (event.kind === 'review' && dueWith?.(event)) || parameters
  const states = new Map<SchedulingParameters, CardState>([[parameters, NEW_CARD]])
  for (const event of events) states.set(setWith(event), NEW_CARD)
  if (states.size === 1) {
    let state = NEW_CARD
    return (event) => {
      state = applyEvent(cardId, state, event, parameters)
      return state
    }
  }
  let dueDay: StudyDay | null = null
  return (event) => {
    for (const [each, before] of states) states.set(each, applyEvent(cardId, before, event, each))
    const state = states.get(parameters) ?? NEW_CARD
    const { memory } = states.get(setWith(event)) ?? state
    if (event.kind === 'review' && memory.phase !== 'new') dueDay = memory.dueDay
    if (state.memory.phase === 'new' || dueDay === null) return state
    return { ...state, memory: { ...state.memory, dueDay } }
  }
}

type Review = Extract<ReviewEvent, { kind: 'review' }>

function pastReview(
  { studyDay, grade, form, durationMs }: Review,
  before: MemoryState,
  previous: PastReview | undefined,
): PastReview {
  const spaced = previous && isSpaced(previous) ? 1 : 0
  return {
    studyDay,
    grade,
    form,
    durationMs,
    before,
    firstOfDay: before.phase === 'new' || studyDay > before.lastStudyDay,
    spacedBefore: (previous?.spacedBefore ?? 0) + spaced,
    forgottenBefore: (previous?.forgottenBefore ?? 0) + (previous?.grade === 1 ? spaced : 0),
  }
}

/** Whether days had passed since the review before. */
function isSpaced({ before, firstOfDay }: PastReview): boolean {
  return firstOfDay && before.phase !== 'new'
}

/**
 * The days strictly between two events on which the card stood due: on the days of the events themselves something was
 * done with it, or it had not come due yet.
 */
function addWait(waits: Wait[], state: CardState, after: StudyDay, before: StudyDay): void {
  if (state.memory.phase === 'new' || state.suspended) return
  const from = Math.max(state.memory.dueDay, after + 1) as StudyDay
  const until = (before - 1) as StudyDay
  if (from <= until) waits.push({ from, until })
}
