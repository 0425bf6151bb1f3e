/** Recording: a deed becomes events to be sent, changed cards, and an entry by which it can be undone. */
import type { CardId, ReviewId } from '../ids'
import { applyEvent } from '../memory/fold'
import type { CardState } from '../memory/state'
import { wired } from '../review/dated'
import type { EffectiveEvent } from '../review/effective'
import type { ReviewEvent, ReviewEventInput } from '../review/event'
import type { Deed, Session } from './state'
import { dayOf, stateOf } from './turn'

/** An event before it has an id and a time. */
export type Unsigned = EffectiveEvent extends infer E
  ? E extends EffectiveEvent
    ? Omit<E, 'id' | 'at' | 'studyDay'>
    : never
  : never

/** Changes the cards, remembers how they were, and puts the events among those to be sent. */
export function commit(
  session: Session,
  question: number,
  what: Deed['what'],
  unsigned: readonly Unsigned[],
  at: number,
  ids: readonly ReviewId[],
): Session {
  if (unsigned.length === 0 || !areNew(session, ids, unsigned.length)) return session
  const events = unsigned.map(
    (event, i): EffectiveEvent => ({ ...event, ...stamp(session, at), id: idAt(ids, i) }),
  )
  const before: Record<CardId, CardState> = {}
  const after: Record<CardId, CardState> = {}
  for (const event of events) {
    const state = stateOf(session, event.cardId)
    before[event.cardId] = state
    after[event.cardId] = applyEvent(event.cardId, state, event, session.plan.parameters)
  }
  const { stage, next, returned, slip } = session
  const deed: Deed = {
    question,
    what,
    events: events.map(({ id, cardId }) => ({ id, cardId })),
    before: { stage, next, returned, slip, cards: before },
  }
  return {
    ...session,
    clock: Math.max(session.clock, at),
    cards: { ...session.cards, ...after },
    slip: null,
    history: [...session.history, deed],
    events: [...session.events, ...events.map((event) => sent(session, event))],
  }
}

export function stamp(session: Session, at: number) {
  return { at, studyDay: dayOf(session, at) }
}

export function sent(session: Session, event: ReviewEvent): ReviewEventInput {
  return wired(event, session.plan.timeZone)
}

/** An action that comes a second time has ids that are known; it must not count twice. */
export function areNew(session: Session, ids: readonly ReviewId[], needed: number): boolean {
  if (ids.length < needed)
    throw new RangeError(`${needed} ids are needed, ${ids.length} were given`)
  const wanted = new Set<string>(ids.slice(0, needed))
  if (wanted.size < needed) throw new RangeError('the ids of one action must differ')
  return !session.events.some((event) => wanted.has(event.id))
}

export function idAt(ids: readonly ReviewId[], i: number): ReviewId {
  const id = ids[i]
  if (!id) throw new RangeError(`there is no id ${i}`)
  return id
}
