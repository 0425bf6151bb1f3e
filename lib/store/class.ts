/** Rows of classes and of the seats in them. */
import type { Class, JoinCode, Member } from '@/lib/core/class/class'
import type { ClassRole } from '@/lib/core/class/roles'
import { ClassId, LearnerId, MemberId } from '@/lib/core/ids'
import type { Db } from './client'
import type { ClassMemberModel, ClassModel } from './generated/models'

export const classOf = (row: ClassModel): Class => ({
  id: ClassId.parse(row.id),
  name: row.name,
  timeZone: row.timeZone,
  archived: row.archivedAt !== null,
})

export const memberOf = (row: ClassMemberModel): Member => ({
  id: MemberId.parse(row.id),
  classId: ClassId.parse(row.classId),
  learnerId: row.learnerId === null ? null : LearnerId.parse(row.learnerId),
  role: row.role,
  displayName: row.displayName,
  ended: row.endedAt !== null,
})

export async function insertClass(
  db: Db,
  { id, name, timeZone, code }: Pick<Class, 'id' | 'name' | 'timeZone'> & { code: JoinCode | null },
): Promise<void> {
  await db.class.create({
    data: {
      ...{ id, name, timeZone },
      joinCode: code?.code ?? null,
      joinCodeUntil: code && new Date(code.until),
    },
  })
}

export type ClassChange = {
  readonly name?: string
  readonly archivedAt?: Date | null
  readonly code?: JoinCode | null
}

export async function updateClass(
  db: Db,
  id: ClassId,
  { code, ...change }: ClassChange,
): Promise<void> {
  await db.class.update({
    where: { id },
    data: {
      ...change,
      ...(code !== undefined && {
        joinCode: code?.code ?? null,
        joinCodeUntil: code && new Date(code.until),
      }),
    },
  })
}

/** With its seats, assignments and rooms. What its students were given and did is theirs, and stays. */
export async function deleteClass(db: Db, id: ClassId): Promise<void> {
  await db.class.delete({ where: { id } })
}

/** Until the transaction ends nobody else fills, frees or takes a seat of the class. */
export async function lockClass(db: Db, id: ClassId): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM class WHERE id = ${id}::uuid FOR NO KEY UPDATE`
}

/** The class that this code opens now. */
export async function classByCode(db: Db, code: string, now: number): Promise<Class | null> {
  const row = await db.class.findFirst({
    where: { joinCode: code, joinCodeUntil: { gt: new Date(now) }, archivedAt: null },
  })
  return row && classOf(row)
}

/** Throws a duplicate error (isDuplicate) where the learner sits in the class already, or it would get a second owner. */
export async function insertMember(
  db: Db,
  member: {
    readonly id: MemberId
    readonly classId: ClassId
    /** Null: a free seat. */
    readonly learnerId: LearnerId | null
    readonly role: ClassRole
    readonly displayName: string
  },
  /** Milliseconds since 1970. */
  now: number,
): Promise<void> {
  await db.classMember.create({
    data: { ...member, joinedAt: member.learnerId === null ? null : new Date(now) },
  })
}

/** The class with the learner's own seat in it; null where there is no such class, or they do not sit in it. */
export async function findSeat(
  db: Db,
  learnerId: LearnerId,
  classId: ClassId,
): Promise<{ class: Class; seat: Member } | null> {
  const row = await db.classMember.findFirst({
    where: { classId, learnerId, endedAt: null },
    include: { class: true },
  })
  return row && { class: classOf(row.class), seat: memberOf(row) }
}

/** Who sits in a class or has a seat kept for them, by name; without those who left. */
export async function membersOf(db: Db, classId: ClassId): Promise<Member[]> {
  const rows = await db.classMember.findMany({
    where: { classId, endedAt: null },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
  })
  return rows.map(memberOf)
}

export type ClassLine = { readonly class: Class; readonly seat: Member; readonly students: number }

/** The classes that somebody sits in, the newest first, with their own seat and how many students sit there. */
export async function classesOf(db: Db, learnerId: LearnerId): Promise<ClassLine[]> {
  const rows = await db.classMember.findMany({
    where: { learnerId, endedAt: null },
    orderBy: [{ class: { createdAt: 'desc' } }, { classId: 'desc' }],
    include: {
      class: {
        include: {
          _count: {
            select: {
              members: { where: { endedAt: null, role: 'student', learnerId: { not: null } } },
            },
          },
        },
      },
    },
  })
  return rows.map((row) => ({
    class: classOf(row.class),
    seat: memberOf(row),
    students: row.class._count.members,
  }))
}

export async function joinCodeOf(db: Db, classId: ClassId): Promise<JoinCode | null> {
  const row = await db.class.findUnique({
    where: { id: classId },
    select: { joinCode: true, joinCodeUntil: true },
  })
  return row?.joinCode && row.joinCodeUntil
    ? { code: row.joinCode, until: row.joinCodeUntil.getTime() }
    : null
}
