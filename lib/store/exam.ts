/** Rows of exams and of what they are on. */
import { z } from 'zod'
import {
  type Exam,
  type ExamDraft,
  ExamPart,
  type ExamResult,
  SectionWeights,
} from '@/lib/core/exam/exam'
import type { SectionSource } from '@/lib/core/exam/sections'
import { DeckId, ExamId, ItemId, type LearnerId, TextId } from '@/lib/core/ids'
import { Element, FormSpec, ItemKind } from '@/lib/core/items/item'
import { formatStudyDay, type StudyDay } from '@/lib/core/time/study-day'
import type { Db } from './client'
import { dateOfDay, dayOfDate } from './day'
import { Prisma } from './generated/client'

const include = { parts: { orderBy: { ordinal: 'asc' } } } satisfies Prisma.ExamInclude
type Found = Prisma.ExamGetPayload<{ include: typeof include }>

const written = (date: Date): string => formatStudyDay(dayOfDate(date))
const dateOf = (text: string): Date => new Date(`${text}T00:00:00Z`)

function examOf(row: Found): Exam {
  const { points, pointsOf } = row
  return {
    id: ExamId.parse(row.id),
    name: row.name,
    date: written(row.date),
    time: row.time,
    timeZone: row.timeZone,
    // The check exam_part_by_kind gives each kind what belongs to it.
    parts: row.parts.map((part) => ExamPart.parse(part)),
    weights: SectionWeights.parse(row.weights),
    minutesPerDay: row.minutesPerDay,
    weekdaysOff: row.weekdaysOff,
    daysOff: row.daysOff.map(written),
    deleted: row.deletedAt !== null,
    result: points === null || pointsOf === null ? null : { points, of: pointsOf },
  }
}

/** All exams of a learner, the deleted ones too, by their date. */
export async function examsOf(db: Db, ownerId: LearnerId): Promise<Exam[]> {
  const rows = await db.exam.findMany({
    where: { ownerId },
    orderBy: [{ date: 'asc' }, { time: 'asc' }, { id: 'asc' }],
    include,
  })
  return rows.map(examOf)
}

/** Those that are not deleted and not before a day, by their date. */
export async function examsFrom(db: Db, ownerId: LearnerId, from: StudyDay): Promise<Exam[]> {
  const rows = await db.exam.findMany({
    where: { ownerId, deletedAt: null, date: { gte: dateOfDay(from) } },
    orderBy: [{ date: 'asc' }, { time: 'asc' }, { id: 'asc' }],
    include,
  })
  return rows.map(examOf)
}

export async function findExam(db: Db, ownerId: LearnerId, id: ExamId): Promise<Exam | null> {
  const row = await db.exam.findUnique({ where: { ownerId_id: { ownerId, id } }, include })
  return row && examOf(row)
}

const columnsOf = ({ parts: _, ...draft }: ExamDraft) => ({
  ...draft,
  date: dateOf(draft.date),
  daysOff: draft.daysOff.map(dateOf),
})

const partRows = (ownerId: LearnerId, examId: ExamId, parts: readonly ExamPart[]) =>
  parts.map((part, ordinal) => ({ ownerId, examId, ordinal, ...part }))

/** Give it a transaction. */
export async function insertExam(
  db: Db,
  ownerId: LearnerId,
  id: ExamId,
  draft: ExamDraft,
): Promise<void> {
  await db.exam.create({ data: { id, ownerId, ...columnsOf(draft) } })
  await db.examPart.createMany({ data: partRows(ownerId, id, draft.parts) })
}

/** Says whether there is such an exam. Give it a transaction. */
export async function updateExam(
  db: Db,
  ownerId: LearnerId,
  id: ExamId,
  draft: ExamDraft,
): Promise<boolean> {
  if (!(await changeExam(db, ownerId, id, columnsOf(draft)))) return false
  await db.examPart.deleteMany({ where: { ownerId, examId: id } })
  await db.examPart.createMany({ data: partRows(ownerId, id, draft.parts) })
  return true
}

const changeExam = async (
  db: Db,
  ownerId: LearnerId,
  id: ExamId,
  data: Prisma.ExamUpdateManyMutationInput,
): Promise<boolean> => (await db.exam.updateMany({ where: { ownerId, id }, data })).count === 1

/** Says whether there is such an exam, as the next two do. */
export const setWeights = (db: Db, ownerId: LearnerId, id: ExamId, weights: SectionWeights) =>
  changeExam(db, ownerId, id, { weights })

export const setDeleted = (db: Db, ownerId: LearnerId, id: ExamId, deletedAt: Date | null) =>
  changeExam(db, ownerId, id, { deletedAt })

export const setResult = (db: Db, ownerId: LearnerId, id: ExamId, result: ExamResult | null) =>
  changeExam(db, ownerId, id, { points: result?.points ?? null, pointsOf: result?.of ?? null })

/** The deck's exams are on the other deck from now on, once where they were on both. */
export async function moveExamParts(
  db: Db,
  ownerId: LearnerId,
  from: DeckId,
  into: DeckId,
): Promise<void> {
  await db.$executeRaw`
    UPDATE exam_part p SET deck_id = ${into}::uuid
    WHERE p.owner_id = ${ownerId}::uuid AND p.deck_id = ${from}::uuid AND NOT EXISTS (
      SELECT 1 FROM exam_part other WHERE other.exam_id = p.exam_id AND other.deck_id = ${into}::uuid)`
}

