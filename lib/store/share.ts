/** Rows of shares: decks that their owners offer by link; and what has changed in a deck since it was copied. */
import { DeckId, ItemId, LearnerId, ShareId } from '@/lib/core/ids'
import type { Db } from './client'
import { Prisma } from './generated/client'

export type Share = {
  readonly id: ShareId
  readonly ownerId: LearnerId
  readonly deckId: DeckId
  /** What the owner chose to be called. */
  readonly name: string
}

type Found = { id: string; ownerId: string; deckId: string; name: string }

const shareOf = ({ id, ownerId, deckId, name }: Found): Share => ({
  id: ShareId.parse(id),
  ownerId: LearnerId.parse(ownerId),
  deckId: DeckId.parse(deckId),
  name,
})

/** The link that holds, if the deck has one. */
export async function shareOfDeck(
  db: Db,
  ownerId: LearnerId,
  deckId: DeckId,
): Promise<Share | null> {
  const row = await db.deckShare.findFirst({ where: { ownerId, deckId, endedAt: null } })
  return row && shareOf(row)
}

/** A share whose link holds. */
export async function findShare(db: Db, id: ShareId): Promise<Share | null> {
  const row = await db.deckShare.findFirst({ where: { id, endedAt: null } })
  return row && shareOf(row)
}

export async function insertShare(db: Db, share: Share): Promise<void> {
  await db.deckShare.create({ data: share })
}

export async function renameShare(db: Db, id: ShareId, name: string): Promise<void> {
  await db.deckShare.update({ where: { id }, data: { name } })
}

export async function endShares(
  db: Db,
  ownerId: LearnerId,
  deckId: DeckId,
  now: number,
): Promise<void> {
  await db.deckShare.updateMany({
    where: { ownerId, deckId, endedAt: null },
    data: { endedAt: new Date(now) },
  })
}

/** The learner's live deck that was copied from this one: the first, if there are several. */
export async function deckCopiedFrom(
  db: Db,
  ownerId: LearnerId,
  originId: DeckId,
): Promise<DeckId | null> {
  const row = await db.deck.findFirst({
    where: { ownerId, originId, archivedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  return row && DeckId.parse(row.id)
}

/** The share through which a learner's deck came, while its link holds. A deck that was assigned follows by itself. */
export async function shareBehind(
  db: Db,
  ownerId: LearnerId,
  deckId: DeckId,
): Promise<Share | null> {
  const [row] = await db.$queryRaw<Found[]>`
    SELECT s.id::text AS id, s.owner_id::text AS "ownerId", s.deck_id::text AS "deckId", s.name
    FROM deck c JOIN deck_share s ON s.deck_id = c.origin_id AND s.ended_at IS NULL
    WHERE c.id = ${deckId}::uuid AND c.owner_id = ${ownerId}::uuid AND NOT EXISTS (
      SELECT 1 FROM delivery d JOIN assignment a ON a.id = d.assignment_id
      WHERE d.deck_id = c.id AND a.deck_id = s.deck_id)`
  return row ? shareOf(row) : null
}

/** What a copied item said, and what its origin says. */
export type OriginChange = { readonly originRevision: number } & (
  | {
      readonly kind: 'reworded'
      readonly originId: ItemId
      readonly itemId: ItemId
      /** Its holder worded it otherwise meanwhile. */
      readonly ownWords: boolean
    }
  | { readonly kind: 'added'; readonly originId: ItemId; readonly itemId: null }
  | { readonly kind: 'gone'; readonly originId: ItemId; readonly itemId: ItemId }
)

type ChangeRow = {
  kind: OriginChange['kind']
  originId: string
  itemId: string | null
  ownWords: boolean
  originRevision: number
}

/** What has changed in the shared deck and not in the learner's copy of it, in the order of the text; without what was declined, and what an assignment keeps as it is. */
export async function changesSince(
  db: Db,
  ownerId: LearnerId,
  deckId: DeckId,
  share: Share,
): Promise<OriginChange[]> {
  const inOrigin = Prisma.sql`o.status = 'kept' AND EXISTS (
    SELECT 1 FROM deck_item oi WHERE oi.item_id = o.id AND oi.deck_id = ${share.deckId}::uuid)`
  const rows = await db.$queryRaw<ChangeRow[]>`
    SELECT * FROM (
      SELECT CASE WHEN ${inOrigin} THEN 'reworded' ELSE 'gone' END AS kind, o.id::text AS "originId",
        h.id::text AS "itemId", h.reworded AS "ownWords", o.revision AS "originRevision", o.position AS position
      FROM deck_item di JOIN item h ON h.id = di.item_id AND h.status IN ('kept', 'retired')
        JOIN item o ON o.id = h.origin_id AND o.owner_id = ${share.ownerId}::uuid
      WHERE di.deck_id = ${deckId}::uuid AND di.owner_id = ${ownerId}::uuid
        AND (NOT (${inOrigin}) OR h.origin_revision < o.revision)
        AND NOT EXISTS (SELECT 1 FROM delivery d JOIN assignment a ON a.id = d.assignment_id
          JOIN deck_item ai ON ai.deck_id = a.deck_id AND ai.item_id = o.id
          WHERE d.deck_id = ${deckId}::uuid AND d.learner_id = ${ownerId}::uuid)
      UNION ALL
      SELECT 'added', o.id::text, NULL, false, o.revision, o.position FROM item o
      WHERE ${inOrigin} AND NOT EXISTS (SELECT 1 FROM item h WHERE h.owner_id = ${ownerId}::uuid
        AND (h.origin_id = o.id OR (h.text_id = o.text_id AND h.key = o.key)))
    ) changes WHERE NOT EXISTS (SELECT 1 FROM declined_change n WHERE n.deck_id = ${deckId}::uuid
      AND n.origin_id = changes."originId"::uuid AND n.kind = changes.kind AND n.origin_revision = changes."originRevision")
    ORDER BY position, "originId"`
  return rows.map(changeOf)
}

function changeOf(row: ChangeRow): OriginChange {
  const { kind, ownWords, originRevision } = row
  const of = { originId: ItemId.parse(row.originId), originRevision }
  if (kind === 'added') return { ...of, kind, itemId: null }
  const itemId = ItemId.parse(row.itemId)
  return kind === 'gone' ? { ...of, kind, itemId } : { ...of, kind, itemId, ownWords }
}

/** Not offered for this deck any more, as long as their origins say what they say now. */
export async function declineChanges(
  db: Db,
  deckId: DeckId,
  changes: readonly OriginChange[],
  now: number,
): Promise<void> {
  const originIds = changes.map((change) => change.originId)
  await db.declinedChange.deleteMany({ where: { deckId, originId: { in: originIds } } })
  await db.declinedChange.createMany({
    data: changes.map(({ originId, kind, originRevision }) => ({
      ...{ deckId, originId, kind, originRevision },
      declinedAt: new Date(now),
    })),
  })
}
