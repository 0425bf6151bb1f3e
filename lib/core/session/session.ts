/** The session as a machine: `step` takes it from one moment to the next. Pure: time and ids come with the action. */
import type { CardId, ItemId } from '../ids'
import type { ItemContent } from '../items/item'
import type { CardState } from '../memory/state'
import { answerStage, credit, overrule, showAnswer } from './answer'
import { chooseForm, optionOrder } from './choose-form'
import { finishList, grade, putAside, resume, undo } from './deeds'
import type { SessionPlan } from './question'
import { leaveSlip, rest } from './slip'
import type { Action, Checkers, Session, Stage, Turn } from './state'
import { askableCards, dayOf, isWanted, moveOn, questionAt, stepEnd } from './turn'

export function startSession(plan: SessionPlan): Session {
  const cards: Record<CardId, CardState> = {}
  for (const question of plan.questions)
    for (const card of question.cards) cards[card.id] = card.state
  const session: Session = {
    plan,
    order: plan.questions.map((_, index) => index),
    next: 0,
    returned: [],
    gone: [],
    cards,
    clock: plan.now,
    stage: { phase: 'summary' },
    slip: null,
    history: [],
    events: [],
  }
  const order = session.order.filter((index) => !waitsForStep(session, index))
  return moveOn({ ...session, order }, null)
}

/** Nothing of it can be asked before a learning step ends. */
function waitsForStep(session: Session, index: number): boolean {
  const day = dayOf(session, session.clock)
  const states = askableCards(session, index, day).map((card) => card.state)
  const wanted = states.filter((state) => isWanted(state, day))
  return wanted.length > 0 && wanted.every((state) => (stepEnd([state]) ?? 0) > session.clock)
}

/** An action that does not fit the moment, or comes a second time, gives the same object back. */
export function step(session: Session, action: Action, checkers: Checkers): Session {
  const now = Math.trunc(action.now)
  if (!Number.isSafeInteger(now)) throw new RangeError(`no time: ${action.now}`)
  switch (action.type) {
    case 'show':
      return showAnswer(session, null, now, checkers)
    case 'submit':
      return showAnswer(session, action.typed, now, checkers)
    case 'credit':
      return credit(session, action.cardIds, action.recalled)
    case 'overrule':
      return overrule(session, action.right)
    case 'grade':
      return grade(session, action.grade, now, action.ids)
    case 'finishList':
      return finishList(session, now, action.ids)
    case 'undo':
      return undo(session, now, action.ids)
    case 'bury':
      return putAside(session, { kind: 'bury' }, now, action.ids)
    case 'suspend':
      return putAside(session, { kind: 'suspend', reason: action.reason }, now, action.ids)
    case 'resume':
      return resume(session, action.itemId, now, action.ids)
    case 'rest':
      return rest(session, now, action.ids)
    case 'leaveSlip':
      return leaveSlip(session, now)
    case 'tick':
      return tick(session, now)
    case 'edit':
      return edit(session, action.itemId, action.content, checkers)
    case 'remove':
      return remove(session, action.itemId)
    case 'merge':
      return merge(session, action.cards)
  }
}

/** Time goes on. On the summary a learning step that has ended opens the session again. */
function tick(session: Session, now: number): Session {
  if (now <= session.clock) return session
  const later = { ...session, clock: now }
  return session.stage.phase === 'summary' ? moveOn(later, null) : later
}

function edit(session: Session, itemId: ItemId, content: ItemContent, checkers: Checkers): Session {
  const index = session.plan.questions.findIndex((question) => question.itemId === itemId)
  if (index < 0) return session
  const old = questionAt(session, index)
  const form = content.forms.find((spec) => spec.form === old.form.form)
  const edited = { ...old, content, form: form ?? chooseForm(content, { phase: 'new' }, itemId) }
  const questions = session.plan.questions.map((question, i) => (i === index ? edited : question))
  const next: Session = { ...session, plan: { ...session.plan, questions } }
  const mended: Session = {
    ...next,
    stage: mendStage(next, next.stage, index, checkers),
    history: next.history.map((deed) => ({
      ...deed,
      before: { ...deed.before, stage: mendStage(next, deed.before.stage, index, checkers) },
    })),
  }
  const { stage } = mended
  const isEmpty = stage.phase !== 'summary' && stage.turn.asked.length === 0
  return isEmpty ? moveOn(mended, index) : mended
}

/** The same moment in the new words: what was typed is judged again, the learner's word stands. */
function mendStage(session: Session, stage: Stage, index: number, checkers: Checkers): Stage {
  if (stage.phase === 'summary' || stage.turn.question !== index) return stage
  const turn = mendTurn(session, stage.turn)
  if (stage.phase === 'question') return { ...stage, turn }
  const judged = answerStage(session, turn, stage, checkers)
  const credits = judged.credits.map((fresh) => {
    const said = stage.credits.find((c) => c.cardId === fresh.cardId)
    return said && said.recalled !== (said.found ?? false)
      ? { ...fresh, recalled: said.recalled }
      : fresh
  })
  return { ...judged, credits, overruled: stage.overruled && judged.verdict !== 'right' }
}

function mendTurn(session: Session, turn: Turn): Turn {
  const { content, cards, itemId, form: planned } = questionAt(session, turn.question)
  const form = content.forms.find((spec) => spec.form === turn.form.form) ?? planned
  const keys = content.elements.length === 0 ? [''] : content.elements.map((e) => e.key)
  const asked = turn.asked.filter((id) =>
    cards.some((card) => card.id === id && keys.includes(card.elementKey)),
  )
  return { ...turn, form, asked, options: form.form === 'choice' ? mendOrder(form.options) : [] }

  /** Options that stayed keep their places. */
  function mendOrder(options: readonly string[]): readonly string[] {
    const same = options.length === turn.options.length && options.every(isShown)
    return same ? turn.options : optionOrder(options, itemId)
  }
  function isShown(option: string): boolean {
    return turn.options.includes(option)
  }
}

function remove(session: Session, itemId: ItemId): Session {
  const index = session.plan.questions.findIndex((question) => question.itemId === itemId)
  if (index < 0 || session.gone.includes(index)) return session
  const slip = session.slip?.question === index ? null : session.slip
  const without = { ...session, slip, gone: [...session.gone, index] }
  const { stage } = session
  const isCurrent = stage.phase !== 'summary' && stage.turn.question === index
  return isCurrent ? moveOn(without, index) : without
}

/** The server has the last word on a card, as soon as it has heard all of ours. */
function merge(
  session: Session,
  heard: readonly { readonly id: CardId; readonly state: CardState }[],
): Session {
  const known = heard.filter(({ id }) => session.cards[id] !== undefined)
  if (known.length === 0) return session
  const states = Object.fromEntries(known.map(({ id, state }) => [id, state]))
  return { ...session, cards: { ...session.cards, ...states } }
}
