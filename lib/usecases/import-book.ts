/** Long texts go through in the background: begun here, watched, stopped and gone on with. `go-through-book.ts` does it. */
import 'server-only'
import { z } from 'zod'
import type { PassedOver } from '@/lib/core/generate/fitness/unfit'
import { ImportId, type LearnerId, type TextId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import type { SourceText } from '@/lib/core/text/source'
import {
  deleteImport,
  endImport,
  findImport,
  findUnderWay,
  type ImportRow,
  type ImportState,
  importsOf,
  insertImport,
  reopenImport,
} from '@/lib/store/book-import'
import { type Db, inTransaction, store } from '@/lib/store/client'
import { addJob } from '@/lib/store/jobs'
import { admit, admitId, missing } from './door'
import { IMPORT_BOOK } from './jobs'
import { newId } from './new-id'
import type { Visit } from './visit'

export type BookImport = {
  readonly id: ImportId
  readonly title: string
  readonly state: ImportState
  /** Null until the text is stored. */
  readonly textId: TextId | null
  /** 0 until it is known. */
  readonly parts: number
  readonly partsDone: number
  /** The chapter that is being worked on, by its heading. */
  readonly chapter: string
  readonly words: number
  /** Of the words, those that have been gone through, the part of now in proportion. */
  readonly wordsDone: number
  readonly items: number
  readonly passedOver: readonly PassedOver[]
  readonly problem: string
  readonly encoding: string
}

/** Puts a text in the row of those to be gone through. The same one again is the one that is under way. */
export async function beginBook(
  ownerId: LearnerId,
  source: SourceText,
  given: { readonly fileName: string; readonly encoding: string; readonly words: number },
): Promise<ImportId> {
  return inTransaction(async (db) => {
    const id = ImportId.parse(newId())
    const { body, sha256, about } = source
    const row = { ...given, id, ownerId, title: about.title, sha256, body }
    if (await insertImport(db, row)) await queue(db, id)
    return (await findUnderWay(db, ownerId, sha256)) ?? id
  })
}

const queue = (db: Db, id: ImportId): Promise<void> =>
  addJob(db, IMPORT_BOOK, { importId: id }, `${IMPORT_BOOK}:${id}`)

/** So long one that is done is told of besides. Milliseconds. */
const TOLD_FOR = 3_600_000

/** The visitor's imports that are under way, have been stopped or have failed, and those done within the hour. */
export async function readBooks(visit: Visit): Promise<readonly BookImport[]> {
  const rows = await importsOf(store(), visit.learner.id, new Date(Date.now() - TOLD_FOR))
  return rows.map(viewOf)
}

function viewOf(row: ImportRow): BookImport {
  const { id, title, state, parts, partsDone, chapter, words, items } = row
  const left = parts > 0 ? (words - row.wordsDone) / Math.max(1, parts - partsDone) : 0
  return {
    ...{ id, title, state, parts, partsDone, chapter, words, items },
    textId: row.stored?.textId ?? null,
    wordsDone: Math.round(row.wordsDone + left * row.partShare),
    passedOver: row.passedOver,
    problem: row.problem,
    encoding: row.encoding,
  }
}

const Deed = z.enum(
  ['stop', 'goOn', 'forget'],
  'An import can be stopped, gone on with and forgotten.',
)

/**
 * Stops an import, where what is done stays; goes on with one that was stopped or has failed; or forgets one that has
 * ended. Done twice it is as done once.
 */
export async function changeBook(
  visit: Visit,
  input: { readonly importId: unknown; readonly deed: unknown },
): Promise<Outcome<readonly BookImport[]>> {
  const id = admitId(ImportId, input.importId, 'import')
  if (!id.ok) return id
  const deed = admit(Deed, input.deed)
  if (!deed.ok) return deed
  const row = await findImport(store(), id.value)
  if (row?.ownerId !== visit.learner.id) return failed('notFound', missing('import'))
  await inTransaction(async (db) => {
    if (deed.value === 'stop') await endImport(db, id.value, ['waiting', 'running'], 'stopped')
    else if (deed.value === 'forget') await deleteImport(db, id.value)
    else if (await reopenImport(db, id.value)) await queue(db, id.value)
  })
  return done(await readBooks(visit))
}
