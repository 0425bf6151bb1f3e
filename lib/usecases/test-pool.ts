/** What a mock test is drawn from: the items of its parts that are asked at all, by section. */
import 'server-only'
import type { Section, TestPart } from '@/lib/core/exam/mock/blueprint'
import type { PoolItem } from '@/lib/core/exam/mock/draw-test'
import { groupBy } from '@/lib/core/group-by'
import type { DeckId } from '@/lib/core/ids'
import { store } from '@/lib/store/client'
import { findDeck } from '@/lib/store/deck'
import { lastFormByItem } from '@/lib/store/review'
import { type ItemView, itemViews } from './item-view'
import type { Visit } from './visit'

export type TestPool = {
  readonly items: readonly PoolItem[]
  readonly sections: readonly Section[]
  /** What the parts are called; null where one of them is not there. */
  readonly name: string | null
}

/** Suspended items are not asked, and neither is what lies in the trash. */
export async function testPool(visit: Visit, parts: readonly TestPart[]): Promise<TestPool> {
  const ids = [...new Set(parts.map((part) => part.deckId))]
  const decks = await Promise.all(ids.map((id) => findDeck(store(), visit.learner.id, id)))
  const found = await Promise.all(
    ids.map((deckId) => itemViews(visit, { deckId, status: ['kept'] })),
  )
  const placed = [
    ...new Map(
      found.flatMap((items, at) =>
        items.map((item) => [item.id, { item, deckId: ids[at] }] as const),
      ),
    ).values(),
  ].filter(({ item }) => item.cards.length > 0 && !item.suspended)
  const lastForms = await lastFormByItem(
    store(),
    visit.learner.id,
    placed.map(({ item }) => item.id),
  )
  const names = new Map(ids.map((id, at) => [id, decks[at]?.name ?? '']))
  const items = placed.map(({ item, deckId }): PoolItem => {
    return { ...poolItem(item, deckId), lastForm: lastForms.get(item.id) ?? null }
  })
  return {
    items,
    sections: sectionsOf(items, (item) => item.content.section || item.textTitle, names),
    name: decks.includes(null) ? null : decks.flatMap((deck) => deck?.name ?? []).join(', '),
  }
}

function poolItem(item: ItemView, deckId: DeckId | undefined): Omit<PoolItem, 'lastForm'> {
  const { kind, question, answer, accept, elements, forms, evidence, section } = item
  return {
    itemId: item.id,
    section: item.textId ? `text:${item.textId}:${section}` : `deck:${deckId}`,
    textId: item.textId,
    textTitle: item.textTitle ?? '',
    home: item.textId ?? `${deckId}`,
    content: { kind, question, answer, accept, elements, forms, evidence, section },
    // An element that was set aside is asked with its list, and is not trained.
    cards: item.cards
      .filter(({ state }) => state.suspended === null)
      .map(({ id, elementKey }) => ({ id, elementKey })),
  }
}

function sectionsOf(
  items: readonly PoolItem[],
  nameOf: (item: PoolItem) => string,
  decks: ReadonlyMap<DeckId, string>,
): Section[] {
  return [...groupBy(items, (item) => item.section)].flatMap(([key, group]) => {
    const [first] = group
    if (!first) return []
    const deck = [...decks].find(([id]) => key === `deck:${id}`)
    return [{ key, name: deck?.[1] ?? nameOf(first), weight: null, items: group.length }]
  })
}
