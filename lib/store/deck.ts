/** Rows of decks and what is in them. */
import { DeckId, type ItemId, type LearnerId, TextId } from '@/lib/core/ids'
import type { Db } from './client'
import { moveExamParts } from './exam'

export type DeckRow = {
  readonly id: DeckId
  readonly name: string
  readonly textId: TextId | null
  readonly textTitle: string | null
  /** The chapter of the text that it gathers; null where it is of the whole text, or of none. */
  readonly chapter: string | null
  readonly archived: boolean
  /** False: its owner is not asked what is only in such decks. */
  readonly studied: boolean
  /** Kept items in it. */
  readonly items: number
}

const select = {
  id: true,
  name: true,
  textId: true,
  chapter: true,
  archivedAt: true,
  studied: true,
  text: { select: { title: true } },
  _count: { select: { items: { where: { item: { status: 'kept' } } } } },
} as const

type Found = {
  id: string
  name: string
  textId: string | null
  chapter: string | null
  archivedAt: Date | null
  studied: boolean
  text: { title: string } | null
  _count: { items: number }
}

const deckOf = (row: Found): DeckRow => ({
  id: DeckId.parse(row.id),
  name: row.name,
  textId: row.textId === null ? null : TextId.parse(row.textId),
  textTitle: row.text?.title ?? null,
  chapter: row.chapter,
  archived: row.archivedAt !== null,
  studied: row.studied,
  items: row._count.items,
})

/** All decks of a learner, or those made from a text: the live ones first, each in the order of making. */
export async function decksOf(db: Db, ownerId: LearnerId, textId?: TextId): Promise<DeckRow[]> {
  const rows = await db.deck.findMany({
    where: { ownerId, ...(textId && { textId }) },
    orderBy: [{ archivedAt: { sort: 'asc', nulls: 'first' } }, { createdAt: 'asc' }, { id: 'asc' }],
    select,
  })
  return rows.map(deckOf)
}

export async function findDeck(db: Db, ownerId: LearnerId, id: DeckId): Promise<DeckRow | null> {
  const row = await db.deck.findUnique({ where: { ownerId_id: { ownerId, id } }, select })
  return row && deckOf(row)
}

/**
 * The deck that items kept from a text, or from a chapter of it, go into: the first one made for it that is live, or
 * else, if `archivedToo`, archived.
 */
export async function deckOfText(
  db: Db,
  ownerId: LearnerId,
  { textId, chapter }: { readonly textId: TextId; readonly chapter: string | null },
  archivedToo: boolean,
): Promise<DeckId | null> {
  const row = await db.deck.findFirst({
    where: { ownerId, textId, chapter, ...(!archivedToo && { archivedAt: null }) },
    orderBy: [{ archivedAt: { sort: 'asc', nulls: 'first' } }, { createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  return row && DeckId.parse(row.id)
}

/** Throws a duplicate error (isDuplicate) when a live deck of the owner has the name. */
export async function insertDeck(
  db: Db,
  row: {
    id: DeckId
    ownerId: LearnerId
    name: string
    textId: TextId | null
    chapter?: string | null
    /** The deck it is copied from. */
    originId?: DeckId
  },
): Promise<void> {
  await db.deck.create({ data: row })
}

/** Says whether there is such a deck. Throws a duplicate error when a live deck of the owner has the name. */
export async function updateDeck(
  db: Db,
  ownerId: LearnerId,
  id: DeckId,
  change: { name?: string; archivedAt?: Date | null; studied?: boolean },
): Promise<boolean> {
  const { count } = await db.deck.updateMany({ where: { ownerId, id }, data: change })
  return count === 1
}

/** Whether another live deck of the owner has this name, whatever the case. */
export async function isNameTaken(
  db: Db,
  ownerId: LearnerId,
  name: string,
  except?: DeckId,
): Promise<boolean> {
  const row = await db.deck.findFirst({
    where: {
      ownerId,
      archivedAt: null,
      name: { equals: name.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' },
      ...(except && { id: { not: except } }),
    },
    select: { id: true },
  })
  return row !== null
}

export async function addToDeck(
  db: Db,
  ownerId: LearnerId,
  deckId: DeckId,
  itemIds: readonly ItemId[],
): Promise<void> {
  await db.deckItem.createMany({
    data: itemIds.map((itemId) => ({ ownerId, deckId, itemId })),
    skipDuplicates: true,
  })
}

export async function removeFromDeck(
  db: Db,
  ownerId: LearnerId,
  deckId: DeckId,
  itemIds: readonly ItemId[],
): Promise<void> {
  await db.deckItem.deleteMany({ where: { ownerId, deckId, itemId: { in: [...itemIds] } } })
}

/** Whether one of the owner's decks is assigned in a class, or offered by a link that holds. */
export async function areDecksGiven(
  db: Db,
  ownerId: LearnerId,
  ids: readonly DeckId[],
): Promise<boolean> {
  const row = await db.deck.findFirst({
    where: {
      ownerId,
      id: { in: [...ids] },
      OR: [{ assignments: { some: {} } }, { shares: { some: { endedAt: null } } }],
    },
    select: { id: true },
  })
  return row !== null
}

/** Puts everything in `from` into `into`, exams that are on it too, and the emptied deck away for good: its name lives on in nothing. */
export async function mergeDeck(
  db: Db,
  ownerId: LearnerId,
  from: DeckId,
  into: DeckId,
): Promise<void> {
  const rows = await db.deckItem.findMany({
    where: { ownerId, deckId: from },
    select: { itemId: true, addedAt: true },
  })
  await db.deckItem.createMany({
    data: rows.map((r) => ({ ...r, ownerId, deckId: into })),
    skipDuplicates: true,
  })
  await moveExamParts(db, ownerId, from, into)
  // What an assignment brought is in the other deck from now on, and what it still brings goes there.
  await db.delivery.updateMany({
    where: { learnerId: ownerId, deckId: from },
    data: { deckId: into },
  })
  await db.deck.delete({ where: { ownerId_id: { ownerId, id: from } } })
}

/** Takes items out of every deck. */
export async function removeFromDecks(
  db: Db,
  ownerId: LearnerId,
  itemIds: readonly ItemId[],
): Promise<void> {
  await db.deckItem.deleteMany({ where: { ownerId, itemId: { in: [...itemIds] } } })
}
