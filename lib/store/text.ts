/** Rows of texts, their revisions and passages. */
import { LearnerId, RevisionId, TextId } from '@/lib/core/ids'
import type { Section, SegmentedText } from '@/lib/core/passages/passage'
import type { About } from '@/lib/core/text/source'
import type { Db } from './client'
import { Prisma } from './generated/client'
import { LIBRARY } from './learner'

export type TextRow = About & {
  readonly id: TextId
  readonly origin: 'shipped' | 'added'
  readonly slug: string
  readonly createdAt: Date
  /** The newest revision. */
  readonly revision: {
    readonly id: RevisionId
    readonly number: number
    readonly words: number
    readonly sha256: string
  }
}

const newest = {
  orderBy: { number: 'desc' },
  take: 1,
  select: { id: true, number: true, words: true, sha256: true },
} as const

type Found = {
  id: string
  origin: 'shipped' | 'added'
  title: string
  author: string
  language: string
  licence: string
  basedOn: string
  slug: string
  createdAt: Date
  revisions: { id: string; number: number; words: number; sha256: string }[]
}

function textOf(row: Found): TextRow {
  const [revision] = row.revisions
  if (!revision) throw new Error(`text ${row.id} has no revision`)
  const { revisions: _, id, ...rest } = row
  return {
    ...rest,
    id: TextId.parse(id),
    revision: { ...revision, id: RevisionId.parse(revision.id) },
  }
}

/**
 * Who has a text of the library as their own instead: a text that once had the same characters, and no item of the
 * library's. With an owner, only that one is looked at; with a text, only that text.
 */
const same = (ownerId: LearnerId | null, textId: TextId | null) => Prisma.sql`
  SELECT DISTINCT own.owner_id::text AS "ownerId", shared.id::text AS "textId"
  FROM text shared JOIN text_revision r ON r.text_id = shared.id
  JOIN text_revision s ON s.sha256 = r.sha256 JOIN text own ON own.id = s.text_id
  WHERE shared.owner_id = ${LIBRARY}::uuid AND own.owner_id <> ${LIBRARY}::uuid
    AND own.owner_id = coalesce(${ownerId}::uuid, own.owner_id) AND shared.id = coalesce(${textId}::uuid, shared.id)
    AND NOT EXISTS (SELECT 1 FROM item i WHERE i.owner_id = own.owner_id AND i.text_id = shared.id)`

type Same = { ownerId: string; textId: string }

/** The learners who have this text of the library as their own instead. */
export async function ownersOfSame(db: Db, textId: TextId): Promise<LearnerId[]> {
  const rows = await db.$queryRaw<Same[]>(same(null, textId))
  return rows.map((row) => LearnerId.parse(row.ownerId))
}

/** Texts that a learner can read: their own, the library's, and what came with an assignment or a shared deck. */
const readable = (learnerId: LearnerId) =>
  ({
    OR: [{ ownerId: { in: [learnerId, LIBRARY] } }, { readers: { some: { learnerId } } }],
  }) satisfies Prisma.TextWhereInput

/** The same in SQL, of the row `t`. */
export const isReadable = (learnerId: LearnerId) => Prisma.sql`
  (t.owner_id IN (${learnerId}::uuid, ${LIBRARY}::uuid)
    OR EXISTS (SELECT 1 FROM text_reader tr WHERE tr.text_id = t.id AND tr.learner_id = ${learnerId}::uuid))`

/** Texts of the library that the learner has as their own instead. */
async function doubled(db: Db, learnerId: LearnerId): Promise<string[]> {
  const rows = await db.$queryRaw<Same[]>(same(learnerId, null))
  return rows.map((row) => row.textId)
}

/** The texts a learner can read: added ones, the newest first, then those that ship, in the order of their files. */
export async function readableTexts(db: Db, learnerId: LearnerId): Promise<TextRow[]> {
  const rows = await db.text.findMany({
    where: { ...readable(learnerId), id: { notIn: await doubled(db, learnerId) } },
    orderBy: [{ origin: 'desc' }, { slug: 'asc' }, { createdAt: 'desc' }, { id: 'desc' }],
    include: { revisions: newest },
  })
  return rows.map(textOf)
}

export async function findReadableText(
  db: Db,
  learnerId: LearnerId,
  id: TextId,
): Promise<TextRow | null> {
  const row = await db.text.findFirst({
    where: { id, ...readable(learnerId) },
    include: { revisions: newest },
  })
  return row && textOf(row)
}

/** From whom the learner has the texts that are another's. */
export async function giversOfTexts(db: Db, learnerId: LearnerId): Promise<Map<TextId, string>> {
  const rows = await db.textReader.findMany({
    where: { learnerId, text: { ownerId: { notIn: [learnerId, LIBRARY] } } },
    select: { textId: true, givenBy: true },
  })
  return new Map(rows.map((row) => [TextId.parse(row.textId), row.givenBy]))
}

export async function findShippedText(db: Db, slug: string): Promise<TextRow | null> {
  const row = await db.text.findFirst({
    where: { ownerId: LIBRARY, slug },
    include: { revisions: newest },
  })
  return row && textOf(row)
}

