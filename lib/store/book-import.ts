/** Rows of long texts that are gone through in the background. */
import { z } from 'zod'
import { type PassedOver, UNFIT } from '@/lib/core/generate/fitness/unfit'
import { ImportId, LearnerId, RevisionId, TextId } from '@/lib/core/ids'
import type { Db } from './client'
import type { Prisma } from './generated/client'

const State = z.enum(['waiting', 'running', 'done', 'stopped', 'failed'])
export type ImportState = z.infer<typeof State>

const PassedOverRows = z.array(
  z.object({ why: z.enum(UNFIT), passages: z.number(), words: z.number() }),
)

export type ImportRow = {
  readonly id: ImportId
  readonly ownerId: LearnerId
  readonly fileName: string
  readonly title: string
  readonly state: ImportState
  /** The text and its revision, once they are stored. */
  readonly stored: { readonly textId: TextId; readonly revisionId: RevisionId } | null
  readonly encoding: string
  readonly tries: number
  /** 0 until the text is stored. */
  readonly parts: number
  readonly partsDone: number
  readonly partShare: number
  readonly chapter: string
  readonly words: number
  readonly wordsDone: number
  readonly items: number
  readonly passedOver: readonly PassedOver[]
  readonly problem: string
}

const WITHOUT_BODY = {
  omit: { body: true, sha256: true },
  include: { revision: { select: { textId: true } } },
} as const

type Found = Prisma.BookImportGetPayload<typeof WITHOUT_BODY>

function importOf({ revision, revisionId, createdAt: _, endedAt: __, ...row }: Found): ImportRow {
  return {
    ...row,
    id: ImportId.parse(row.id),
    ownerId: LearnerId.parse(row.ownerId),
    state: State.parse(row.state),
    stored:
      revision && revisionId !== null
        ? { textId: TextId.parse(revision.textId), revisionId: RevisionId.parse(revisionId) }
        : null,
    passedOver: PassedOverRows.parse(row.passedOver),
  }
}

/** Says whether it is new: of the same text one is under way at a time. */
export async function insertImport(
  db: Db,
  row: {
    id: ImportId
    ownerId: LearnerId
    fileName: string
    title: string
    sha256: string
    encoding: string
    body: string
    words: number
  },
): Promise<boolean> {
  const { count } = await db.bookImport.createMany({ data: [row], skipDuplicates: true })
  return count === 1
}

/** The one that is under way with these characters. */
export async function findUnderWay(
  db: Db,
  ownerId: LearnerId,
  sha256: string,
): Promise<ImportId | null> {
  const row = await db.bookImport.findFirst({
    where: { ownerId, sha256, endedAt: null },
    select: { id: true },
  })
  return row && ImportId.parse(row.id)
}

export async function findImport(db: Db, id: ImportId): Promise<ImportRow | null> {
  const row = await db.bookImport.findUnique({ where: { id }, ...WITHOUT_BODY })
  return row && importOf(row)
}

/** The same, held for this transaction. */
export async function lockImport(db: Db, id: ImportId): Promise<ImportRow | null> {
  await db.$queryRaw`SELECT 1 FROM book_import WHERE id = ${id}::uuid FOR UPDATE`
  return findImport(db, id)
}

/** The learner's: those under way, those that were stopped or failed, and those done since `since`; the newest first. */
export async function importsOf(db: Db, ownerId: LearnerId, since: Date): Promise<ImportRow[]> {
  const rows = await db.bookImport.findMany({
    where: { ownerId, OR: [{ state: { not: 'done' } }, { endedAt: { gte: since } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    ...WITHOUT_BODY,
  })
  return rows.map(importOf)
}

/** What was given, as long as it is not stored as a text. */
export async function bodyOfImport(db: Db, id: ImportId): Promise<string | null> {
  const row = await db.bookImport.findUnique({ where: { id }, select: { body: true } })
  return row?.body ?? null
}

/** Counts one more try of one that waits or was cut off; null where it is not to be gone on with. */
export async function beginTry(db: Db, id: ImportId): Promise<ImportRow | null> {
  const { count } = await db.bookImport.updateMany({
    where: { id, state: { in: ['waiting', 'running'] } },
    data: { state: 'running', tries: { increment: 1 }, partShare: 0 },
  })
  return count === 1 ? findImport(db, id) : null
}

export async function setStored(
  db: Db,
  id: ImportId,
  stored: { revisionId: RevisionId; title: string; words: number; parts: number },
): Promise<void> {
  await db.bookImport.update({ where: { id }, data: { ...stored, body: null, tries: 1 } })
}

/** Notes how far the part is that is being worked on; false where it is to be left. */
export async function notePart(
  db: Db,
  id: ImportId,
  part: { chapter: string; partShare: number },
): Promise<boolean> {
  const { count } = await db.bookImport.updateMany({ where: { id, state: 'running' }, data: part })
  return count === 1
}

export async function endPart(
  db: Db,
  id: ImportId,
  part: { words: number; items: number; passedOver: readonly PassedOver[] },
): Promise<void> {
  await db.bookImport.update({
    where: { id },
    data: {
      partsDone: { increment: 1 },
      wordsDone: { increment: part.words },
      items: { increment: part.items },
      passedOver: [...part.passedOver],
      ...{ partShare: 0, tries: 1 },
    },
  })
}

/** Says whether it was in one of the states `from`. */
export async function endImport(
  db: Db,
  id: ImportId,
  from: readonly ImportState[],
  to: 'done' | 'stopped' | 'failed',
  problem = '',
): Promise<boolean> {
  const { count } = await db.bookImport.updateMany({
    where: { id, state: { in: [...from] } },
    data: { state: to, problem, partShare: 0, endedAt: new Date() },
  })
  return count === 1
}

/** Lets one that was stopped or has failed wait for its turn again; false where it is neither. */
export async function reopenImport(db: Db, id: ImportId): Promise<boolean> {
  const { count } = await db.bookImport.updateMany({
    where: { id, state: { in: ['stopped', 'failed'] } },
    data: { state: 'waiting', problem: '', tries: 0, endedAt: null },
  })
  return count === 1
}

/** Takes away one that has ended; what it stored stays. */
export async function deleteImport(db: Db, id: ImportId): Promise<void> {
  await db.bookImport.deleteMany({ where: { id, endedAt: { not: null } } })
}

/** Imports of one learner become another's; one that both have under way is the other's. */
export async function moveImports(db: Db, from: LearnerId, into: LearnerId): Promise<void> {
  await db.$executeRaw`
    DELETE FROM book_import f USING book_import i WHERE f.owner_id = ${from}::uuid AND i.owner_id = ${into}::uuid
      AND f.ended_at IS NULL AND i.ended_at IS NULL AND f.sha256 = i.sha256`
  await db.bookImport.updateMany({ where: { ownerId: from }, data: { ownerId: into } })
}

/** As they are exported. */
export async function wholeImports(db: Db, ownerId: LearnerId) {
  return db.bookImport.findMany({
    where: { ownerId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    omit: { ownerId: true, partShare: true, tries: true },
  })
}
