import 'server-only'
import { done, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { type Fragment, type PassageHit, searchItems, searchPassages } from '@/lib/store/search'
import { admit, words } from './door'
import { type ItemView, itemViews } from './item-view'
import type { Visit } from './visit'

export type { Fragment, PassageHit }

export type SearchResult = {
  readonly items: readonly { readonly item: ItemView; readonly headline: readonly Fragment[] }[]
  readonly passages: readonly PassageHit[]
}

const Query = words().max(500, 'A search has at most 500 characters.')

/** Most hits of a kind that are shown. */
const LIMIT = 50

/** Searches the learner's items and the texts they can read; an empty query finds nothing. */
export async function search(visit: Visit, query: string): Promise<Outcome<SearchResult>> {
  const asked = admit(Query, query)
  if (!asked.ok) return asked
  if (asked.value === '') return done({ items: [], passages: [] })
  const learnerId = visit.learner.id
  const [hits, passages] = await Promise.all([
    searchItems(store(), learnerId, asked.value, LIMIT),
    searchPassages(store(), learnerId, asked.value, LIMIT),
  ])
  const views = new Map(
    (await itemViews(visit, { ids: hits.map((h) => h.itemId) })).map((v) => [v.id, v]),
  )
  const items = hits.flatMap(({ itemId, headline }) => {
    const item = views.get(itemId)
    return item ? [{ item, headline }] : []
  })
  return done({ items, passages })
}
