/**
 * Importing turns a file into a text with proposed items. The same file again changes nothing; an edited one becomes a
 * new revision, and items whose evidence is still there keep their memory. All of it is stored or nothing.
 */
import 'server-only'
import type { PassedOver } from '@/lib/core/generate/fitness/unfit'
import type { LearnerId, TextId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { segment } from '@/lib/core/passages/segment'
import { decodeText } from '@/lib/core/text/decode'
import { readSource } from '@/lib/core/text/read-source'
import type { SourceText } from '@/lib/core/text/source'
import { storable } from '@/lib/core/text/storable'
import { inTransaction, store } from '@/lib/store/client'
import { findItems } from '@/lib/store/item'
import { lockLearner } from '@/lib/store/learner'
import { findTextByHash, type TextRow } from '@/lib/store/text'
import { earlierText } from './earlier-text'
import type { Made } from './generator'
import { makeItems } from './make-items'
import { offFor } from './read-constructions'
import { type Stored, storeRevision, storeText } from './store-import'
import type { Visit } from './visit'

export type ImportProgress = {
  readonly step: 'reading' | 'segmenting' | 'generating' | 'storing'
  readonly done: number
  readonly total: number
}

export type ImportResult = {
  readonly textId: TextId
  readonly title: string
  /** new: a text not seen before; same: nothing changed; revision: an edited text. */
  readonly kind: 'new' | 'same' | 'revision'
  /** Items now waiting for a decision, kept, and retired by this import. */
  readonly proposed: number
  readonly kept: number
  readonly retired: number
  readonly encoding: string
  /** Words of the text, and which of its passages nothing was asked of. */
  readonly words: number
  readonly passedOver: readonly PassedOver[]
}

export type ImportFile = { readonly bytes: Uint8Array; readonly fileName: string }

export function importText(
  visit: Visit,
  file: ImportFile,
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<Outcome<ImportResult>> {
  return importFor(visit.learner.id, file, 'proposed', onProgress)
}

/** Imports for an owner; `status` is what the new items begin as. */
export async function importFor(
  ownerId: LearnerId,
  file: ImportFile,
  status: 'proposed' | 'kept',
  onProgress: (progress: ImportProgress) => void,
): Promise<Outcome<ImportResult>> {
  onProgress({ step: 'reading', done: 0, total: 1 })
  const read = readFile(file)
  return read.ok ? importRead(ownerId, read.value, status, onProgress) : read
}

export type ReadFile = { readonly source: SourceText; readonly encoding: string }

/** The characters of a file, and what they say of themselves. */
export function readFile(file: ImportFile): Outcome<ReadFile> {
  const decoded = decodeText(file.bytes)
  if (!decoded.ok) {
    const code = decoded.problem.code === 'tooLarge' ? 'tooLarge' : 'invalid'
    return failed(code, decoded.problem.message)
  }
  const source = readSource(decoded.body, { fileName: storable(file.fileName) })
  return done({ source, encoding: decoded.encoding })
}

/** Imports while somebody waits for it. */
export async function importRead(
  ownerId: LearnerId,
  { source, encoding }: ReadFile,
  status: 'proposed' | 'kept',
  onProgress: (progress: ImportProgress) => void,
): Promise<Outcome<ImportResult>> {
  const same = await findTextByHash(store(), ownerId, source.sha256)
  const seen = { encoding, words: 0, passedOver: [] }
  if (same) return done({ ...(await resultOf(ownerId, same, 'same', 0)), ...seen })

  onProgress({ step: 'segmenting', done: 0, total: 1 })
  const text = segment(source)
  if (text.words === 0)
    return failed('invalid', 'There is nothing to read in this text: it has no sentences.')
  const made = await makeItems(
    text,
    (progress) => onProgress({ step: 'generating', ...progress }),
    await offFor(ownerId),
  )
  if (made.kind !== 'made') return failed('unavailable', whyNone(made))
  const { items: proposals, passages } = made

  onProgress({ step: 'storing', done: 0, total: 1 })
  const stored = await inTransaction(async (db): Promise<Stored> => {
    // The same file sent twice at once: the second waits here, and then finds the first one's text.
    await lockLearner(db, ownerId)
    const meanwhile = await findTextByHash(db, ownerId, source.sha256)
    if (meanwhile) return { text: meanwhile, kind: 'same', retired: 0 }
    const earlier = await earlierText(db, ownerId, text)
    const given = { ownerId, text, proposals, passages, status }
    return earlier ? storeRevision(db, given, earlier) : storeText(db, given)
  })
  onProgress({ step: 'storing', done: 1, total: 1 })
  const result = await resultOf(ownerId, stored.text, stored.kind, stored.retired)
  return done({ ...result, ...seen, words: text.words, passedOver: made.passedOver })
}

const whyNone = (made: Exclude<Made, { kind: 'made' }>): string =>
  made.kind === 'failed'
    ? `${made.message} Nothing was stored. Try again.`
    : 'It was stopped, and nothing was stored.'

async function resultOf(
  ownerId: LearnerId,
  text: Pick<TextRow, 'id' | 'title'>,
  kind: ImportResult['kind'],
  retired: number,
): Promise<Omit<ImportResult, 'encoding' | 'words' | 'passedOver'>> {
  const items = await findItems(store(), ownerId, { textId: text.id, status: ['proposed', 'kept'] })
  const kept = items.filter((item) => item.status === 'kept').length
  return {
    textId: text.id,
    title: text.title,
    kind,
    proposed: items.length - kept,
    kept,
    retired,
  }
}
