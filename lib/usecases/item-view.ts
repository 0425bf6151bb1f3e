/** What pages are shown of an item: what it says, its cards, and how well it is remembered now. */
import 'server-only'
import { groupBy } from '@/lib/core/group-by'
import type { CardId, ItemId } from '@/lib/core/ids'
import { cardKeys, type StoredItem } from '@/lib/core/items/stored'
import type { CardState } from '@/lib/core/memory/state'
import { cardsOfItems } from '@/lib/store/card'
import { type Db, store } from '@/lib/store/client'
import { findItems, type ItemFilter } from '@/lib/store/item'
import { foldedNow } from './fold-again'
import { recallToday } from './recall-today'
import type { Visit } from './visit'

export type ItemView = StoredItem & {
  readonly cards: readonly {
    readonly id: CardId
    readonly elementKey: string
    readonly state: CardState
  }[]
  /** Chance of recalling it now, 0 … 1, averaged over its cards; unseen elements of a list count 0. Null: never seen. */
  readonly recall: number | null
  readonly suspended: boolean
  readonly suspendReason: string
}

export async function itemViews(
  visit: Visit,
  filter: ItemFilter,
  db: Db = store(),
): Promise<ItemView[]> {
  const items = await findItems(db, visit.learner.id, filter)
  const rows = await cardsOfItems(
    db,
    visit.learner.id,
    items.map((i) => i.id),
  )
  const cards = groupBy(await foldedNow(db, visit.learner, rows), (c) => c.itemId)
  return items.map((item) => viewOf(visit, item, cards.get(item.id) ?? []))
}

export async function itemView(
  visit: Visit,
  id: ItemId,
  db: Db = store(),
): Promise<ItemView | null> {
  const [view] = await itemViews(visit, { ids: [id] }, db)
  return view ?? null
}

function viewOf(
  visit: Visit,
  item: StoredItem,
  all: readonly { id: CardId; elementKey: string; state: CardState }[],
): ItemView {
  // Cards of elements that were edited away keep their reviews but are asked no more.
  const cards = cardKeys(item).flatMap((key) => all.find((c) => c.elementKey === key) ?? [])
  const suspended = cards.length > 0 && cards.every((c) => c.state.suspended !== null)
  return {
    ...item,
    cards: cards.map(({ id, elementKey, state }) => ({ id, elementKey, state })),
    recall: recallOf(visit, cards),
    suspended,
    suspendReason: suspended
      ? (cards.find((c) => c.state.suspended)?.state.suspended?.reason ?? '')
      : '',
  }
}

function recallOf(visit: Visit, cards: readonly { state: CardState }[]): number | null {
  const seen = cards.filter((c) => c.state.memory.phase !== 'new')
  if (seen.length === 0) return null
  return seen.reduce((sum, c) => sum + recallToday(visit, c.state.memory), 0) / cards.length
}
