/** What a class can be asked from: decks, and what its students remember of them. */
import { type ClassId, DeckId, type ItemId, LearnerId } from '@/lib/core/ids'
import type { StudyDay } from '@/lib/core/time/study-day'
import type { Db } from './client'
import { dayOfDate } from './day'

/** A deck that somebody may ask a class from: their own, or one that is assigned to it. */
export async function findAskableDeck(
  db: Db,
  { classId, learnerId, deckId }: { classId: ClassId; learnerId: LearnerId; deckId: DeckId },
): Promise<{ readonly id: DeckId; readonly ownerId: LearnerId } | null> {
  const row = await db.deck.findFirst({
    where: { id: deckId, OR: [{ ownerId: learnerId }, { assignments: { some: { classId } } }] },
    select: { ownerId: true },
  })
  return row && { id: deckId, ownerId: LearnerId.parse(row.ownerId) }
}

export type AskableDeck = {
  readonly id: DeckId
  readonly name: string
  /** Under which names it is assigned to the class; empty for another deck of one's own. */
  readonly assigned: readonly string[]
}

/** The decks that somebody may ask a class from: what is assigned first, the latest due first; then their own. */
export async function askableDecks(
  db: Db,
  classId: ClassId,
  learnerId: LearnerId,
): Promise<AskableDeck[]> {
  const rows = await db.deck.findMany({
    where: {
      OR: [{ ownerId: learnerId, archivedAt: null }, { assignments: { some: { classId } } }],
      items: { some: { item: { status: 'kept' } } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      assignments: {
        where: { classId },
        orderBy: { dueOn: 'desc' },
        select: { name: true, dueOn: true },
      },
    },
  })
  const due = (row: (typeof rows)[number]) => row.assignments[0]?.dueOn.getTime() ?? 0
  return rows
    .sort((a, b) => due(b) - due(a))
    .map(({ id, name, assignments }) => ({
      ...{ id: DeckId.parse(id), name },
      assigned: assignments.map((assignment) => assignment.name),
    }))
}

/** A deck of the class's, or of one's own, that holds the item; null where there is none. */
export async function deckWithItem(
  db: Db,
  { classId, learnerId, itemId }: { classId: ClassId; learnerId: LearnerId; itemId: ItemId },
): Promise<DeckId | null> {
  const rows = await db.deck.findMany({
    where: {
      items: { some: { itemId } },
      OR: [{ ownerId: learnerId }, { assignments: { some: { classId } } }],
    },
    orderBy: [{ createdAt: 'asc' }],
    select: { id: true, _count: { select: { assignments: { where: { classId } } } } },
  })
  const [first] = rows.sort((a, b) => b._count.assignments - a._count.assignments)
  return first ? DeckId.parse(first.id) : null
}

/** What the students of a class remember of an owner's items, in their copies of them: a row for each card. */
export type CopyMemory = {
  readonly itemId: ItemId
  readonly learnerId: LearnerId
  /** Null for a card that was never answered. */
  readonly stability: number | null
  readonly lastStudyDay: StudyDay | null
  /** The student's own weights, or null for the usual ones. */
  readonly weights: readonly number[] | null
}

export async function memoriesOfCopies(
  db: Db,
  classId: ClassId,
  originIds: readonly ItemId[],
): Promise<CopyMemory[]> {
  type Row = Omit<CopyMemory, 'lastStudyDay'> & { lastStudyDay: Date | null }
  const rows = await db.$queryRaw<Row[]>`
    SELECT o.id::text AS "itemId", c.learner_id::text AS "learnerId", c.stability,
      c.last_study_day AS "lastStudyDay", p.weights
    FROM class_member m JOIN item o ON o.id = ANY(${[...originIds]}::uuid[])
    JOIN item i ON i.owner_id = m.learner_id AND i.status = 'kept'
      AND (i.origin_id = o.id OR (i.text_id = o.text_id AND i.key = o.key))
    JOIN card c ON c.learner_id = i.owner_id AND c.item_id = i.id
    JOIN learner l ON l.id = m.learner_id
    LEFT JOIN learner_parameters p ON p.learner_id = l.id AND p.number = l.parameters_number
    WHERE m.class_id = ${classId}::uuid AND m.ended_at IS NULL AND m.role = 'student'`
  return rows.map((row) => ({
    ...row,
    lastStudyDay: row.lastStudyDay && dayOfDate(row.lastStudyDay),
  }))
}