/** The text, the learner's own or the library's, whose newest revision has exactly these characters. */
export async function findTextByHash(
  db: Db,
  learnerId: LearnerId,
  sha256: string,
): Promise<TextRow | null> {
  const rows = await db.text.findMany({
    where: {
      ownerId: { in: [learnerId, LIBRARY] },
      id: { notIn: await doubled(db, learnerId) },
      revisions: { some: { sha256 } },
    },
    include: { revisions: newest },
  })
  return rows.map(textOf).find((text) => text.revision.sha256 === sha256) ?? null
}

/** The owner's texts, what ships with the app left out, that share the most blocks word for word with `contents`. */
export async function textsSharingBlocks(
  db: Db,
  ownerId: LearnerId,
  contents: readonly string[],
  limit: number,
): Promise<TextRow[]> {
  const shared = await db.$queryRaw<{ id: string }[]>`
    SELECT t.id::text AS id FROM text t
    JOIN LATERAL (SELECT id FROM text_revision WHERE text_id = t.id ORDER BY number DESC LIMIT 1) r ON true
    JOIN passage p ON p.revision_id = r.id AND p.kind IN ('paragraph', 'list_item')
    WHERE t.owner_id = ${ownerId}::uuid AND t.origin = 'added' AND p.content = ANY(${[...contents]}::text[])
    GROUP BY t.id ORDER BY count(DISTINCT p.content) DESC, t.id LIMIT ${limit}::int`
  const rows = await db.text.findMany({
    where: { id: { in: shared.map((s) => s.id) } },
    include: { revisions: newest },
  })
  return rows.map(textOf)
}

export async function readBody(
  db: Db,
  revisionId: RevisionId,
): Promise<{ body: string; format: 'plain' | 'markdown' }> {
  return db.textRevision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { body: true, format: true },
  })
}

export async function insertText(
  db: Db,
  row: About & { id: TextId; ownerId: LearnerId; slug: string },
): Promise<void> {
  await db.text.create({ data: { ...row, origin: row.slug === '' ? 'added' : 'shipped' } })
}

export async function updateAbout(db: Db, id: TextId, about: About): Promise<void> {
  await db.text.update({ where: { id }, data: { ...about } })
}

/** Stores a revision with its sections and blocks; `newId` makes the ids. */
export async function insertRevision(
  db: Db,
  revision: { id: RevisionId; textId: TextId; number: number; text: SegmentedText },
  newId: () => string,
): Promise<void> {
  const { id, textId, number, text } = revision
  const { body, sha256, format } = text.source
  await db.textRevision.create({
    data: { id, textId, number, body, sha256, format, words: text.words },
  })
  const sections = text.sections.map((s) => ({
    id: newId(),
    revisionId: id,
    kind: 'section' as const,
    ordinal: s.index,
    sectionIndex: s.index,
    level: s.level,
    startOffset: s.start,
    endOffset: s.end,
    contentStart: s.start,
    content: s.title,
  }))
  const blocks = text.blocks.map((b) => ({
    id: newId(),
    revisionId: id,
    kind: b.kind,
    ordinal: b.index,
    sectionIndex: b.section,
    level: text.sections[b.section]?.level ?? 0,
    startOffset: b.start,
    endOffset: b.end,
    contentStart: b.contentStart,
    content: body.slice(b.contentStart, b.end),
  }))
  const rows = [...sections, ...blocks]
  for (let at = 0; at < rows.length; at += 1000)
    await db.passage.createMany({ data: rows.slice(at, at + 1000) })
}

/** What a text says now: its newest revision. */
export async function newestRevision(
  db: Db,
  textId: TextId,
): Promise<{ id: RevisionId; words: number }> {
  const row = await db.textRevision.findFirstOrThrow({
    where: { textId },
    orderBy: { number: 'desc' },
    select: { id: true, words: true },
  })
  return { id: RevisionId.parse(row.id), words: row.words }
}

/** The sections of a revision, in its order. */
export async function sectionsOf(db: Db, revisionId: RevisionId): Promise<Section[]> {
  const rows = await db.passage.findMany({
    where: { revisionId, kind: 'section' },
    orderBy: { ordinal: 'asc' },
    select: { ordinal: true, content: true, level: true, startOffset: true, endOffset: true },
  })
  return rows.map(
    ({ ordinal: index, content: title, level, startOffset: start, endOffset: end }) => ({
      ...{ index, title, level, start, end },
    }),
  )
}

export type PassageRow = {
  readonly kind: 'section' | 'title' | 'heading' | 'paragraph' | 'listItem' | 'boilerplate'
  readonly ordinal: number
  readonly sectionIndex: number
  readonly level: number
  readonly startOffset: number
  readonly endOffset: number
  readonly contentStart: number
  readonly content: string
}

/** Sections and blocks of a revision, in reading order (a section before its first block). */
export async function passagesOf(db: Db, revisionId: RevisionId): Promise<PassageRow[]> {
  return db.passage.findMany({
    where: { revisionId },
    orderBy: [{ startOffset: 'asc' }, { endOffset: 'desc' }, { ordinal: 'asc' }],
    omit: { id: true, revisionId: true, dropped: true },
  })
}
