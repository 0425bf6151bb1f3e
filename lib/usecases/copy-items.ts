/**
 * Items of one learner become another's: copies that are their holder's own, with cards and memory of their own, and
 * know what they were copied from. Made once: whoever holds a copy, or the same item of the same text, keeps that one.
 */
import 'server-only'
import { type DeckId, ItemId, type LearnerId } from '@/lib/core/ids'
import type { StoredItem } from '@/lib/core/items/stored'
import type { Db } from '@/lib/store/client'
import {
  type CopyWanted,
  heldCopies,
  holdGivers,
  insertCards,
  insertCopies,
  keepCopies,
  letRead,
  linkToOrigins,
  lockHolders,
  missingCards,
  putIntoDecks,
} from '@/lib/store/copy'
import { newId } from './new-id'

/**
 * Copies items into a deck of the learner's, and lets them read the texts; answers the copies' ids in the order of the
 * origins. `from` is the name under which the giver is known to them. Give it a transaction.
 */
export async function copyItems(
  db: Db,
  given: {
    readonly origin: readonly Pick<StoredItem, 'id'>[]
    readonly to: LearnerId
    readonly deckId: DeckId
    readonly from: string
    readonly now: number
  },
): Promise<ItemId[]> {
  const { origin, to, deckId, from, now } = given
  const wanted = origin.map(({ id }) => ({ originId: id, ownerId: to, deckId, from }))
  const ids = await giveCopies(db, wanted, now)
  return origin.flatMap(({ id }) => ids.get(placeOf({ originId: id, ownerId: to })) ?? [])
}

/** Copies for any number of learners, in the same few statements; answers each copy's id by its place. */
export async function giveCopies(
  db: Db,
  wanted: readonly CopyWanted[],
  now: number,
): Promise<Map<string, ItemId>> {
  if (wanted.length === 0) return new Map()
  await holdGivers(
    db,
    wanted.map((w) => w.originId),
  )
  await lockHolders(
    db,
    wanted.map((w) => w.ownerId),
  )
  await linkToOrigins(db, wanted)
  const held = await heldCopies(db, wanted)
  const ids = new Map(held.map((copy) => [placeOf(copy), copy.itemId]))
  const made = wanted.flatMap((w) => {
    if (ids.has(placeOf(w))) return []
    const itemId = ItemId.parse(newId())
    ids.set(placeOf(w), itemId)
    return [{ originId: w.originId, ownerId: w.ownerId, itemId }]
  })
  await insertCopies(db, made, now)
  await keepCopies(
    db,
    held.map((copy) => copy.itemId),
    now,
  )
  const placed = wanted.flatMap((w) => {
    const itemId = ids.get(placeOf(w))
    return itemId ? [{ ownerId: w.ownerId, deckId: w.deckId, itemId }] : []
  })
  await putIntoDecks(db, placed, now)
  await letRead(db, wanted, now)
  await makeMissingCards(db, [...ids.values()])
  return ids
}

/** The cards that these items of any number of learners need and do not have. */
export async function makeMissingCards(db: Db, ids: readonly ItemId[]): Promise<void> {
  const missing = await missingCards(db, ids)
  await insertCards(
    db,
    missing.map((card) => ({ ...card, id: newId() })),
  )
}

const placeOf = ({ originId, ownerId }: Pick<CopyWanted, 'originId' | 'ownerId'>) =>
  `${originId} ${ownerId}`
