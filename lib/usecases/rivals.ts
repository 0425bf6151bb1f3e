/** What the items that keep slipping are most likely mistaken for: from what was answered instead, and from their text. */
import 'server-only'
import type { ItemId } from '@/lib/core/ids'
import { isLeech, nextLapseAlarms } from '@/lib/core/memory/leech'
import { rivalOf, wrongAnswers } from '@/lib/core/session/confusion'
import type { Rival } from '@/lib/core/session/question'
import { store } from '@/lib/store/client'
import { mistakableFor } from '@/lib/store/mistakable'
import { reviewsOfCards } from '@/lib/store/review'
import type { ItemView } from './item-view'
import type { Visit } from './visit'

/** For those of the items that keep slipping, or would with one lapse more, where something is known. */
export async function rivalsOf(
  visit: Visit,
  items: readonly ItemView[],
): Promise<ReadonlyMap<ItemId, Rival>> {
  const slipping = items.filter(
    ({ elements, cards }) =>
      elements.length === 0 &&
      cards.some(({ state: { memory } }) => isLeech(memory) || nextLapseAlarms(memory)),
  )
  if (slipping.length === 0) return new Map()
  const { id: learnerId } = visit.learner
  const events = await reviewsOfCards(
    store(),
    learnerId,
    slipping.flatMap(({ cards }) => cards.map((card) => card.id)),
  )
  const wanted = slipping.map((item) => ({
    item,
    id: item.id,
    answers: item.cards.flatMap((card) => wrongAnswers(events.get(card.id) ?? [], item)),
  }))
  const others = await mistakableFor(store(), learnerId, wanted)
  return new Map(
    wanted.flatMap(({ item, id, answers }): [ItemId, Rival][] => {
      const rival = rivalOf(mistakable(item), answers, others.get(id) ?? [])
      return rival ? [[id, rival]] : []
    }),
  )
}

const mistakable = ({ id, kind, question, answer, accept, textId, evidence }: ItemView) => ({
  ...{ id, kind, question, answer, accept },
  textId: textId ?? '',
  start: evidence[0]?.start ?? 0,
})
