/** Rows of items and their evidence. */
import { z } from 'zod'
import {
  type DeckId,
  DeckId as DeckIdSchema,
  ItemId,
  type LearnerId,
  type RevisionId,
  RevisionId as RevisionIdSchema,
  TextId,
} from '@/lib/core/ids'
import { Element, type Evidence, FormSpec, type ItemContent, ItemKind } from '@/lib/core/items/item'
import type { ItemStatus, StoredItem } from '@/lib/core/items/stored'
import type { Db } from './client'
import type { Prisma } from './generated/client'

const include = {
  evidence: { orderBy: { ordinal: 'asc' } },
  text: { select: { title: true, language: true } },
  decks: {
    orderBy: { addedAt: 'asc' },
    select: { deck: { select: { id: true, name: true, archivedAt: true } } },
  },
} satisfies Prisma.ItemInclude

type Found = Prisma.ItemGetPayload<{ include: typeof include }>

const Elements = z.array(Element)
const Forms = z.array(FormSpec).min(1)

function itemOf(row: Found): StoredItem {
  return {
    id: ItemId.parse(row.id),
    textId: row.textId === null ? null : TextId.parse(row.textId),
    textTitle: row.text?.title ?? null,
    textLanguage: row.text?.language ?? '',
    status: row.status,
    key: row.key,
    construction: row.construction,
    confidence: row.confidence,
    kind: ItemKind.parse(row.kind),
    question: row.question,
    answer: row.answer,
    accept: row.accept,
    elements: Elements.parse(row.elements),
    forms: Forms.parse(row.forms),
    section: row.section,
    evidence: row.evidence.map((e) => ({
      start: e.startOffset,
      end: e.endOffset,
      quote: e.quote,
      before: e.before,
      after: e.after,
    })),
    decks: row.decks.map(({ deck }) => ({
      id: DeckIdSchema.parse(deck.id),
      name: deck.name,
      archived: deck.archivedAt !== null,
    })),
    updatedAt: row.updatedAt.toISOString(),
  }
}

export type ItemFilter = {
  ids?: readonly ItemId[]
  textId?: TextId
  deckId?: DeckId
  keys?: readonly string[]
  status?: readonly ItemStatus[]
}

