/** Deeds are what a session sends: grades, and cards put aside or taken back. Each can be undone, the last first. */
import type { CardId, ItemId, ReviewId } from '../ids'
import type { FormSpec } from '../items/item'
import { previewGrades } from '../memory/preview'
import type { Grade, ReviewEvent } from '../review/event'
import { MAX_REASON, MAX_TYPED } from '../review/limits'
import type { StudyDay } from '../time/study-day'
import { loadAfter, loadNow } from './load'
import { areNew, commit, idAt, sent, stamp, type Unsigned } from './record'
import { slipAfter } from './slip'
import type { Deed, Session } from './state'
import { askableCards, dayOf, moveOn, questionAt, stateOf } from './turn'

/** A day: what an event may say at most. */
const LONGEST_MS = 86_400_000

export function grade(
  session: Session,
  given: Grade,
  now: number,
  ids: readonly ReviewId[],
): Session {
  const { stage } = session
  if (stage.phase !== 'answer' || stage.turn.form.form === 'list') return session
  const [cardId] = stage.turn.asked
  if (!cardId) return session
  const { overruled } = stage
  return review(session, now, ids, [{ cardId, grade: given, typed: stage.typed ?? '', overruled }])
}

/** Each element asked becomes a review of its own card: recalled is Good, missed is Again. */
export function finishList(session: Session, now: number, ids: readonly ReviewId[]): Session {
  const { stage } = session
  if (stage.phase !== 'answer' || stage.turn.form.form !== 'list') return session
  const lines = new Set(stage.credits.map((c) => c.typed))
  // What was found nowhere may be what somebody mistook for a missing element.
  const stray = (stage.typed ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !lines.has(line))
    .join('\n')
  return review(
    session,
    now,
    ids,
    stage.credits.map(({ cardId, recalled, found, typed }) => ({
      cardId,
      grade: recalled ? 3 : 1,
      typed: recalled ? typed : stray,
      overruled: recalled && found === false,
    })),
  )
}

type Given = {
  readonly cardId: CardId
  readonly grade: Grade
  readonly typed: string
  readonly overruled: boolean
}

function review(
  session: Session,
  now: number,
  ids: readonly ReviewId[],
  given: readonly Given[],
): Session {
  const { stage } = session
  if (stage.phase !== 'answer') return session
  const { turn, answeredAt } = stage
  const durationMs = Math.min(Math.max(0, now - turn.shownAt), LONGEST_MS)
  // Of a list each card gets its share, so that the time of a day adds up.
  const share = Math.round(durationMs / given.length)
  const grades = given.map(({ cardId, grade }) => ({ cardId, grade }))
  const dueDays = promised(session, given, turn.form, answeredAt)
  const events = given.map(
    (one, i): Unsigned => ({
      ...one,
      kind: 'review',
      form: turn.form.form,
      typed: one.typed.slice(0, MAX_TYPED),
      durationMs: share,
      ...dueDays[i],
      scheduledWith: session.plan.parametersName,
    }),
  )
  const what = { kind: 'review', grades, durationMs } as const
  const done = commit(session, turn.question, what, events, answeredAt, ids)
  if (done === session) return session
  const slip = slipAfter(session, done, turn)
  return moveOn({ ...done, slip, clock: Math.max(done.clock, now) }, turn.question)
}

/** The due day of each answer as the buttons said it; each of a list's elements sees where those before it went. */
function promised(
  session: Session,
  given: readonly Given[],
  { form }: FormSpec,
  at: number,
): { readonly dueDay?: StudyDay }[] {
  const { parameters } = session.plan
  const asked = { form, at, studyDay: dayOf(session, at) }
  let load = loadNow(session)
  return given.map(({ cardId, grade }) => {
    const before = stateOf(session, cardId)
    const preview = previewGrades(cardId, before.memory, asked, parameters, load)[grade]
    load = load && loadAfter(load, [{ before, after: { ...before, memory: preview.memory } }])
    return preview.dueDay === undefined ? {} : { dueDay: preview.dueDay }
  })
}

/** Out of the way, today or until it is resumed: all cards of the current question. */
export function putAside(
  session: Session,
  what: Extract<Deed['what'], { kind: 'bury' | 'suspend' }>,
  now: number,
  ids: readonly ReviewId[],
): Session {
  const { stage } = session
  if (stage.phase === 'summary') return session
  const { question } = stage.turn
  const at = Math.max(now, session.clock + 1)
  const meant =
    what.kind === 'suspend'
      ? { kind: what.kind, reason: what.reason.slice(0, MAX_REASON) }
      : { kind: what.kind }
  const events = questionAt(session, question)
    .cards.filter((card) => stateOf(session, card.id).suspended === null)
    .map((card): Unsigned => ({ ...meant, cardId: card.id }))
  const done = commit(session, question, meant, events, at, ids)
  return done === session ? session : moveOn(done, question)
}

/** Takes a question back that was put aside; it is asked next. */
export function resume(
  session: Session,
  itemId: ItemId,
  now: number,
  ids: readonly ReviewId[],
): Session {
  const index = session.plan.questions.findIndex((question) => question.itemId === itemId)
  if (index < 0 || session.gone.includes(index)) return session
  const at = Math.max(now, session.clock + 1)
  const day = dayOf(session, at)
  const events = questionAt(session, index)
    .cards.filter(({ id }) => {
      const { suspended, buriedOn } = stateOf(session, id)
      return suspended !== null || buriedOn === day
    })
    .map((card): Unsigned => ({ kind: 'resume', cardId: card.id }))
  const done = commit(session, index, { kind: 'resume' }, events, at, ids)
  if (done === session) return session
  const { stage } = session
  const isAhead =
    [...session.returned, ...session.order.slice(session.next)].includes(index) ||
    (stage.phase !== 'summary' && stage.turn.question === index)
  const back = isAhead ? done : { ...done, returned: [...done.returned, index] }
  return stage.phase === 'summary' ? moveOn(back, null) : back
}

/** Takes the last deed back: the question is there again as it was, answer shown, and the cards know nothing of it. */
export function undo(session: Session, now: number, ids: readonly ReviewId[]): Session {
  const deed = session.history.at(-1)
  if (!deed || !areNew(session, ids, deed.events.length)) return session
  const at = Math.max(now, session.clock + 1)
  const events = deed.events.map(
    ({ id, cardId }, i): ReviewEvent => ({
      ...stamp(session, at),
      id: idAt(ids, i),
      cardId,
      kind: 'undo',
      targetId: id,
    }),
  )
  const { stage, next, returned, slip, cards } = deed.before
  const back: Session = {
    ...session,
    clock: at,
    next,
    returned,
    cards: { ...session.cards, ...cards },
    stage,
    slip,
    history: session.history.slice(0, -1),
    events: [...session.events, ...events.map((event) => sent(session, event))],
  }
  return resettled(back, deed, at)
}

/** The clock of the answer goes on where it stood; a question that is no more is passed over. */
function resettled(session: Session, deed: Deed, at: number): Session {
  const { stage } = session
  if (stage.phase === 'summary') return moveOn(session, null)
  const day = dayOf(session, at)
  const { turn } = stage
  if (askableCards(session, turn.question, day).length === 0 || turn.asked.length === 0)
    return moveOn(session, null)
  const spent = deed.what.kind === 'review' ? deed.what.durationMs : 0
  return { ...session, stage: { ...stage, turn: { ...turn, shownAt: at - spent } } }
}
