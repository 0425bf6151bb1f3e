/** Exams, mock tests and sittings of one learner become another's; what they name is called as it is there. */
import { v5 } from 'uuid'
import type { LearnerId } from '@/lib/core/ids'
import type { Db } from './client'
import type { Prisma } from './generated/client'
import { type Renaming, renamed } from './merge'

const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Ids stand in JSON by themselves and in the keys of sections: text:ID:heading. */
function inJson<T>(names: Renaming, value: T): T {
  return JSON.parse(JSON.stringify(value).replace(UUIDS, (id) => renamed(names, id)))
}

const json = (names: Renaming, value: Prisma.JsonValue): Prisma.InputJsonValue =>
  inJson(names, value) ?? {}

/** What exams are on and what was forecast: out of the way, for as long as decks and items pass from one to the other. */
export async function takeExams(db: Db, from: LearnerId) {
  const ofFrom = { where: { ownerId: from } }
  const parts = await db.examPart.findMany(ofFrom)
  const forecasts = await db.examForecast.findMany(ofFrom)
  await db.examPart.deleteMany(ofFrom)
  // A forecast is never changed: it is taken out and put in again as it was.
  await db.examForecast.deleteMany(ofFrom)
  return { parts, forecasts }
}

/** Of two exams that one assignment brought, `from`'s is put away. */
export async function giveExams(
  db: Db,
  from: LearnerId,
  into: LearnerId,
  names: Renaming,
  { taken, now }: { taken: Awaited<ReturnType<typeof takeExams>>; now: Date },
): Promise<void> {
  const exams = await db.exam.findMany({
    where: { ownerId: from },
    select: { id: true, weights: true },
  })
  await db.$executeRaw`
    UPDATE exam SET deleted_at = ${now} FROM delivery a JOIN delivery b ON b.assignment_id = a.assignment_id
    WHERE a.learner_id = ${from}::uuid AND b.learner_id = ${into}::uuid AND b.exam_id IS NOT NULL
      AND exam.id = a.exam_id AND exam.owner_id = ${from}::uuid AND exam.deleted_at IS NULL`
  for (const { id, weights } of exams)
    await db.exam.update({ where: { id }, data: { ownerId: into, weights: json(names, weights) } })
  const rename = (id: string | null) => id && renamed(names, id)
  await db.examPart.createMany({
    data: taken.parts.map((part) => ({
      ...part,
      ownerId: into,
      deckId: rename(part.deckId),
      textId: rename(part.textId),
      itemId: rename(part.itemId),
    })),
  })
  await db.examForecast.createMany({
    data: taken.forecasts.map((one) => ({
      ...one,
      ownerId: into,
      detail: json(names, one.detail),
    })),
  })
}

/** They are copied: the ones of `from` are erased with it. */
export async function copyTests(
  db: Db,
  from: LearnerId,
  into: LearnerId,
  names: Renaming,
): Promise<void> {
  const ids = await db.mockTest.findMany({ where: { ownerId: from }, select: { id: true } })
  for (const { id } of ids) {
    const test = await db.mockTest.findUniqueOrThrow({
      where: { ownerId_id: { ownerId: from, id } },
    })
    const { parts, blueprint, drawn } = test
    await db.mockTest.create({
      data: {
        ...{ ...test, ownerId: into },
        ...{ parts: json(names, parts), blueprint: json(names, blueprint) },
        drawn: json(names, drawn),
      },
    })
  }
  await db.$executeRaw`
    INSERT INTO sitting (owner_id, id, test_id, minutes, time_zone, started_at)
    SELECT ${into}::uuid, id, test_id, minutes, time_zone, started_at FROM sitting WHERE owner_id = ${from}::uuid`
  await copySittingEvents(db, from, into, names)
}

async function copySittingEvents(
  db: Db,
  from: LearnerId,
  into: LearnerId,
  names: Renaming,
): Promise<void> {
  const events = await db.sittingEvent.findMany({ where: { ownerId: from } })
  const taken = await db.sittingEvent.findMany({
    where: { ownerId: into, id: { in: events.map((event) => event.id) } },
    select: { id: true },
  })
  const theirs = new Set(taken.map((event) => event.id))
  await db.sittingEvent.createMany({
    data: events.map((event) => ({
      ...event,
      ownerId: into,
      id: theirs.has(event.id) ? v5(event.id, from) : event.id,
      body: json(names, event.body),
    })),
  })
}
