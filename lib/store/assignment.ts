/** Rows of assignments: what is due in a class. */
import { type Assignment, ClassExam, Goal } from '@/lib/core/class/assignment'
import { AssignmentId, ClassId, DeckId, ItemId } from '@/lib/core/ids'
import type { Db } from './client'
import { dateOfDay, dayOfDate } from './day'
import { Prisma } from './generated/client'
import type { AssignmentModel } from './generated/models'

export const assignmentOf = (row: AssignmentModel): Assignment => ({
  id: AssignmentId.parse(row.id),
  classId: ClassId.parse(row.classId),
  deckId: DeckId.parse(row.deckId),
  name: row.name,
  sections: row.sections,
  startsOn: dayOfDate(row.startsOn),
  dueOn: dayOfDate(row.dueOn),
  goal: Goal.parse(row.goal),
  exam: row.exam === null ? null : ClassExam.parse(row.exam),
  ended: row.endedAt !== null,
})

type Given = Omit<Assignment, 'id' | 'classId' | 'deckId' | 'ended'>

const columnsOf = ({ startsOn, dueOn, exam, sections, ...given }: Given) => ({
  ...given,
  sections: [...sections],
  startsOn: dateOfDay(startsOn),
  dueOn: dateOfDay(dueOn),
  exam: exam ?? Prisma.DbNull,
})

export async function insertAssignment(
  db: Db,
  { id, classId, deckId, ended: _, ...given }: Assignment,
): Promise<void> {
  await db.assignment.create({ data: { id, classId, deckId, ...columnsOf(given) } })
}

/** Says whether there is such an assignment in the class. */
export async function updateAssignment(
  db: Db,
  classId: ClassId,
  id: AssignmentId,
  given: Given,
): Promise<boolean> {
  const { count } = await db.assignment.updateMany({
    where: { id, classId },
    data: columnsOf(given),
  })
  return count === 1
}

/** Takes it back, or gives it again. Says whether there is such an assignment in the class. */
export async function setEnded(
  db: Db,
  classId: ClassId,
  id: AssignmentId,
  endedAt: Date | null,
): Promise<boolean> {
  const { count } = await db.assignment.updateMany({ where: { id, classId }, data: { endedAt } })
  return count === 1
}

/**
 * Until the transaction ends, what is in the deck and the assignment stay as they are: whoever changes them waits, so
 * that nothing is added between a delivery and what later changes reach. Call it before anybody else is locked.
 */
export async function holdGiven(db: Db, { id, deckId }: Pick<Assignment, 'id' | 'deckId'>) {
  await db.$queryRaw`
    SELECT 1 FROM learner l JOIN deck d ON d.owner_id = l.id WHERE d.id = ${deckId}::uuid FOR SHARE OF l`
  await db.$queryRaw`SELECT 1 FROM assignment WHERE id = ${id}::uuid FOR SHARE`
}

/** Until the transaction ends, nobody is given it, and nobody else changes it. */
export async function lockAssignment(db: Db, id: AssignmentId): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM assignment WHERE id = ${id}::uuid FOR NO KEY UPDATE`
}

export async function findAssignment(
  db: Db,
  classId: ClassId,
  id: AssignmentId,
): Promise<Assignment | null> {
  const row = await db.assignment.findFirst({ where: { id, classId } })
  return row && assignmentOf(row)
}

/** All of a class, those that were taken back too, by their due date. */
export async function assignmentsOf(db: Db, classId: ClassId): Promise<Assignment[]> {
  const rows = await db.assignment.findMany({
    where: { classId },
    orderBy: [{ dueOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(assignmentOf)
}

/** What the class calls the deck's owner; who never sat in it goes by the name of the class. */
export async function giverOf(
  db: Db,
  { classId, deckId }: Pick<Assignment, 'classId' | 'deckId'>,
): Promise<string> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT coalesce(m.display_name, c.name) AS name FROM class c JOIN deck d ON d.id = ${deckId}::uuid
    LEFT JOIN class_member m ON m.class_id = c.id AND m.learner_id = d.owner_id
    WHERE c.id = ${classId}::uuid ORDER BY m.ended_at DESC NULLS FIRST LIMIT 1`
  return rows[0]?.name ?? ''
}

/** Assignments `a` with the items `o` that they are on: those of the deck, or of its sections, that are kept. */
export const ASSIGNED_ITEMS = Prisma.sql`
  assignment a JOIN deck_item adi ON adi.deck_id = a.deck_id
  JOIN item o ON o.id = adi.item_id AND o.status = 'kept' AND (a.sections = '{}' OR o.section = ANY(a.sections))`

/** In the order of their texts. */
export async function itemsAssigned(db: Db, id: AssignmentId): Promise<{ id: ItemId }[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT o.id::text AS id FROM ${ASSIGNED_ITEMS} WHERE a.id = ${id}::uuid ORDER BY o.text_id, o.position, o.id`
  return rows.map((row) => ({ id: ItemId.parse(row.id) }))
}

/** The deck's sections in the order of its text, with how many items each has, and how many of them are lists. */
export type DeckSection = {
  readonly section: string
  readonly items: number
  readonly lists: number
  /** Of all its lists. */
  readonly elements: number
}

export async function sectionsOfDecks(
  db: Db,
  deckIds: readonly DeckId[],
): Promise<Map<DeckId, DeckSection[]>> {
  const rows = await db.$queryRaw<({ deckId: string } & DeckSection)[]>`
    SELECT di.deck_id::text AS "deckId", i.section, count(*)::int AS items,
      (count(*) FILTER (WHERE i.kind = 'list'))::int AS lists,
      coalesce(sum(jsonb_array_length(i.elements)), 0)::int AS elements
    FROM deck_item di JOIN item i ON i.id = di.item_id AND i.status = 'kept'
    WHERE di.deck_id = ANY(${[...deckIds]}::uuid[])
    GROUP BY di.deck_id, i.section ORDER BY di.deck_id, min(i.text_id::text), min(i.position), i.section`
  const found = new Map<DeckId, DeckSection[]>()
  for (const { deckId, ...section } of rows) {
    const id = DeckId.parse(deckId)
    found.set(id, [...(found.get(id) ?? []), section])
  }
  return found
}
