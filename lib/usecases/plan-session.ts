import 'server-only'
import { z } from 'zod'
import { DeckId, TextId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { chooseForm } from '@/lib/core/session/choose-form'
import { MOST_QUESTIONS, type Question, type SessionPlan } from '@/lib/core/session/question'
import { buildQueue } from '@/lib/core/session/queue'
import { store } from '@/lib/store/client'
import { findDeck } from '@/lib/store/deck'
import { type QueueRow, queueItems } from '@/lib/store/queue'
import { findReadableText } from '@/lib/store/text'
import { admitId, missing } from './door'
import { excerptsOf } from './excerpt'
import { type ItemView, itemViews } from './item-view'
import { parametersOf } from './parameters'
import { queueDay } from './queue-day'
import { rivalsOf } from './rivals'
import type { Visit } from './visit'

export type SessionScope = {
  deckId?: string | undefined
  textId?: string | undefined
  /** Items beyond the day's limit of new ones. */
  moreNew?: number | undefined
}

const MoreNew = z.int().catch(0)

/** Everything that is asked of the learner now, in order, with its passages: the page needs nothing more to run it. */
export async function planSession(
  visit: Visit,
  given: SessionScope,
): Promise<Outcome<SessionPlan>> {
  const scope = given ?? {}
  const deckId =
    scope.deckId === undefined ? done(undefined) : admitId(DeckId, scope.deckId, 'deck')
  if (!deckId.ok) return deckId
  const textId =
    scope.textId === undefined ? done(undefined) : admitId(TextId, scope.textId, 'text')
  if (!textId.ok) return textId
  const learnerId = visit.learner.id
  if (deckId.value && !(await findDeck(store(), learnerId, deckId.value)))
    return failed('notFound', missing('deck'))
  if (textId.value && !(await findReadableText(store(), learnerId, textId.value)))
    return failed('notFound', missing('text'))
  const { day } = await queueDay(visit)
  const more = Math.min(Math.max(0, MoreNew.parse(scope.moreNew)), MOST_QUESTIONS)
  const newPerDay = Math.max(day.newPerDay, day.newDoneToday) + more
  const rows = await queueItems(store(), learnerId, {
    day: visit.studyDay,
    newPerDeck: newPerDay,
    ...(deckId.value && { deckIds: [deckId.value] }),
    ...(textId.value && { textId: textId.value }),
  })
  const queue = buildQueue(rows, { ...day, newPerDay: more > 0 ? newPerDay : day.newPerDay }).slice(
    0,
    MOST_QUESTIONS,
  )
  const { parameters, name } = parametersOf(visit.learner)
  return done({
    now: visit.now,
    studyDay: visit.studyDay,
    timeZone: visit.timeZone,
    rolloverHour: visit.learner.rolloverHour,
    load: null,
    parameters,
    parametersName: name,
    questions: await questionsOf(visit, queue),
  })
}

/** The questions of these items, with their words, passages and cards. */
export async function questionsOf(visit: Visit, queue: readonly QueueRow[]): Promise<Question[]> {
  const views = await itemViews(visit, { ids: queue.map((row) => row.itemId) })
  const byId = new Map(views.map((view) => [view.id, view]))
  const excerpts = await excerptsOf(visit.learner.id, views)
  const rivals = await rivalsOf(visit, views)
  return queue.flatMap((row) => {
    const item = byId.get(row.itemId)
    const [first] = item?.cards ?? []
    if (!item || !first) return []
    const rival = rivals.get(item.id)
    const { kind, question, answer, accept, elements, forms, evidence, section } = item
    return [
      {
        itemId: item.id,
        content: { kind, question, answer, accept, elements, forms, evidence, section },
        form: chooseForm(item, first.state.memory, item.id),
        deckId: row.deckId,
        deckName: deckName(item, row),
        passage: excerpts.get(item.id) ?? null,
        cards: item.cards,
        ...(rival && { rival }),
      },
    ]
  })
}

const deckName = (item: ItemView, row: QueueRow): string =>
  item.decks.find((deck) => deck.id === row.deckId)?.name ?? ''
