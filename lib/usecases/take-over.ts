/** What has changed in a shared deck since it was copied, and taking it over or leaving it: item by item, or all of it. */
import 'server-only'
import { DeckId, ItemId } from '@/lib/core/ids'
import type { StoredItem } from '@/lib/core/items/stored'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { type Db, inTransaction, store } from '@/lib/store/client'
import { takeOriginals } from '@/lib/store/copy'
import { changeStatus, findItems } from '@/lib/store/item'
import { lockLearner } from '@/lib/store/learner'
import { visibleOrigin } from '@/lib/store/pass-on'
import {
  changesSince,
  declineChanges,
  type OriginChange,
  type Share,
  shareBehind,
} from '@/lib/store/share'
import { copyItems, makeMissingCards } from './copy-items'
import { admit, admitId, manyIds, missing } from './door'
import { passOn } from './pass-on'
import type { Visit } from './visit'

type Said = Pick<StoredItem, 'question' | 'answer'>

export type DeckChange = {
  readonly kind: OriginChange['kind']
  /** By which it is taken over: the origin's. */
  readonly id: ItemId
  /** What the visitor's item says; null for one that is added. */
  readonly mine: Said | null
  /** What the origin says; null for one that is gone. */
  readonly theirs: Said | null
  readonly ownWords: boolean
}

export type DeckChanges = { readonly from: string; readonly changes: readonly DeckChange[] }

/** Null where the deck is no copy, or its link holds no more. */
export async function readDeckChanges(visit: Visit, deckId: DeckId): Promise<DeckChanges | null> {
  const ownerId = visit.learner.id
  const share = await shareBehind(store(), ownerId, deckId)
  if (!share) return null
  const changes = await changesSince(store(), ownerId, deckId, share)
  const [mine, theirs] = await Promise.all([
    saidBy(
      visit.learner.id,
      changes.flatMap((c) => c.itemId ?? []),
    ),
    saidBy(
      share.ownerId,
      changes.flatMap((c) => (c.kind === 'gone' ? [] : c.originId)),
    ),
  ])
  return {
    from: share.name,
    changes: changes.map((change) => ({
      kind: change.kind,
      id: change.originId,
      mine: (change.itemId && mine.get(change.itemId)) ?? null,
      theirs: theirs.get(change.originId) ?? null,
      ownWords: change.kind === 'reworded' && change.ownWords,
    })),
  }
}

async function saidBy(ownerId: Visit['learner']['id'], ids: readonly ItemId[]) {
  const items = ids.length === 0 ? [] : await findItems(store(), ownerId, { ids })
  return new Map(items.map(({ id, question, answer }) => [id, { question, answer }] as const))
}

/** Takes changes over; `ids` are those of readDeckChanges. What is reworded keeps its memory, what is gone goes to the trash. */
export async function takeChanges(
  visit: Visit,
  input: Chosen,
): Promise<Outcome<{ changed: number }>> {
  return withChanges(visit, input, take)
}

/** Leaves one's own as it is; the same is not offered again until the original says something else. */
export async function keepMine(visit: Visit, input: Chosen): Promise<Outcome<{ changed: number }>> {
  return withChanges(visit, input, (db, { now }, { deckId, changes }) =>
    declineChanges(db, deckId, changes, now),
  )
}

type Chosen = { deckId: string; ids: string[] }
type Found = { deckId: DeckId; share: Share; changes: readonly OriginChange[] }

/** Does something with those of the deck's changes that were chosen and are still offered. */
async function withChanges(
  visit: Visit,
  input: Chosen,
  act: (db: Db, visit: Visit, found: Found) => Promise<void>,
): Promise<Outcome<{ changed: number }>> {
  const deckId = admitId(DeckId, input.deckId, 'deck')
  if (!deckId.ok) return deckId
  const ids = admit(manyIds(ItemId), input.ids)
  if (!ids.ok) return ids
  const ownerId = visit.learner.id
  return inTransaction(async (db) => {
    await lockLearner(db, ownerId)
    const share = await shareBehind(db, ownerId, deckId.value)
    if (!share) return failed('notFound', 'This deck is no longer shared. Yours stays as it is.')
    const chosen = new Set(ids.value)
    const changes = (await changesSince(db, ownerId, deckId.value, share)).filter((change) =>
      chosen.has(change.originId),
    )
    await act(db, visit, { deckId: deckId.value, share, changes })
    return done({ changed: changes.length })
  })
}

async function take(db: Db, visit: Visit, { deckId, share, changes }: Found): Promise<void> {
  const { now } = visit
  const to = visit.learner.id
  const held = (kind: 'reworded' | 'gone') =>
    changes.flatMap((change) => (change.kind === kind ? (change.itemId ?? []) : []))
  const reworded = await takeOriginals(db, to, held('reworded'), now)
  await makeMissingCards(db, reworded)
  const gone = await changeStatus(db, to, held('gone'), ['kept', 'retired'], 'deleted')
  const origin = changes.flatMap((c) => (c.kind === 'added' ? [{ id: c.originId }] : []))
  const added = await copyItems(db, { origin, to, deckId, from: share.name, now })
  await passOn(db, [...reworded, ...gone, ...added], now)
}

export type Original = Said & { readonly elements: readonly string[] }

/** What the original of a copy says that its holder worded otherwise; null where it is not worded otherwise, or not theirs to see. */
export async function readOriginal(visit: Visit, itemId: ItemId): Promise<Original | null> {
  const origin = await visibleOrigin(store(), visit.learner.id, itemId)
  if (!origin?.reworded) return null
  const [item] = await findItems(store(), origin.ownerId, { ids: [origin.originId] })
  if (!item) return null
  const { question, answer, elements } = item
  return { question, answer, elements: elements.map((element) => element.text) }
}

/** Takes the original of a copy over, in place of one's own wording; what is remembered stays. */
export async function takeOriginal(
  visit: Visit,
  input: { itemId: string },
): Promise<Outcome<{ itemId: ItemId }>> {
  const id = admitId(ItemId, input.itemId, 'item')
  if (!id.ok) return id
  return inTransaction(async (db) => {
    await lockLearner(db, visit.learner.id)
    if (!(await visibleOrigin(db, visit.learner.id, id.value)))
      return failed('notFound', missing('original of this item'))
    await takeOriginals(db, visit.learner.id, [id.value], visit.now)
    await makeMissingCards(db, [id.value])
    await passOn(db, [id.value], visit.now)
    return done({ itemId: id.value })
  })
}
