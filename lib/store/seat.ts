/** Rows of seats: how they are made, taken, changed and left. Which class they are in is checked before. */
import type { Class, Member } from '@/lib/core/class/class'
import type { ClassRole } from '@/lib/core/class/roles'
import { type ClassId, type LearnerId, MemberId } from '@/lib/core/ids'
import { classOf, memberOf } from './class'
import type { Db } from './client'

/** A seat with what only those see who manage it. */
export type SeatDetails = Member & {
  /** Where its link goes. */
  readonly email: string | null
  /** Until when its link holds: milliseconds since 1970; null where it has none. */
  readonly linkUntil: number | null
  /** Milliseconds since 1970; null for a free seat. */
  readonly joinedAt: number | null
  /** Whether who sits there has an account. */
  readonly account: boolean
}

const DETAILS = { learner: { select: { account: { select: { id: true } } } } } as const

/** All seats of a class that have not ended, by name. */
export async function seatsOf(db: Db, classId: ClassId): Promise<SeatDetails[]> {
  const rows = await db.classMember.findMany({
    where: { classId, endedAt: null },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
    include: DETAILS,
  })
  return rows.map(detailsOf)
}

type DetailsRow = Parameters<typeof memberOf>[0] & {
  learner: { account: { id: string } | null } | null
}

const detailsOf = (row: DetailsRow): SeatDetails => ({
  ...memberOf(row),
  email: row.email,
  linkUntil: row.linkUntil?.getTime() ?? null,
  joinedAt: row.joinedAt?.getTime() ?? null,
  account: row.learner?.account != null,
})

/** A seat of this class that has not ended. */
export async function findMember(
  db: Db,
  classId: ClassId,
  id: MemberId,
): Promise<SeatDetails | null> {
  const row = await db.classMember.findFirst({
    where: { id, classId, endedAt: null },
    include: DETAILS,
  })
  return row && detailsOf(row)
}

export async function countSeats(db: Db, classId: ClassId): Promise<number> {
  return db.classMember.count({ where: { classId, endedAt: null } })
}

/** The seat that somebody left last, or was removed from. */
export async function seatLeft(
  db: Db,
  learnerId: LearnerId,
  classId: ClassId,
): Promise<MemberId | null> {
  const row = await db.classMember.findFirst({
    where: { classId, learnerId, endedAt: { not: null } },
    orderBy: { endedAt: 'desc' },
    select: { id: true },
  })
  return row && MemberId.parse(row.id)
}

export type SeatChange = {
  readonly role?: ClassRole
  readonly displayName?: string
  readonly endedAt?: Date | null
  readonly learnerId?: LearnerId
  readonly joinedAt?: Date
  /** With `linkUntil`, or both null. */
  readonly linkHash?: string | null
  readonly linkUntil?: Date | null
}

export async function updateSeat(db: Db, id: MemberId, change: SeatChange): Promise<void> {
  await db.classMember.update({ where: { id }, data: change })
}

/** Takes away a seat on which nobody ever sat. */
export async function deleteSeat(db: Db, id: MemberId): Promise<void> {
  await db.classMember.delete({ where: { id } })
}

export async function insertFreeSeats(
  db: Db,
  classId: ClassId,
  role: ClassRole,
  seats: readonly {
    readonly id: MemberId
    readonly displayName: string
    readonly email: string | null
  }[],
): Promise<void> {
  await db.classMember.createMany({ data: seats.map((seat) => ({ ...seat, classId, role })) })
}

/** The seat whose link this is, while it holds, and its class. */
export async function seatByLink(
  db: Db,
  linkHash: string,
  now: number,
): Promise<{ class: Class; seat: SeatDetails } | null> {
  const row = await db.classMember.findFirst({
    where: { linkHash, linkUntil: { gt: new Date(now) }, endedAt: null },
    include: { ...DETAILS, class: true },
  })
  return row && { class: classOf(row.class), seat: detailsOf(row) }
}

const TEACHING = ['owner', 'teacher'] as const

/**
 * Whether every class that a learner sits in is taught by one and the same person who teaches this class: the one named,
 * or anyone. Only then no other class learns of what is done for the learner here.
 */
export async function taughtByOne(
  db: Db,
  learnerId: LearnerId,
  classId: ClassId,
  teacherId?: LearnerId,
): Promise<boolean> {
  const seats = await db.classMember.findMany({
    where: { learnerId, endedAt: null },
    select: { classId: true },
  })
  const ids = [...new Set([classId as string, ...seats.map((seat) => seat.classId)])]
  const taught = await db.classMember.groupBy({
    by: ['learnerId'],
    where: {
      classId: { in: ids },
      endedAt: null,
      role: { in: [...TEACHING] },
      learnerId: teacherId ?? { not: null },
    },
    _count: { classId: true },
  })
  return taught.some(({ _count }) => _count.classId === ids.length)
}
