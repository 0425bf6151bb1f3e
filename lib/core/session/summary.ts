/** What a session came to: read from its deeds, so that what was undone is not in it. */
import type { CardId, ItemId, TextId } from '../ids'
import { MAX_DURATION_MS } from '../review/limits'
import { addDays, type StudyDay } from '../time/study-day'
import type { Question } from './question'
import type { Deed, Session } from './state'
import { askableCards, dayOf, questionAt, stateOf, waiting } from './turn'

export type Summary = {
  /** Questions answered, and cards reviewed (a list has one for each element). */
  readonly questions: number
  readonly cards: number
  /** Cards recalled the first time they were asked in this session. */
  readonly rightAtFirst: number
  readonly minutes: number
  readonly forgotten: readonly Forgotten[]
  readonly setAside: readonly SetAside[]
  /** The questions of this session by the day they come back: the next seven days, tomorrow first. */
  readonly ahead: readonly { readonly day: StudyDay; readonly count: number }[]
  /** Questions whose learning step ends later today, and when the first does (milliseconds since 1970). */
  readonly laterToday: number
  readonly laterAt: number | null
}

type Named = { readonly itemId: ItemId; readonly question: string; readonly answer: string }
export type Forgotten = Named & {
  /** The elements that were missed; [] unless it is a list. */
  readonly elements: readonly string[]
  readonly passage: { readonly textId: TextId; readonly start: number } | null
}
export type SetAside = Named & { readonly kind: 'bury' | 'suspend'; readonly reason: string }

const DAYS_AHEAD = 7

export function summarise(session: Session): Summary {
  const reviews = session.history.flatMap(({ question, what }) =>
    what.kind === 'review' ? [{ question, ...what }] : [],
  )
  const first = new Map<CardId, number>()
  for (const { grades } of reviews)
    for (const { cardId, grade } of grades) if (!first.has(cardId)) first.set(cardId, grade)
  const later = waiting(session, dayOf(session, session.clock))
  return {
    questions: new Set(reviews.map((review) => review.question)).size,
    cards: first.size,
    rightAtFirst: [...first.values()].filter((grade) => grade > 1).length,
    minutes: minutesOf(reviews),
    forgotten: forgottenIn(session, reviews),
    setAside: setAside(session),
    ahead: aheadOf(session),
    laterToday: later.length,
    laterAt: later[0]?.until ?? null,
  }
}

type Reviewed = { readonly question: number } & Extract<Deed['what'], { kind: 'review' }>

/** Of an answer at most a minute counts; of a list a minute for each element. */
function minutesOf(reviews: readonly Reviewed[]): number {
  const ms = reviews.reduce(
    (sum, { durationMs, grades }) => sum + Math.min(durationMs, grades.length * MAX_DURATION_MS),
    0,
  )
  return ms === 0 ? 0 : Math.max(1, Math.round(ms / 60_000))
}

function forgottenIn(session: Session, reviews: readonly Reviewed[]): Forgotten[] {
  const missed = new Map<number, Set<CardId>>()
  for (const { question, grades } of reviews)
    for (const { cardId, grade } of grades)
      if (grade === 1) missed.set(question, (missed.get(question) ?? new Set()).add(cardId))
  return [...missed].map(([index, cardIds]) => {
    const question = questionAt(session, index)
    const keys = question.cards.filter((c) => cardIds.has(c.id)).map((c) => c.elementKey)
    const { elements } = question.content
    return {
      ...named(question),
      elements: elements.filter((e) => keys.includes(e.key)).map((e) => e.text),
      passage: placeOf(question),
    }
  })
}

function placeOf({ passage }: Question): Forgotten['passage'] {
  if (!passage) return null
  const [mark] = passage.marks
  return { textId: passage.textId, start: passage.start + (mark?.start ?? 0) }
}

function setAside(session: Session): SetAside[] {
  const aside = new Map<number, Pick<SetAside, 'kind' | 'reason'>>()
  for (const { question, what } of session.history) {
    if (what.kind === 'resume') aside.delete(question)
    else if (what.kind === 'bury') aside.set(question, { kind: what.kind, reason: '' })
    else if (what.kind === 'suspend') aside.set(question, what)
  }
  return [...aside].map(([index, { kind, reason }]) => ({
    ...named(questionAt(session, index)),
    kind,
    reason,
  }))
}

function named({ itemId, content }: Question): Named {
  return { itemId, question: content.question, answer: content.answer }
}

/** A question comes back with the first of its cards; one still in a learning step, tomorrow at the latest. */
function aheadOf(session: Session): Summary['ahead'] {
  const today = dayOf(session, session.clock)
  const tomorrow = addDays(today, 1)
  const perDay = new Map<number, number>()
  session.plan.questions.forEach((_, index) => {
    // Asked as of tomorrow, when what was buried today is back.
    const days = askableCards(session, index, tomorrow).flatMap(({ id }) => {
      const { memory } = stateOf(session, id)
      return memory.phase === 'new' ? [] : Math.max(memory.dueDay, tomorrow)
    })
    if (days.length === 0) return
    const day = Math.min(...days)
    perDay.set(day, (perDay.get(day) ?? 0) + 1)
  })
  return Array.from({ length: DAYS_AHEAD }, (_, i) => {
    const day = addDays(tomorrow, i)
    return { day, count: perDay.get(day) ?? 0 }
  })
}
