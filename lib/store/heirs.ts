/** What a learner who goes leaves to others: classes that somebody else teaches too, and texts that others study. */
import { ClassId, DeckId, LearnerId, MemberId, TextId } from '@/lib/core/ids'
import type { Db } from './client'
import { Prisma } from './generated/client'
import { type Renaming, renamings } from './merge'

/** A class of the learner's own, and the seat of whoever becomes its owner; null: it ends. */
export type Heritage = {
  readonly classId: ClassId
  /** What the class calls the learner. */
  readonly displayName: string
  readonly heir: { readonly memberId: MemberId; readonly learnerId: LearnerId } | null
}

/** Whoever teaches it too, best with an account, the longest there first. */
export async function heirsOfClasses(db: Db, learnerId: LearnerId): Promise<Heritage[]> {
  const rows = await db.$queryRaw<
    { classId: string; displayName: string; memberId: string | null; learnerId: string | null }[]
  >`
    SELECT o.class_id::text AS "classId", o.display_name AS "displayName", heir.id::text AS "memberId", heir.learner_id::text AS "learnerId"
    FROM class_member o LEFT JOIN LATERAL (
      SELECT m.id, m.learner_id FROM class_member m LEFT JOIN account a ON a.learner_id = m.learner_id
      WHERE m.class_id = o.class_id AND m.role = 'teacher' AND m.learner_id IS NOT NULL AND m.ended_at IS NULL
      ORDER BY (a.id IS NULL), m.joined_at, m.id LIMIT 1
    ) heir ON true
    WHERE o.learner_id = ${learnerId}::uuid AND o.role = 'owner' AND o.ended_at IS NULL ORDER BY o.class_id`
  return rows.map((row) => ({
    classId: ClassId.parse(row.classId),
    displayName: row.displayName,
    heir:
      row.memberId === null
        ? null
        : { memberId: MemberId.parse(row.memberId), learnerId: LearnerId.parse(row.learnerId) },
  }))
}

/** The learner's decks that are assigned in a class, or asked from in a room of it. */
export async function decksOfClass(db: Db, classId: ClassId, ownerId: LearnerId) {
  const rows = await db.deck.findMany({
    where: {
      ownerId,
      OR: [{ assignments: { some: { classId } } }, { rooms: { some: { classId } } }],
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, textId: true },
  })
  return rows.map((row) => ({
    id: DeckId.parse(row.id),
    name: row.name,
    textId: row.textId === null ? null : TextId.parse(row.textId),
  }))
}

/** In the class the other deck takes the place of this one; `items`: its items, each with the one that takes its place. */
export async function handDeckOn(
  db: Db,
  classId: ClassId,
  { from, to, items }: { readonly from: DeckId; readonly to: DeckId; readonly items: Renaming },
): Promise<void> {
  await db.assignment.updateMany({ where: { classId, deckId: from }, data: { deckId: to } })
  await db.$executeRaw`
    UPDATE room SET deck_id = ${to}::uuid,
      item_id = coalesce((SELECT r.new FROM ${renamings(items)} AS r (old, new) WHERE r.old = room.item_id), item_id)
    WHERE class_id = ${classId}::uuid AND deck_id = ${from}::uuid`
  // Whose copy was up to date is so still.
  await db.$executeRaw`
    UPDATE item c SET origin_id = n.id,
      origin_revision = CASE WHEN c.origin_revision = o.revision THEN n.revision ELSE greatest(1, n.revision - 1) END
    FROM ${renamings(items)} AS r (old, new) JOIN item o ON o.id = r.old JOIN item n ON n.id = r.new
    WHERE c.origin_id = r.old AND c.id <> r.new
      AND c.owner_id IN (SELECT learner_id FROM class_member WHERE class_id = ${classId}::uuid)`
  await db.$executeRaw`
    UPDATE deck SET origin_id = ${to}::uuid WHERE origin_id = ${from}::uuid AND id <> ${to}::uuid
      AND owner_id IN (SELECT learner_id FROM class_member WHERE class_id = ${classId}::uuid)`
}

/** Gives each class to its heir, and ends those that nobody else teaches; with them their assignments and rooms. */
export async function leaveClasses(db: Db, learnerId: LearnerId): Promise<void> {
  const own = await heirsOfClasses(db, learnerId)
  // In this order: a class has one owner at a time.
  await db.class.deleteMany({
    where: { id: { in: own.flatMap(({ classId, heir }) => (heir ? [] : [classId])) } },
  })
  await db.classMember.deleteMany({ where: { learnerId } })
  for (const { heir } of own)
    if (heir) await db.classMember.update({ where: { id: heir.memberId }, data: { role: 'owner' } })
}

/** The learner's texts that others study, each with the one of them who has read it longest. */
const inherited = (learnerId: LearnerId) => Prisma.sql`
  SELECT DISTINCT ON (t.id) t.id AS text_id, r.learner_id AS heir_id FROM text t JOIN (
    SELECT text_id, learner_id, since FROM text_reader
    UNION ALL SELECT text_id, owner_id, created_at FROM item
  ) r ON r.text_id = t.id AND r.learner_id <> ${learnerId}::uuid
  WHERE t.owner_id = ${learnerId}::uuid ORDER BY t.id, r.since, r.learner_id`

export async function countInherited(db: Db, learnerId: LearnerId): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (${inherited(learnerId)}) i`
  return row?.n ?? 0
}

export async function leaveTexts(db: Db, learnerId: LearnerId): Promise<void> {
  await db.$executeRaw`
    UPDATE text SET owner_id = i.heir_id FROM (${inherited(learnerId)}) i WHERE text.id = i.text_id`
  await db.$executeRaw`
    DELETE FROM text_reader r USING text t WHERE t.id = r.text_id AND t.owner_id = r.learner_id`
}
