/** Whose turn it is: the next question, and which of its cards are asked. */
import type { CardId } from '../ids'
import type { CardState } from '../memory/state'
import { type StudyDay, studyDayOf } from '../time/study-day'
import { chooseForm, optionOrder } from './choose-form'
import type { Question, SessionCard } from './question'
import { isAskable } from './queue'
import type { Session, Turn } from './state'

/** How long before the end of its learning step a card may be asked when nothing else is left. */
const LEARN_AHEAD_MS = 20 * 60_000
/** Elements of one list whose steps end so close together are asked together. */
const TOGETHER_MS = 2 * 60_000

export function questionAt(session: Session, index: number): Question {
  const question = session.plan.questions[index]
  if (!question) throw new RangeError(`the session has no question ${index}`)
  return question
}

export function stateOf(session: Session, cardId: CardId): CardState {
  const state = session.cards[cardId]
  if (!state) throw new RangeError(`the session has no card ${cardId}`)
  return state
}

export function dayOf(session: Session, at: number): StudyDay {
  return studyDayOf(at, session.plan.timeZone, session.plan.rolloverHour)
}

/** When the earliest learning step among these states ends; null where none is in a step. */
export function stepEnd(states: readonly CardState[]): number | null {
  const ends = states.flatMap(({ memory }) => (isInStep(memory) ? memory.dueAt : []))
  return ends.length === 0 ? null : Math.min(...ends)
}

type InStep = Extract<CardState['memory'], { dueAt: number }>
function isInStep(memory: CardState['memory']): memory is InStep {
  return memory.phase === 'learning' || memory.phase === 'relearning'
}

export function isWanted({ memory }: CardState, day: StudyDay): boolean {
  return memory.phase !== 'review' || memory.dueDay <= day
}

/** The question's cards that fit what it says now and are neither suspended nor buried, in the order of the list. */
export function askableCards(session: Session, index: number, day: StudyDay): SessionCard[] {
  if (session.gone.includes(index)) return []
  const { content, cards } = questionAt(session, index)
  const keys = content.elements.length === 0 ? [''] : content.elements.map((e) => e.key)
  return cards
    .map((card) => ({ ...card, state: stateOf(session, card.id) }))
    .filter((card) => keys.includes(card.elementKey) && isAskable(card.state, day))
    .sort((a, b) => keys.indexOf(a.elementKey) - keys.indexOf(b.elementKey))
}

/** The questions that have not had their (next) turn yet, apart from those in a learning step. */
export function toCome(session: Session, day: StudyDay): number[] {
  return [...session.returned, ...session.order.slice(session.next)].filter((index) =>
    askableCards(session, index, day).some((card) => isWanted(card.state, day)),
  )
}

export type Waiting = { readonly question: number; readonly until: number }

/** The questions that come back when a learning step ends, earliest first. */
export function waiting(session: Session, day: StudyDay): Waiting[] {
  const ahead = new Set([...session.returned, ...session.order.slice(session.next)])
  return session.plan.questions
    .flatMap((_, question): Waiting[] => {
      if (ahead.has(question)) return []
      const until = stepEnd(askableCards(session, question, day).map((card) => card.state))
      return until === null ? [] : [{ question, until }]
    })
    .sort((a, b) => a.until - b.until || a.question - b.question)
}

/** Moves on: a step that is over, else the next in order, else a step that will be over soon, else the summary. */
export function moveOn(session: Session, last: number | null): Session {
  const day = dayOf(session, session.clock)
  const steps = waiting(session, day)
  const over = notLast(steps, session.clock, last)
  if (over) return ask(session, over.question, 'again', day)
  const [index] = toCome(session, day)
  if (index !== undefined) return ask(passed(session, index), index, 'first', day)
  const soon = notLast(steps, session.clock + LEARN_AHEAD_MS, last)
  if (soon) return ask(session, soon.question, 'again', day)
  return { ...session, stage: { phase: 'summary' } }
}

/** The earliest that ends by `until`; the question just answered only where there is no other. */
function notLast(steps: readonly Waiting[], until: number, last: number | null) {
  const ready = steps.filter((step) => step.until <= until)
  return ready.find((step) => step.question !== last) ?? ready[0]
}

/** Takes a question off those to come, with all before it that need no asking any more. */
function passed(session: Session, index: number): Session {
  const back = session.returned.indexOf(index)
  if (back >= 0) return { ...session, returned: session.returned.slice(back + 1) }
  return { ...session, returned: [], next: session.order.indexOf(index) + 1 }
}

function ask(session: Session, index: number, which: 'first' | 'again', day: StudyDay): Session {
  const cards = askableCards(session, index, day)
  const asked = which === 'first' ? cards : endingTogether(cards, session.clock)
  const turn = turnFor(session, index, which, asked)
  return { ...session, stage: { phase: 'question', turn } }
}

function endingTogether(cards: readonly SessionCard[], clock: number): SessionCard[] {
  const earliest = stepEnd(cards.map((card) => card.state)) ?? clock
  const until = Math.max(clock, earliest) + TOGETHER_MS
  return cards.filter(({ state: { memory } }) => isInStep(memory) && memory.dueAt <= until)
}

function turnFor(
  session: Session,
  index: number,
  which: 'first' | 'again',
  asked: readonly SessionCard[],
): Turn {
  const { content, form: planned, itemId } = questionAt(session, index)
  const memory = asked[0]?.state.memory ?? { phase: 'new' }
  // Who is shown flips has asked for them, or there is nothing else.
  const wanted = planned.form === 'flip' ? planned.form : undefined
  const form = which === 'first' ? planned : chooseForm(content, memory, itemId, wanted)
  const reps = memory.phase === 'new' ? 0 : memory.reps
  return {
    question: index,
    form,
    options: form.form === 'choice' ? optionOrder(form.options, `${itemId}:${reps}`) : [],
    asked: asked.map((card) => card.id),
    shownAt: session.clock,
  }
}