/** Of each exam which items it is on: those that are asked at all, with a card that is not suspended. */
const scopeOf = (ownerId: LearnerId, ids: readonly ExamId[]): Prisma.Sql => Prisma.sql`
  SELECT found.exam_id, found.item_id FROM (
    SELECT p.exam_id, di.item_id FROM exam_part p
      JOIN deck d ON d.id = p.deck_id AND d.archived_at IS NULL AND d.studied JOIN deck_item di ON di.deck_id = d.id
      WHERE p.owner_id = ${ownerId}::uuid AND p.exam_id = ANY(${[...ids]}::uuid[])
    UNION SELECT p.exam_id, i.id FROM exam_part p
      JOIN item i ON i.owner_id = p.owner_id AND i.text_id = p.text_id AND i.section = p.section
      WHERE p.owner_id = ${ownerId}::uuid AND p.exam_id = ANY(${[...ids]}::uuid[])
    UNION SELECT p.exam_id, p.item_id FROM exam_part p
      WHERE p.owner_id = ${ownerId}::uuid AND p.exam_id = ANY(${[...ids]}::uuid[]) AND p.kind = 'item'
  ) found
  WHERE EXISTS (SELECT 1 FROM card c
    WHERE c.learner_id = ${ownerId}::uuid AND c.item_id = found.item_id AND c.live AND NOT c.suspended)`

/** How many items each of the exams is on. */
export async function countExamItems(
  db: Db,
  ownerId: LearnerId,
  ids: readonly ExamId[],
): Promise<Map<ExamId, number>> {
  const rows = await db.$queryRaw<{ id: string; items: number }[]>`
    SELECT exam_id::text AS id, count(*)::int AS items FROM (${scopeOf(ownerId, ids)}) scope GROUP BY exam_id`
  return new Map(rows.map((row) => [ExamId.parse(row.id), row.items]))
}

const ScopeRow = z.object({
  itemId: ItemId,
  kind: ItemKind,
  question: z.string(),
  elements: z.array(Element),
  forms: z.array(FormSpec).min(1),
  textId: TextId.nullable(),
  textTitle: z.string().nullable(),
  section: z.string(),
  deckId: DeckId,
  deckName: z.string(),
})

export type ScopeItem = Pick<
  z.infer<typeof ScopeRow>,
  'itemId' | 'kind' | 'question' | 'elements' | 'forms'
> & { readonly source: SectionSource }

/** The items of an exam in the order of their texts, then those without a text by their deck. */
export async function examItems(db: Db, ownerId: LearnerId, id: ExamId): Promise<ScopeItem[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT i.id::text AS "itemId", i.kind, i.question, i.elements, i.forms, i.text_id::text AS "textId",
      t.title AS "textTitle", i.section, d.id::text AS "deckId", d.name AS "deckName"
    FROM (${scopeOf(ownerId, [id])}) scope
    JOIN item i ON i.id = scope.item_id LEFT JOIN text t ON t.id = i.text_id
    JOIN LATERAL (
      SELECT d.id, d.name FROM deck_item di JOIN deck d ON d.id = di.deck_id AND d.archived_at IS NULL AND d.studied
      LEFT JOIN exam_part p ON p.exam_id = ${id}::uuid AND p.deck_id = d.id
      WHERE di.owner_id = i.owner_id AND di.item_id = i.id ORDER BY p.ordinal NULLS LAST, di.added_at, d.id LIMIT 1
    ) d ON true
    ORDER BY (i.text_id IS NULL), t.created_at, i.text_id, CASE WHEN i.text_id IS NULL THEN lower(d.name) END, i.position, i.id`
  return rows.map((row) => {
    const { textId, textTitle, section, deckId, deckName, ...item } = ScopeRow.parse(row)
    const source: SectionSource =
      textId === null
        ? { kind: 'deck', deckId, deckName }
        : { kind: 'text', textId, textTitle: textTitle ?? '', section }
    return { ...item, source }
  })
}

export type SectionChoice = {
  readonly textId: TextId
  readonly textTitle: string
  readonly section: string
  readonly items: number
}

/** The sections of texts that have items to be asked, in the order of the texts. */
export async function sectionChoices(db: Db, ownerId: LearnerId): Promise<SectionChoice[]> {
  const rows = await db.$queryRaw<(Omit<SectionChoice, 'textId'> & { textId: string })[]>`
    SELECT i.text_id::text AS "textId", t.title AS "textTitle", i.section, count(*)::int AS items
    FROM item i JOIN text t ON t.id = i.text_id
    WHERE i.owner_id = ${ownerId}::uuid AND i.status = 'kept' AND EXISTS (
      SELECT 1 FROM card c WHERE c.learner_id = i.owner_id AND c.item_id = i.id AND c.live AND NOT c.suspended)
    GROUP BY i.text_id, t.id, i.section ORDER BY t.created_at, t.id, min(i.position), i.section`
  return rows.map((row) => ({ ...row, textId: TextId.parse(row.textId) }))
}
