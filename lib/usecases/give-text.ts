/**
 * What the library holds becomes each learner's own: the texts are shared, the items and decks are copied, so that
 * everyone can edit, move and delete theirs.
 */
import 'server-only'
import { DeckId, ItemId, type LearnerId, type TextId } from '@/lib/core/ids'
import type { StoredItem } from '@/lib/core/items/stored'
import { storable } from '@/lib/core/text/storable'
import type { Db } from '@/lib/store/client'
import { addToDeck, deckOfText, insertDeck, isNameTaken } from '@/lib/store/deck'
import { findItems, insertItems } from '@/lib/store/item'
import { LIBRARY } from '@/lib/store/learner'
import { findReadableText, readableTexts } from '@/lib/store/text'
import { makeCards } from './make-cards'
import { newId } from './new-id'

/** Gives a new learner every text of the library. */
export async function giveLibrary(db: Db, learnerId: LearnerId): Promise<void> {
  for (const text of await readableTexts(db, LIBRARY)) await giveText(db, learnerId, text.id)
}

/** Gives a learner the library's items of a text, as decided there. Only for one who has none of them yet. */
export async function giveText(db: Db, learnerId: LearnerId, textId: TextId): Promise<void> {
  const text = await findReadableText(db, LIBRARY, textId)
  if (!text) throw new Error(`text ${textId} is not in the library`)
  const items = await findItems(db, LIBRARY, { textId, status: ['proposed', 'kept'] })
  const copies = items.map((item) => ({
    ...item,
    id: ItemId.parse(newId()),
    revisionId: text.revision.id,
  }))
  await insertItems(db, learnerId, copies)
  const kept = copies.filter((item) => item.status === 'kept')
  await keepInDeck(db, learnerId, text, kept)
}

/**
 * Puts kept items into the deck of their text, which is made when there is none, and makes their cards. What comes by
 * itself goes `archivedToo`: whoever put the deck of a text away is not asked what its next revision says besides.
 */
export async function keepInDeck(
  db: Db,
  learnerId: LearnerId,
  text: { readonly id: TextId; readonly title: string },
  items: readonly Pick<StoredItem, 'id' | 'elements'>[],
  { archivedToo }: { archivedToo: boolean } = { archivedToo: false },
): Promise<void> {
  const deckId =
    (await deckOfText(db, learnerId, text.id, archivedToo)) ??
    (await makeDeckOfText(db, learnerId, text))
  const itemIds = items.map((item) => item.id)
  await addToDeck(db, learnerId, deckId, itemIds)
  // Nobody studies as the library.
  if (learnerId !== LIBRARY) await makeCards(db, learnerId, items)
}

async function makeDeckOfText(
  db: Db,
  ownerId: LearnerId,
  text: { readonly id: TextId; readonly title: string },
): Promise<DeckId> {
  const id = DeckId.parse(newId())
  const name = await freeName(db, ownerId, text.title)
  await insertDeck(db, { id, ownerId, name, textId: text.id })
  return id
}

/** The name itself, or with the first number behind it that is free. */
export async function freeName(db: Db, ownerId: LearnerId, name: string): Promise<string> {
  const wanted = storable(name.slice(0, 180))
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? wanted : `${wanted} (${n})`
    if (!(await isNameTaken(db, ownerId, candidate))) return candidate
  }
}
