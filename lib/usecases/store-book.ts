/** Storing a long text: first the text itself, then the items of one part after the other. */
import 'server-only'
import { addPassedOver } from '@/lib/core/generate/fitness/unfit'
import { type ImportId, ItemId } from '@/lib/core/ids'
import type { ProposedItem } from '@/lib/core/items/item'
import type { Part } from '@/lib/core/passages/parts'
import type { SegmentedText } from '@/lib/core/passages/passage'
import {
  endImport,
  endPart,
  findImport,
  type ImportRow,
  lockImport,
  setStored,
} from '@/lib/store/book-import'
import { type Db, inTransaction, store } from '@/lib/store/client'
import { deckOfText } from '@/lib/store/deck'
import { noteDropped } from '@/lib/store/dropped'
import { changeStatus, findItems, insertItems, replaceEvidence } from '@/lib/store/item'
import { lockLearner } from '@/lib/store/learner'
import { findTextByHash, newestRevision } from '@/lib/store/text'
import { earlierText } from './earlier-text'
import type { MadeItems } from './generator-thread'
import { ensureDeck } from './give-text'
import { newId } from './new-id'
import { storeRevision, storeText } from './store-import'

/** Stores the text without items. The part to begin with; null where there is nothing more to do. */
export async function storeBook(
  id: ImportId,
  text: SegmentedText,
  parts: number,
): Promise<number | null> {
  return withImport(id, async (db, { ownerId }) => {
    const same = await findTextByHash(db, ownerId, text.source.sha256)
    const given = { ownerId, text, proposals: [], passages: [], status: 'proposed' as const }
    const { title } = text.source.about
    if (same) {
      const { id: revisionId } = same.revision
      await setStored(db, id, { revisionId, title, words: text.words, parts: 0 })
      await endImport(db, id, ['running'], 'done')
      return null
    }
    const earlier = await earlierText(db, ownerId, text)
    const stored = earlier ? await storeRevision(db, given, earlier) : await storeText(db, given)
    const revision = await newestRevision(db, stored.text.id)
    await setStored(db, id, { revisionId: revision.id, title, words: text.words, parts })
    return 0
  })
}

/** Stores what a part yields; false where it is to be left. */
export async function storePart(
  id: ImportId,
  { n, part, made }: { n: number; part: Part; made: MadeItems },
): Promise<boolean> {
  const stored = await withImport(id, async (db, row) => {
    if (!row.stored || row.partsDone !== n) return null
    const newest = await newestRevision(db, row.stored.textId)
    if (newest.id !== row.stored.revisionId) {
      await endImport(db, id, ['running'], 'stopped', EDITED)
      return null
    }
    const items = await storeItems(db, row, row.stored, part, made.items)
    await noteDropped(db, row.stored.revisionId, made.passages)
    const passedOver = addPassedOver(row.passedOver, made.passedOver)
    await endPart(db, id, { words: part.words, items, passedOver })
    return true
  })
  return stored !== null
}

const EDITED =
  'The text was added again in an edited state meanwhile, so this state of it is not gone on with.'

export async function finishBook(id: ImportId): Promise<void> {
  await endImport(store(), id, ['running'], 'done')
}

/** Says how many are new. What was there stays as it was decided; what an edit had retired comes back. */
async function storeItems(
  db: Db,
  { ownerId, title }: ImportRow,
  { textId, revisionId }: NonNullable<ImportRow['stored']>,
  part: Part,
  proposals: readonly ProposedItem[],
): Promise<number> {
  const keys = proposals.map((item) => item.key)
  const known = new Map(
    (await findItems(db, ownerId, { textId, keys })).map((item) => [item.key, item]),
  )
  const back = proposals.flatMap(({ key, evidence }) => {
    const item = known.get(key)
    return item?.status === 'retired' ? [{ id: item.id, evidence, decks: item.decks }] : []
  })
  await replaceEvidence(db, ownerId, revisionId, back)
  for (const to of ['kept', 'proposed'] as const) {
    const ids = back.filter(({ decks }) => decks.length > 0 === (to === 'kept')).map(({ id }) => id)
    await changeStatus(db, ownerId, ids, ['retired'], to)
  }
  const fresh = proposals.filter((item) => !known.has(item.key))
  const status = 'proposed' as const
  await insertItems(
    db,
    ownerId,
    fresh.map((item) => ({ ...item, id: ItemId.parse(newId()), textId, revisionId, status })),
  )
  const whole = { textId, chapter: null }
  if (fresh.length > 0 && !(await deckOfText(db, ownerId, whole, true)))
    await ensureDeck(db, ownerId, { id: textId, title }, part.chapter, true)
  return fresh.length
}

/** Works on an import that is being gone through, held with its owner; null where it is so no more. */
async function withImport<T>(
  id: ImportId,
  work: (db: Db, row: ImportRow) => Promise<T | null>,
): Promise<T | null> {
  const seen = await findImport(store(), id)
  if (!seen) return null
  return inTransaction(async (db) => {
    await lockLearner(db, seen.ownerId)
    const row = await lockImport(db, id)
    if (row?.state !== 'running') return null
    // Whoever runs the job runs it again.
    if (row.ownerId !== seen.ownerId) throw new Error(`import ${id} has become another learner's`)
    return work(db, row)
  })
}
