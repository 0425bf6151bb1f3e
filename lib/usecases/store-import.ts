/** Storing an imported text: its revision, its items, and for the library's texts everyone's copies of them. */
import 'server-only'
import { ItemId, type LearnerId, RevisionId, TextId } from '@/lib/core/ids'
import type { ProposedItem } from '@/lib/core/items/item'
import { reconcile } from '@/lib/core/items/reconcile'
import type { SegmentedText } from '@/lib/core/passages/passage'
import type { Db } from '@/lib/store/client'
import {
  changeStatus,
  deleteProposals,
  findItems,
  insertItems,
  replaceEvidence,
} from '@/lib/store/item'
import { allLearners, LIBRARY } from '@/lib/store/learner'
import { insertRevision, insertText, type TextRow } from '@/lib/store/text'
import { giveText, keepInDeck } from './give-text'
import { newId } from './new-id'

export type Import = {
  readonly ownerId: LearnerId
  readonly text: SegmentedText
  readonly proposals: readonly ProposedItem[]
  /** What new items begin as. */
  readonly status: 'proposed' | 'kept'
}

export type Stored = {
  readonly text: Pick<TextRow, 'id' | 'title'>
  readonly kind: 'new' | 'same' | 'revision'
  readonly retired: number
}

/** Stores a text not seen before; `slug` names a shipped one. A text of the library is given to everyone. */
export async function storeText(db: Db, given: Import, slug = ''): Promise<Stored> {
  const id = TextId.parse(newId())
  const { about } = given.text.source
  await insertText(db, { ...about, id, ownerId: given.ownerId, slug })
  await storeProposals(
    db,
    given,
    { id, title: about.title },
    await addRevision(db, id, 1, given.text),
  )
  if (given.ownerId === LIBRARY) {
    for (const learnerId of await allLearners(db)) await giveText(db, learnerId, id)
  }
  return { text: { id, title: about.title }, kind: 'new', retired: 0 }
}

/** Adds a revision to a text and reconciles its owner's items with it; for the library's, everyone's. */
export async function storeRevision(db: Db, given: Import, row: TextRow): Promise<Stored> {
  const revisionId = await addRevision(db, row.id, row.revision.number + 1, given.text)
  const retired = await reconcileItems(db, given, row, revisionId)
  if (given.ownerId === LIBRARY) {
    for (const ownerId of await allLearners(db))
      await reconcileItems(db, { ...given, ownerId }, row, revisionId)
  }
  return { text: row, kind: 'revision', retired }
}

async function addRevision(
  db: Db,
  textId: TextId,
  number: number,
  text: SegmentedText,
): Promise<RevisionId> {
  const id = RevisionId.parse(newId())
  await insertRevision(db, { id, textId, number, text }, newId)
  return id
}

/** Brings an owner's items of a text to a new revision; answers how many were retired. */
async function reconcileItems(
  db: Db,
  given: Import,
  row: Pick<TextRow, 'id' | 'title'>,
  revisionId: RevisionId,
): Promise<number> {
  const { ownerId, text, proposals } = given
  const items = await findItems(db, ownerId, { textId: row.id })
  const { stay, retire, drop, propose } = reconcile(items, proposals, text.source.body)
  for (const { id, evidence, status } of stay) {
    await replaceEvidence(db, ownerId, id, revisionId, evidence)
    await changeStatus(db, ownerId, [id], ['retired'], status)
  }
  await changeStatus(db, ownerId, retire, ['kept'], 'retired')
  await deleteProposals(db, ownerId, drop)
  await storeProposals(db, { ...given, proposals: propose }, row, revisionId)
  return retire.length
}

async function storeProposals(
  db: Db,
  { ownerId, proposals, status }: Import,
  row: Pick<TextRow, 'id' | 'title'>,
  revisionId: RevisionId,
): Promise<void> {
  const items = proposals.map((p) => ({
    ...p,
    id: ItemId.parse(newId()),
    textId: row.id,
    revisionId,
    status,
  }))
  await insertItems(db, ownerId, items)
  await keepInDeck(db, ownerId, row.id, row.title, status === 'kept' ? items : [])
}
