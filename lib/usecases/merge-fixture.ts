/** What tests of merging stand on: two learners who have the library's items, each their own copies of them. */
import { type CardId, ItemId } from '@/lib/core/ids'
import { cardsOfItems } from '@/lib/store/card'
import { store } from '@/lib/store/client'
import { importForEveryone } from './import-for-everyone'
import { succeeded } from './test-bench'
import type { Visit } from './visit'

const MILL = `The Mill on the Brook

The mill was built by Rosa Lindt in 1874. It ground rye for the three villages of the valley.

The Congress of Millers was held in Lindau from the 3rd to the 9th of May 1911.

The flood of 1921 destroyed the lower weir. The weir was built again by Josef Klamm in 1926.
`

/** The learner's items of a text, in the order of their keys. */
export const itemsOf = (visit: Visit, textId: string) =>
  store().item.findMany({
    where: { ownerId: visit.learner.id, textId },
    orderBy: { key: 'asc' },
  })

/** The library's text is shipped once; whoever comes after has copies of its items. */
export const shipped = async () =>
  succeeded(
    await importForEveryone(
      { bytes: new TextEncoder().encode(MILL), fileName: 'mill.txt' },
      { learner: null, keep: true },
    ),
  ).textId

/** The learner's cards of the items of a text, by what is the same for everybody. */
export async function cardsByKey(visit: Visit, textId: string): Promise<Map<string, CardId>> {
  const items = await store().item.findMany({
    where: { ownerId: visit.learner.id, textId, status: 'kept' },
    orderBy: { key: 'asc' },
  })
  const cards = await cardsOfItems(
    store(),
    visit.learner.id,
    items.map((item) => ItemId.parse(item.id)),
  )
  return new Map(
    cards.map((card) => [
      `${items.find((item) => item.id === card.itemId)?.key}/${card.elementKey}`,
      card.id,
    ]),
  )
}

export async function memoriesOf(visit: Visit, cards: readonly CardId[]) {
  const rows = await store().card.findMany({
    where: { learnerId: visit.learner.id, id: { in: [...cards] } },
  })
  return cards.map((id) => rows.find((row) => row.id === id))
}
