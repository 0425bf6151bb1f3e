/** What a page shows of a session, beside its stage. */
import type { CardId } from '../ids'
import type { Element } from '../items/item'
import { type Preview, previewGrades } from '../memory/preview'
import type { Grade } from '../review/event'
import { loadNow } from './load'
import type { Question } from './question'
import type { Counts } from './queue'
import type { Session } from './state'
import {
  askableCards,
  dayOf,
  isWanted,
  questionAt,
  stateOf,
  stepEnd,
  toCome,
  waiting,
} from './turn'

export function currentQuestion(session: Session): Question | null {
  const { stage } = session
  return stage.phase === 'summary' ? null : questionAt(session, stage.turn.question)
}

/** The questions left, the current one among them; one that is not new any more is learning or due. */
export function counts(session: Session): Counts {
  const left = { new: 0, learning: 0, due: 0 }
  const day = dayOf(session, session.clock)
  for (const index of questionsLeft(session)) {
    const states = askableCards(session, index, day).map((card) => card.state)
    const wanted = states.filter((state) => isWanted(state, day))
    if (stepEnd(wanted) !== null) left.learning++
    else if (wanted.some(({ memory }) => memory.phase === 'new')) left.new++
    else left.due++
  }
  return left
}

function questionsLeft(session: Session): ReadonlySet<number> {
  const { stage } = session
  const day = dayOf(session, session.clock)
  const left = new Set([
    ...toCome(session, day),
    ...waiting(session, day).map(({ question }) => question),
  ])
  if (stage.phase !== 'summary') left.add(stage.turn.question)
  return left
}

/**
 * "7 of 23": how many questions were met, the current one among them. One that comes back in a learning step counts no
 * second time, and the number never falls but by undo. On the summary it is those that are done with.
 */
export function progress(session: Session): { readonly position: number; readonly total: number } {
  const { stage } = session
  const total = session.plan.questions.length - session.gone.length
  if (stage.phase === 'summary') {
    return { position: Math.max(0, total - questionsLeft(session).size), total }
  }
  const ahead = new Set(toCome(session, dayOf(session, session.clock)))
  ahead.delete(stage.turn.question)
  return { position: Math.max(1, total - ahead.size), total }
}

/** What each grade button does; null before the answer, and for a list, which is credited by element. */
export function gradePreviews(session: Session): Record<Grade, Preview> | null {
  const { stage, plan } = session
  if (stage.phase !== 'answer' || stage.turn.form.form === 'list') return null
  const [cardId] = stage.turn.asked
  if (!cardId) return null
  const at = stage.answeredAt
  const asked = { form: stage.turn.form.form, at, studyDay: dayOf(session, at) }
  return previewGrades(
    cardId,
    stateOf(session, cardId).memory,
    asked,
    plan.parameters,
    loadNow(session),
  )
}

/** Again where the machine said wrong and the learner did not object, else Good. null before the answer. */
export function suggestedGrade(session: Session): Grade | null {
  const { stage } = session
  if (stage.phase !== 'answer' || stage.turn.form.form === 'list') return null
  return stage.verdict === 'wrong' && !stage.overruled ? 1 : 3
}

export type ShownElement = {
  readonly element: Element
  /** The card that is asked; null for an element that is given. */
  readonly asked: CardId | null
}

/** The elements of the current list in the text's order; [] for other questions. */
export function listElements(session: Session): ShownElement[] {
  const { stage } = session
  if (stage.phase === 'summary' || stage.turn.form.form !== 'list') return []
  const { content, cards } = questionAt(session, stage.turn.question)
  return content.elements.map((element) => {
    const card = cards.find((c) => c.elementKey === element.key)
    return { element, asked: card && stage.turn.asked.includes(card.id) ? card.id : null }
  })
}

export function canUndo(session: Session): boolean {
  return session.history.length > 0
}

/** As many new ids serve any action. */
export function idsNeeded(session: Session): number {
  const inQuestions = session.plan.questions.map((question) => question.cards.length)
  return Math.max(1, ...inQuestions)
}
