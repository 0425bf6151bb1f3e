/** What the account and the classes of a learner hold of them, as it is exported: their own rows, nobody else's. */
import type { LearnerId } from '@/lib/core/ids'
import type { Db } from './client'
import { dayWords } from './export'

/** Without what proves who one is: passwords and tokens are nobody's to read. */
export async function wholeAccount(db: Db, learnerId: LearnerId) {
  return db.account.findUnique({
    where: { learnerId },
    omit: { learnerId: true },
    include: {
      signIns: {
        orderBy: { createdAt: 'asc' },
        select: { createdAt: true, updatedAt: true, expiresAt: true, userAgent: true },
      },
      credentials: { select: { providerId: true, createdAt: true, updatedAt: true } },
      resetLinks: {
        orderBy: { madeAt: 'asc' },
        select: { madeBy: true, madeAt: true, usedAt: true },
      },
    },
  })
}

/** Who has become part of the learner, and what of theirs was the same. */
export async function wholeMerges(db: Db, intoId: LearnerId) {
  return db.learnerMerge.findMany({
    where: { intoId },
    orderBy: { mergedAt: 'asc' },
    omit: { intoId: true },
    include: {
      aliases: { omit: { fromId: true } },
      items: { omit: { fromId: true } },
    },
  })
}

/** Texts of others that may be read, by their names. */
export async function wholeReadings(db: Db, learnerId: LearnerId) {
  return db.textReader.findMany({
    where: { learnerId },
    orderBy: [{ since: 'asc' }, { textId: 'asc' }],
    omit: { learnerId: true },
    include: { text: { select: { title: true, author: true } } },
  })
}

export async function wholeShares(db: Db, ownerId: LearnerId) {
  return db.deckShare.findMany({
    where: { ownerId },
    orderBy: { createdAt: 'asc' },
    omit: { ownerId: true },
  })
}

/** Seats, and what was done on them; of a class that is the learner's own also what was assigned and asked in it. */
export async function wholeSeats(db: Db, learnerId: LearnerId) {
  const rows = await db.classMember.findMany({
    where: { learnerId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    omit: { learnerId: true, linkHash: true, linkUntil: true },
    include: {
      class: { select: { name: true, timeZone: true, createdAt: true, archivedAt: true } },
      exceptions: { omit: { memberId: true } },
      roomAnswers: { omit: { memberId: true }, orderBy: { at: 'asc' } },
      presence: { omit: { memberId: true }, orderBy: { seenAt: 'asc' } },
    },
  })
  return Promise.all(
    rows.map(async ({ exceptions, ...seat }) => ({
      ...seat,
      exceptions: exceptions.map((one) => ({
        ...one,
        startsOn: dayWords(one.startsOn),
        dueOn: dayWords(one.dueOn),
      })),
      ...(seat.role === 'owner' && (await ownClass(db, seat.classId))),
    })),
  )
}

async function ownClass(db: Db, classId: string) {
  const assignments = await db.assignment.findMany({
    where: { classId },
    orderBy: { createdAt: 'asc' },
    omit: { classId: true },
  })
  const rooms = await db.room.findMany({
    where: { classId },
    orderBy: { startedAt: 'asc' },
    omit: { classId: true },
    include: {
      rounds: { omit: { roomId: true }, orderBy: { round: 'asc' } },
      hands: { omit: { roomId: true } },
    },
  })
  return {
    assignments: assignments.map((one) => ({
      ...one,
      startsOn: dayWords(one.startsOn),
      dueOn: dayWords(one.dueOn),
    })),
    rooms,
  }
}

/** What was assigned and has reached the learner, and the free days they claimed for it. */
export async function wholeDeliveries(db: Db, learnerId: LearnerId) {
  const rows = await db.delivery.findMany({
    where: { learnerId },
    orderBy: [{ deliveredAt: 'asc' }, { assignmentId: 'asc' }],
    omit: { learnerId: true },
    include: { assignment: { select: { name: true, classId: true, startsOn: true, dueOn: true } } },
  })
  const freeDays = await db.freeDay.findMany({
    where: { learnerId },
    orderBy: { studyDay: 'asc' },
  })
  return rows.map((row) => ({
    ...row,
    assignment: {
      ...row.assignment,
      startsOn: dayWords(row.assignment.startsOn),
      dueOn: dayWords(row.assignment.dueOn),
    },
    freeDays: freeDays
      .filter((day) => day.assignmentId === row.assignmentId)
      .map(({ studyDay, claimedAt }) => ({ studyDay: dayWords(studyDay), claimedAt })),
  }))
}
