/** What a learner who goes leaves to others: classes that somebody else teaches too, and texts that others study. */
import { ClassId, LearnerId, MemberId } from '@/lib/core/ids'
import type { Db } from './client'
import { Prisma } from './generated/client'

/** A class of the learner's own, and the seat of whoever becomes its owner; null: it ends. */
export type Heritage = {
  readonly classId: ClassId
  readonly heir: { readonly memberId: MemberId; readonly learnerId: LearnerId } | null
}

/** Whoever teaches it too, best with an account, the longest there first. */
export async function heirsOfClasses(db: Db, learnerId: LearnerId): Promise<Heritage[]> {
  const rows = await db.$queryRaw<
    { classId: string; memberId: string | null; learnerId: string | null }[]
  >`
    SELECT o.class_id::text AS "classId", heir.id::text AS "memberId", heir.learner_id::text AS "learnerId"
    FROM class_member o LEFT JOIN LATERAL (
      SELECT m.id, m.learner_id FROM class_member m LEFT JOIN account a ON a.learner_id = m.learner_id
      WHERE m.class_id = o.class_id AND m.role = 'teacher' AND m.learner_id IS NOT NULL AND m.ended_at IS NULL
      ORDER BY (a.id IS NULL), m.joined_at, m.id LIMIT 1
    ) heir ON true
    WHERE o.learner_id = ${learnerId}::uuid AND o.role = 'owner' AND o.ended_at IS NULL ORDER BY o.class_id`
  return rows.map((row) => ({
    classId: ClassId.parse(row.classId),
    heir:
      row.memberId === null
        ? null
        : { memberId: MemberId.parse(row.memberId), learnerId: LearnerId.parse(row.learnerId) },
  }))
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
