/** A learner's own rows as they are exported: nothing computed, nothing left out that is theirs. */
import { CardId, ItemId, type LearnerId, TestId, TextId } from '@/lib/core/ids'
import { formatStudyDay } from '@/lib/core/time/study-day'
import type { Db } from './client'
import { dayOfDate } from './day'

/** Ids of the learner's texts; those of the library are not theirs. */
export async function ownTextIds(db: Db, ownerId: LearnerId): Promise<TextId[]> {
  const rows = await db.text.findMany({
    where: { ownerId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  return rows.map((row) => TextId.parse(row.id))
}

/** A text with every revision of it, in full. */
export async function wholeText(db: Db, ownerId: LearnerId, id: TextId) {
  return db.text.findFirst({
    where: { id, ownerId },
    omit: { ownerId: true, slug: true },
    include: { revisions: { orderBy: { number: 'asc' }, omit: { textId: true } } },
  })
}

/** Every deck with the ids of what is in it. */
export async function wholeDecks(db: Db, ownerId: LearnerId) {
  return db.deck.findMany({
    where: { ownerId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    omit: { ownerId: true },
    include: {
      items: {
        orderBy: [{ addedAt: 'asc' }, { itemId: 'asc' }],
        select: { itemId: true, addedAt: true },
      },
      declined: {
        orderBy: [{ declinedAt: 'asc' }, { originId: 'asc' }],
        omit: { deckId: true },
      },
    },
  })
}

/** Every exam, the deleted ones too, with what it is on and what was forecast. */
export async function wholeExams(db: Db, ownerId: LearnerId) {
  const rows = await db.exam.findMany({
    where: { ownerId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    omit: { ownerId: true },
    include: {
      parts: { orderBy: { ordinal: 'asc' }, omit: { ownerId: true, examId: true, ordinal: true } },
      forecasts: {
        orderBy: [{ studyDay: 'asc' }, { kind: 'asc' }],
        omit: { ownerId: true, examId: true },
      },
    },
  })
  return rows.map((row) => ({
    ...row,
    date: dayWords(row.date),
    daysOff: row.daysOff.map(dayWords),
    parts: row.parts.map(withoutNulls),
    forecasts: row.forecasts.map((of) => ({ ...of, studyDay: dayWords(of.studyDay) })),
  }))
}

/** The ids of all mock tests, the ones that were put away too. */
export async function ownTestIds(db: Db, ownerId: LearnerId): Promise<TestId[]> {
  const rows = await db.mockTest.findMany({
    where: { ownerId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  return rows.map((row) => TestId.parse(row.id))
}

/** A mock test as it was drawn, with every sitting of it and all that was done in them. */
export async function wholeTest(db: Db, ownerId: LearnerId, id: TestId) {
  return db.mockTest.findUnique({
    where: { ownerId_id: { ownerId, id } },
    omit: { ownerId: true },
    include: {
      sittings: {
        orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
        omit: { ownerId: true, testId: true },
        include: {
          events: {
            orderBy: [{ seq: 'asc' }, { at: 'asc' }, { id: 'asc' }],
            omit: { ownerId: true, sittingId: true },
          },
        },
      },
    },
  })
}

/** The ids of all items, the deleted ones too. */
export async function ownItemIds(db: Db, ownerId: LearnerId): Promise<ItemId[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM item WHERE owner_id = ${ownerId}::uuid ORDER BY id`
  return rows.map((row) => ItemId.parse(row.id))
}

/** The cards and how many events each has, those that were never answered too. */
export async function ownCards(
  db: Db,
  learnerId: LearnerId,
): Promise<{ id: CardId; events: number }[]> {
  const rows = await db.$queryRaw<{ id: string; events: number }[]>`
    SELECT id::text AS id, event_count AS events FROM card WHERE learner_id = ${learnerId}::uuid ORDER BY id`
  return rows.map((row) => ({ id: CardId.parse(row.id), events: row.events }))
}

/** Cards with all their memory. */
export async function wholeCards(db: Db, learnerId: LearnerId, ids: readonly CardId[]) {
  const rows = await db.card.findMany({
    where: { learnerId, id: { in: [...ids] } },
    orderBy: { id: 'asc' },
    omit: { learnerId: true },
  })
  return rows.map((row) => ({
    ...row,
    lastStudyDay: dayWords(row.lastStudyDay),
    dueDay: dayWords(row.dueDay),
    buriedOn: dayWords(row.buriedOn),
  }))
}

/** Every event of the cards, in the shape in which events are sent, with what was decided when it was stored. */
export async function wholeEvents(db: Db, learnerId: LearnerId, cardIds: readonly CardId[]) {
  const rows = await db.review.findMany({
    where: { learnerId, cardId: { in: [...cardIds] } },
    orderBy: [{ cardId: 'asc' }, { reviewedAt: 'asc' }, { id: 'asc' }],
    omit: { learnerId: true },
  })
  return rows.map(({ clientReviewedAt, ...row }) =>
    withoutNulls({
      ...row,
      studyDay: dayWords(row.studyDay),
      dueDay: dayWords(row.dueDay),
      // Only where the device's clock was ahead of the server's, and the server's stands instead.
      clientReviewedAt:
        clientReviewedAt.getTime() === row.reviewedAt.getTime() ? null : clientReviewedAt,
    }),
  )
}

/** A date without a time; null stays null. */
export const dayWords = (date: Date | null) => date && formatStudyDay(dayOfDate(date))

/** What an event's kind does not have is left away, as when it is sent. */
const withoutNulls = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
