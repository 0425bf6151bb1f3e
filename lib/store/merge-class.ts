/** Seats in classes, and what assignments brought, become another learner's. */
import { ClassRole } from '@/lib/core/class/roles'
import type { LearnerId } from '@/lib/core/ids'
import type { Db } from './client'

/** Somebody sits once in a class: on the seat that `into` has, with the stronger of the two roles. */
export async function moveSeats(db: Db, from: LearnerId, into: LearnerId): Promise<void> {
  const twice = await db.$queryRaw<
    { fromId: string; fromRole: ClassRole; intoId: string; intoRole: ClassRole }[]
  >`
    SELECT f.id::text AS "fromId", f.role::text AS "fromRole", i.id::text AS "intoId", i.role::text AS "intoRole"
    FROM class_member f JOIN class_member i ON i.class_id = f.class_id AND i.learner_id = ${into}::uuid AND i.ended_at IS NULL
    WHERE f.learner_id = ${from}::uuid AND f.ended_at IS NULL`
  for (const { fromId, fromRole, intoId, intoRole } of twice) {
    await joinSeats(db, fromId, intoId)
    await db.classMember.update({
      where: { id: intoId },
      data: { role: stronger(fromRole, intoRole) },
    })
  }
  await db.classMember.updateMany({ where: { learnerId: from }, data: { learnerId: into } })
}

/** As roles.ts has them in order. */
const stronger = (one: ClassRole, other: ClassRole): ClassRole =>
  ClassRole.options.find((role) => role === one || role === other) ?? one

/** What was answered in rooms, and dates of one's own, go to the seat that stays; what that one has stays. */
async function joinSeats(db: Db, from: string, into: string): Promise<void> {
  await db.$executeRaw`
    UPDATE room_answer a SET member_id = ${into}::uuid WHERE a.member_id = ${from}::uuid AND NOT EXISTS (
      SELECT 1 FROM room_answer b WHERE b.room_id = a.room_id AND b.round = a.round AND b.member_id = ${into}::uuid)`
  await db.$executeRaw`
    UPDATE assignment_exception a SET member_id = ${into}::uuid WHERE a.member_id = ${from}::uuid AND NOT EXISTS (
      SELECT 1 FROM assignment_exception b WHERE b.assignment_id = a.assignment_id AND b.member_id = ${into}::uuid)`
  await db.$executeRaw`
    UPDATE class_member i SET joined_at = least(i.joined_at, f.joined_at),
      extra_time_percent = greatest(i.extra_time_percent, f.extra_time_percent) FROM class_member f
    WHERE i.id = ${into}::uuid AND f.id = ${from}::uuid`
  await db.classMember.delete({ where: { id: from } })
}

/** What has reached both has reached the one; free days are those of both. */
export async function moveDeliveries(db: Db, from: LearnerId, into: LearnerId): Promise<void> {
  await db.$executeRaw`
    INSERT INTO delivery (assignment_id, learner_id, deck_id, exam_id, delivered_at)
    SELECT assignment_id, ${into}::uuid, deck_id, exam_id, delivered_at FROM delivery WHERE learner_id = ${from}::uuid
    ON CONFLICT (assignment_id, learner_id) DO UPDATE SET
      deck_id = coalesce(delivery.deck_id, excluded.deck_id), exam_id = coalesce(delivery.exam_id, excluded.exam_id),
      delivered_at = least(delivery.delivered_at, excluded.delivered_at)`
  await db.delivery.deleteMany({ where: { learnerId: from } })
  await db.$executeRaw`
    INSERT INTO free_day (assignment_id, learner_id, study_day, claimed_at)
    SELECT assignment_id, ${into}::uuid, study_day, claimed_at FROM free_day WHERE learner_id = ${from}::uuid
    ON CONFLICT (assignment_id, learner_id, study_day) DO UPDATE SET claimed_at = least(free_day.claimed_at, excluded.claimed_at)`
  await db.freeDay.deleteMany({ where: { learnerId: from } })
}

/** What is asked in rooms under way is the host's item that stays. */
export async function renameRoomItems(db: Db, items: ReadonlyMap<string, string>): Promise<void> {
  const rooms = await db.room.findMany({
    where: { itemId: { in: [...items.keys()] } },
    select: { id: true, itemId: true },
  })
  for (const { id, itemId } of rooms)
    await db.room.update({ where: { id }, data: { itemId: (itemId && items.get(itemId)) ?? null } })
}
