import 'server-only'
import { z } from 'zod'
import { DeckId, TextId } from '@/lib/core/ids'
import { Budget } from '@/lib/core/learner'
import { type DueLoad, LOAD_DAYS } from '@/lib/core/memory/load'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { chooseForm } from '@/lib/core/session/choose-form'
import type { Question, SessionPlan } from '@/lib/core/session/question'
import { store } from '@/lib/store/client'
import { findDeck } from '@/lib/store/deck'
import { cardsDueByDay, type QueueRow } from '@/lib/store/queue'
import { findReadableText } from '@/lib/store/text'
import { admitId, missing } from './door'
import { excerptsOf } from './excerpt'
import { type ItemView, itemViews } from './item-view'
import { parametersOf } from './parameters'
import { rivalsOf } from './rivals'
import { todaysQueue } from './todays-queue'
import type { Visit } from './visit'

export type SessionScope = {
  deckId?: string | undefined
  textId?: string | undefined
  /** Items beyond the day's limit of new ones. */
  moreNew?: number | undefined
  /** Instead of the learner's own budget; what is none counts for nothing. */
  budget?: unknown
  /** More of what is due than a catch-up plan leaves for the day. */
  beyondShare?: boolean | undefined
}

const MoreNew = z.int().catch(0)
const AnyBudget = Budget.optional().catch(undefined)

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
  const [{ day, queue, left }, load] = await Promise.all([
    todaysQueue(visit, {
      deckId: deckId.value,
      textId: textId.value,
      moreNew: MoreNew.parse(scope.moreNew ?? 0),
      budget: AnyBudget.parse(scope.budget),
      beyondShare: scope.beyondShare === true,
    }),
    dueLoad(visit),
  ])
  return done({
    now: visit.now,
    studyDay: visit.studyDay,
    timeZone: visit.timeZone,
    rolloverHour: visit.learner.rolloverHour,
    parameters: day.parameters,
    parametersName: parametersOf(visit.learner).name,
    load,
    left,
    questions: await questionsOf(visit, queue),
  })
}

/**
 * What else is due on the coming days, for the page to choose among days by; null where all are alike to the learner.
 * `days` more than a session needs are for who takes it along.
 */
export async function dueLoad({ learner, studyDay }: Visit, days = 0): Promise<DueLoad | null> {
  const { balanceLoad: balance, easyDays } = learner
  if (!balance && easyDays.every((ease) => ease === 'normal')) return null
  const counts = balance ? await cardsDueByDay(store(), learner.id, studyDay, LOAD_DAYS + days) : []
  return { from: studyDay, counts, balance, easyDays }
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
