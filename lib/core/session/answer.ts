/** From the question to the answer: what was typed is judged, and the learner has the last word. */
import type { CardId } from '../ids'
import type { Question } from './question'
import type { AnswerStage, Checkers, Credit, Session, Turn, Verdict } from './state'
import { questionAt } from './turn'

/** The answer is shown; `typed` is null where the learner only wanted to see it. */
export function showAnswer(
  session: Session,
  typed: string | null,
  now: number,
  checkers: Checkers,
): Session {
  if (session.stage.phase !== 'question') return session
  // Strictly later than everything before, so that events have one order on every machine.
  const answeredAt = Math.max(now, session.clock + 1)
  const stage = answerStage(session, session.stage.turn, { typed, answeredAt }, checkers)
  return { ...session, clock: answeredAt, stage }
}

export function answerStage(
  session: Session,
  turn: Turn,
  given: { readonly typed: string | null; readonly answeredAt: number },
  checkers: Checkers,
): AnswerStage {
  const question = questionAt(session, turn.question)
  const { typed, answeredAt } = given
  const isList = turn.form.form === 'list'
  return {
    phase: 'answer',
    turn,
    answeredAt,
    typed,
    verdict: typed === null || isList ? null : verdictOf(question, turn, typed, checkers),
    overruled: false,
    credits: isList ? creditsOf(question, turn, typed, checkers) : [],
  }
}

function verdictOf(
  { content }: Question,
  { form }: Turn,
  typed: string,
  checkers: Checkers,
): Verdict | null {
  if (form.form === 'flip') return null
  // A wrong option may be close to the right one in spelling; the right one is the answer itself.
  if (form.form === 'choice' && form.options.includes(content.answer))
    return typed === content.answer ? 'right' : 'wrong'
  return checkers.checkAnswer(typed, content).verdict
}

function creditsOf(
  { content, cards }: Question,
  turn: Turn,
  typed: string | null,
  checkers: Checkers,
): Credit[] {
  const asked = cards.filter((card) => turn.asked.includes(card.id))
  const keyOf = new Map(asked.map((card) => [card.id, card.elementKey]))
  const lines = (typed ?? '').split('\n').filter((line) => line.trim() !== '')
  const elements = content.elements.filter((e) => asked.some((card) => card.elementKey === e.key))
  const { found } = checkers.checkList(lines, elements)
  const lineOf = new Map(found.map(({ key, line }) => [key, lines[line] ?? '']))
  return turn.asked.map((cardId) => {
    const line = lineOf.get(keyOf.get(cardId) ?? '')
    const recalled = line !== undefined
    return { cardId, recalled, found: typed === null ? null : recalled, typed: line ?? '' }
  })
}

/** The learner says which elements were recalled. */
export function credit(session: Session, cardIds: readonly CardId[], recalled: boolean): Session {
  const { stage } = session
  if (stage.phase !== 'answer') return session
  const isMeant = (c: Credit) => cardIds.includes(c.cardId) && c.recalled !== recalled
  if (!stage.credits.some(isMeant)) return session
  const credits = stage.credits.map((c) => (isMeant(c) ? { ...c, recalled } : c))
  return { ...session, stage: { ...stage, credits } }
}

/** "I was right": only against a machine that said wrong. */
export function overrule(session: Session, right: boolean): Session {
  const { stage } = session
  if (stage.phase !== 'answer' || stage.verdict !== 'wrong' || stage.overruled === right)
    return session
  return { ...session, stage: { ...stage, overruled: right } }
}
