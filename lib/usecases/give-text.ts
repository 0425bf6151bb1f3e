/**
 * What the library holds becomes each learner's own: the texts are shared, the items and decks are copied, so that
 * everyone can edit, move and delete theirs.
 */
import 'server-only'
import { deckName } from '@/lib/core/deck/deck-name'
import { groupBy } from '@/lib/core/group-by'
import { DeckId, ItemId, type LearnerId, type TextId } from '@/lib/core/ids'
import type { StoredItem } from '@/lib/core/items/stored'
import { type Chapter, chapterAt, chaptersOf } from '@/lib/core/passages/chapters'
import { storable } from '@/lib/core/text/storable'
import type { Db } from '@/lib/store/client'
import { addToDeck, deckOfText, insertDeck, isNameTaken } from '@/lib/store/deck'
import { findItems, insertItems } from '@/lib/store/item'
import { LIBRARY } from '@/lib/store/learner'
import { findReadableText, newestRevision, readableTexts, sectionsOf } from '@/lib/store/text'
import { isBook } from './book-size'
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
 * Puts kept items into the deck of their text, or of their chapter where the text is a book, which is made when there is
 * none, and makes their cards. What comes by itself goes `archivedToo`: whoever put the deck of a text away is not asked
 * what its next revision says besides.
 */
export async function keepInDeck(
  db: Db,
  learnerId: LearnerId,
  text: OfText,
  items: readonly Pick<StoredItem, 'id' | 'elements' | 'evidence'>[],
  { archivedToo }: { archivedToo: boolean } = { archivedToo: false },
): Promise<void> {
  const whole = { textId: text.id, chapter: null }
  const known = await deckOfText(db, learnerId, whole, archivedToo)
  const chapters = known ? [] : await chaptersOfBook(db, text.id)
  const byChapter = groupBy(items, ({ evidence }) =>
    chapters.length > 0 ? (chapterAt(chapters, evidence[0]?.start ?? 0)?.title ?? '') : null,
  )
  // A text has its deck from the beginning on; those of a book are made as its chapters have items.
  if (chapters.length === 0 && items.length === 0) byChapter.set(null, [])
  for (const [chapter, some] of byChapter) {
    const deckId = known ?? (await ensureDeck(db, learnerId, text, chapter, archivedToo))
    await addToDeck(
      db,
      learnerId,
      deckId,
      some.map((item) => item.id),
    )
  }
  // Nobody studies as the library.
  if (learnerId !== LIBRARY) await makeCards(db, learnerId, items)
}

type OfText = { readonly id: TextId; readonly title: string }

/** The chapters by which the items of a text are gathered: none where it is no book. */
async function chaptersOfBook(db: Db, textId: TextId): Promise<readonly Chapter[]> {
  const { id, words } = await newestRevision(db, textId)
  return isBook(words) ? chaptersOf(await sectionsOf(db, id)) : []
}

/** The deck of a text, or of a chapter of it; made when there is none. */
export async function ensureDeck(
  db: Db,
  ownerId: LearnerId,
  text: OfText,
  chapter: string | null,
  archivedToo: boolean,
): Promise<DeckId> {
  const known = await deckOfText(db, ownerId, { textId: text.id, chapter }, archivedToo)
  if (known) return known
  const id = DeckId.parse(newId())
  const name = await freeName(db, ownerId, deckName(text.title, chapter))
  await insertDeck(db, { id, ownerId, name, textId: text.id, chapter })
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