/** The learner's items, by text and place in it. */
export async function findItems(
  db: Db,
  ownerId: LearnerId,
  filter: ItemFilter,
): Promise<StoredItem[]> {
  const rows = await db.item.findMany({
    where: {
      ownerId,
      ...(filter.ids && { id: { in: [...filter.ids] } }),
      ...(filter.textId && { textId: filter.textId }),
      ...(filter.keys && { key: { in: [...filter.keys] } }),
      ...(filter.status && { status: { in: [...filter.status] } }),
      ...(filter.deckId && { decks: { some: { deckId: filter.deckId } } }),
    },
    orderBy: [{ textId: 'asc' }, { position: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    include,
  })
  return rows.map(itemOf)
}

export type NewItem = ItemContent & {
  readonly id: ItemId
  readonly textId: TextId | null
  /** The revision that the evidence's offsets are in; null when there is no evidence. */
  readonly revisionId: RevisionId | null
  readonly status: ItemStatus
  readonly key: string
  readonly construction: string
  readonly confidence: number
}

const positionOf = (evidence: readonly Evidence[]) => evidence[0]?.start ?? 0

function evidenceRows(
  itemId: ItemId,
  revisionId: RevisionId | null,
  evidence: readonly Evidence[],
) {
  if (evidence.length > 0 && revisionId === null)
    throw new Error(`item ${itemId}: evidence without a revision`)
  return evidence.map((e, ordinal) => ({
    itemId,
    ordinal,
    revisionId: revisionId ?? '',
    startOffset: e.start,
    endOffset: e.end,
    quote: e.quote,
    before: e.before,
    after: e.after,
  }))
}

const contentColumns = (content: ItemContent) => ({
  kind: content.kind,
  question: content.question,
  answer: content.answer,
  accept: [...content.accept],
  elements: content.elements,
  forms: content.forms,
  section: content.section,
  position: positionOf(content.evidence),
})

export async function insertItems(
  db: Db,
  ownerId: LearnerId,
  items: readonly NewItem[],
): Promise<void> {
  for (let at = 0; at < items.length; at += 500) {
    const some = items.slice(at, at + 500)
    await db.item.createMany({
      data: some.map(({ id, textId, status, key, construction, confidence, ...content }) => ({
        id,
        ownerId,
        textId,
        status,
        key,
        construction,
        confidence,
        ...contentColumns(content),
      })),
    })
    await db.evidence.createMany({
      data: some.flatMap((i) => evidenceRows(i.id, i.revisionId, i.evidence)),
    })
  }
}

/** Replaces what an item says; its id, and so its cards and their memory, stay. */
export async function updateContent(
  db: Db,
  ownerId: LearnerId,
  id: ItemId,
  content: ItemContent,
): Promise<void> {
  await db.item.update({
    where: { ownerId_id: { ownerId, id } },
    data: { ...contentColumns(content), updatedAt: new Date() },
  })
}

/** Moves the evidence of items to another revision of their text. */
export async function replaceEvidence(
  db: Db,
  ownerId: LearnerId,
  revisionId: RevisionId,
  items: readonly { readonly id: ItemId; readonly evidence: readonly Evidence[] }[],
): Promise<void> {
  const ids = items.map((item) => item.id)
  const positions = items.map((item) => positionOf(item.evidence))
  await db.evidence.deleteMany({ where: { itemId: { in: ids }, item: { ownerId } } })
  await db.evidence.createMany({
    data: items.flatMap((item) => evidenceRows(item.id, revisionId, item.evidence)),
  })
  await db.$executeRaw`
    UPDATE item SET position = moved.position
    FROM unnest(${ids}::uuid[], ${positions}::int[]) AS moved (id, position)
    WHERE item.id = moved.id AND item.owner_id = ${ownerId}::uuid AND item.position <> moved.position`
}

/** Retires those of the items to be asked or decided on whose evidence does not stand in the newest revision of their text. */
export async function retireOutdated(
  db: Db,
  ownerId: LearnerId,
  ids: readonly ItemId[],
): Promise<void> {
  await db.$executeRaw`
    UPDATE item SET status = 'retired'
    WHERE owner_id = ${ownerId}::uuid AND id = ANY(${[...ids]}::uuid[]) AND status IN ('proposed', 'kept') AND EXISTS (
      SELECT 1 FROM evidence e JOIN text_revision r ON r.id = e.revision_id
      JOIN text_revision newer ON newer.text_id = r.text_id AND newer.number > r.number
      WHERE e.item_id = item.id)`
}

/** Sets the status of those of the items that are the owner's and in one of the states `from`; answers which. */
export async function changeStatus(
  db: Db,
  ownerId: LearnerId,
  ids: readonly ItemId[],
  from: readonly ItemStatus[],
  to: ItemStatus,
  only: { ofTexts?: true } = {},
): Promise<ItemId[]> {
  const rows = await db.item.updateManyAndReturn({
    where: {
      ownerId,
      id: { in: [...ids] },
      status: { in: [...from] },
      ...(only.ofTexts && { textId: { not: null } }),
    },
    data: { status: to, updatedAt: new Date() },
    select: { id: true },
  })
  return rows.map((row) => ItemId.parse(row.id))
}

/** Deletes proposals that nobody decided on: they have no cards and no reviews. */
export async function deleteProposals(
  db: Db,
  ownerId: LearnerId,
  ids: readonly ItemId[],
): Promise<void> {
  await db.item.deleteMany({ where: { ownerId, id: { in: [...ids] }, status: 'proposed' } })
}

/** The revision that an item's evidence stands in; null when it has none. */
export async function revisionOfEvidence(db: Db, id: ItemId): Promise<RevisionId | null> {
  const row = await db.evidence.findFirst({ where: { itemId: id }, select: { revisionId: true } })
  return row && RevisionIdSchema.parse(row.revisionId)
}
