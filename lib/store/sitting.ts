/** Rows of sittings and of what was done in them: appended, read, never changed (the database refuses it). */
import type { SittingStart } from '@/lib/core/exam/mock/sitting'
import { SittingEvent } from '@/lib/core/exam/mock/sitting-event'
import { groupBy } from '@/lib/core/group-by'
import { type LearnerId, SittingId, TestId } from '@/lib/core/ids'
import type { Db } from './client'

export type SittingRow = SittingStart & {
  readonly id: SittingId
  readonly testId: TestId
  readonly timeZone: string
}

type Found = {
  id: string
  testId: string
  minutes: number | null
  timeZone: string
  startedAt: Date
}

const sittingOf = (row: Found): SittingRow => ({
  id: SittingId.parse(row.id),
  testId: TestId.parse(row.testId),
  minutes: row.minutes,
  timeZone: row.timeZone,
  startedAt: row.startedAt.getTime(),
})

/** Holds the test until the transaction ends, so that of two beginnings at once the second finds the first. */
export async function holdTest(db: Db, ownerId: LearnerId, id: TestId): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM mock_test WHERE owner_id = ${ownerId}::uuid AND id = ${id}::uuid FOR UPDATE`
  return rows.length > 0
}

export async function insertSitting(db: Db, ownerId: LearnerId, row: SittingRow): Promise<void> {
  await db.sitting.create({ data: { ...row, ownerId, startedAt: new Date(row.startedAt) } })
}

export async function findSitting(
  db: Db,
  ownerId: LearnerId,
  id: SittingId,
): Promise<SittingRow | null> {
  const row = await db.sitting.findUnique({ where: { ownerId_id: { ownerId, id } } })
  return row && sittingOf(row)
}

/** Of one test, or of all; the newest first. */
export async function sittingsOf(
  db: Db,
  ownerId: LearnerId,
  testId?: TestId,
): Promise<SittingRow[]> {
  const rows = await db.sitting.findMany({
    where: { ownerId, ...(testId && { testId }) },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(sittingOf)
}

/** Everything that was done in these sittings. */
export async function eventsOfSittings(
  db: Db,
  ownerId: LearnerId,
  ids: readonly SittingId[],
): Promise<Map<SittingId, SittingEvent[]>> {
  const rows = await db.sittingEvent.findMany({
    where: { ownerId, sittingId: { in: [...ids] } },
    orderBy: [{ seq: 'asc' }, { id: 'asc' }],
  })
  const events = rows.map(({ id, sittingId, seq, kind, at, body }) => ({
    sittingId: SittingId.parse(sittingId),
    event: SittingEvent.parse({ ...Object(body), id, seq, kind, at: at.getTime() }),
  }))
  return new Map(
    [...groupBy(events, (each) => each.sittingId)].map(([id, group]) => [
      id,
      group.map((each) => each.event),
    ]),
  )
}

/** Appends what is not there yet; an event that comes again is stored once. */
export async function appendSittingEvents(
  db: Db,
  ownerId: LearnerId,
  sittingId: SittingId,
  events: readonly SittingEvent[],
  receivedAt: number,
): Promise<void> {
  await db.sittingEvent.createMany({
    data: events.map(({ id, seq, kind, at, ...body }) => ({
      ...{ ownerId, sittingId, id, seq, kind, body },
      at: new Date(at),
      receivedAt: new Date(receivedAt),
    })),
    skipDuplicates: true,
  })
}
