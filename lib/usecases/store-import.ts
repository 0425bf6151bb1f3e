/** Storing an imported text: its revision, its items, and for the library's texts everyone's copies of them. */
import 'server-only'
import type { PassageDropped } from '@/lib/core/generate/why-none'
import { groupBy } from '@/lib/core/group-by'
import { ItemId, type LearnerId, RevisionId, TextId } from '@/lib/core/ids'
import type { ProposedItem } from '@/lib/core/items/item'
import { reconcile } from '@/lib/core/items/reconcile'
import type { SegmentedText } from '@/lib/core/passages/passage'
import { cardsOfItems } from '@/lib/store/card'
import type { Db } from '@/lib/store/client'
import { lockHolders, moveCopies, otherItems } from '@/lib/store/copy'
import { noteDropped } from '@/lib/store/dropped'
import {
  changeStatus,
  deleteProposals,
  findItems,
  insertItems,
  type NewItem,
  replaceEvidence,
} from '@/lib/store/item'
import { LIBRARY, lockEveryone } from '@/lib/store/learner'
import { reachedBy } from '@/lib/store/pass-on'
import { insertRevision, insertText, ownersOfSame, type TextRow } from '@/lib/store/text'
import { giveText, keepInDeck } from './give-text'
import { newId } from './new-id'
import { passOn } from './pass-on'

export type Import = {
  readonly ownerId: LearnerId
  readonly text: SegmentedText
  readonly proposals: readonly ProposedItem[]
  /** Why nothing more is proposed, passage by passage. */
  readonly passages: readonly PassageDropped[]
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
  const revisionId = await addRevision(db, id, 1, given)
  const kept = await insertProposals(db, given, id, revisionId)
  await keepInDeck(db, given.ownerId, { id, title: about.title }, kept)
  if (given.ownerId === LIBRARY) {
    for (const learnerId of await receivers(db, id)) await giveText(db, learnerId, id)
  }
  return { text: { id, title: about.title }, kind: 'new', retired: 0 }
}

/** Adds a revision to a text and reconciles its owner's items with it; for the library's, everyone's. */
export async function storeRevision(db: Db, given: Import, row: TextRow): Promise<Stored> {
  const revisionId = await addRevision(db, row.id, row.revision.number + 1, given)
  const retired = await reconcileItems(db, given, row, revisionId)
  if (given.ownerId === LIBRARY) {
    for (const ownerId of await receivers(db, row.id))
      await reconcileItems(db, { ...given, ownerId }, row, revisionId)
  } else await reconcileReaders(db, given, row, revisionId)
  return { text: row, kind: 'revision', retired }
}

/**
 * Brings what others hold of the text to its new revision: copies go where their origins stand, what somebody wrote
 * themselves is found again or retired. What the owner's import keeps besides reaches those it is assigned to.
 */
async function reconcileReaders(
  db: Db,
  given: Import,
  row: TextRow,
  revisionId: RevisionId,
): Promise<void> {
  const own = await findItems(db, given.ownerId, { textId: row.id })
  const ids = own.map((item) => item.id)
  const others = groupBy(await otherItems(db, row.id, given.ownerId, ids), (of) => of.ownerId)
  await lockHolders(db, [...others.keys(), ...(await reachedBy(db, ids))])
  await moveCopies(db, row.id, ids)
  for (const [ownerId, some] of others) {
    const only = some.map((item) => item.id)
    await reconcileItems(db, { ...given, ownerId, proposals: [] }, row, revisionId, only)
  }
  await passOn(db, ids, Date.now())
}

/** Everybody, locked, but for those who have the same text as their own: they would be asked everything twice. */
async function receivers(db: Db, textId: TextId): Promise<LearnerId[]> {
  const everyone = await lockEveryone(db)
  const have = new Set(await ownersOfSame(db, textId))
  return everyone.filter((id) => !have.has(id))
}

async function addRevision(
  db: Db,
  textId: TextId,
  number: number,
  { text, passages }: Import,
): Promise<RevisionId> {
  const id = RevisionId.parse(newId())
  await insertRevision(db, { id, textId, number, text }, newId)
  await noteDropped(db, id, passages)
  return id
}

/** Brings an owner's items of a text to a new revision; answers how many were retired. */
async function reconcileItems(
  db: Db,
  given: Import,
  row: Pick<TextRow, 'id' | 'title'>,
  revisionId: RevisionId,
  only?: readonly ItemId[],
): Promise<number> {
  const { ownerId, text, proposals } = given
  const items = await findItems(db, ownerId, { textId: row.id, ...(only && { ids: only }) })
  const cards = await cardsOfItems(
    db,
    ownerId,
    items.map((i) => i.id),
  )
  const studied = new Set(cards.map((card) => card.itemId))
  const { stay, retire, drop, propose } = reconcile(items, proposals, text.source.body, studied)
  await replaceEvidence(db, ownerId, revisionId, stay)
  for (const [status, some] of groupBy(stay, (item) => item.status)) {
    const ids = some.map((item) => item.id)
    await changeStatus(db, ownerId, ids, ['retired'], status)
  }
  await changeStatus(db, ownerId, retire, ['kept', 'proposed'], 'retired')
  await deleteProposals(db, ownerId, drop)
  const kept = await insertProposals(db, { ...given, proposals: propose }, row.id, revisionId)
  if (kept.length > 0) await keepInDeck(db, ownerId, row, kept, { archivedToo: true })
  return retire.length
}

async function insertProposals(
  db: Db,
  { ownerId, proposals, status }: Import,
  textId: TextId,
  revisionId: RevisionId,
): Promise<NewItem[]> {
  const items = proposals.map((p) => ({
    ...p,
    id: ItemId.parse(newId()),
    textId,
    revisionId,
    status,
  }))
  await insertItems(db, ownerId, items)
  return items.filter((item) => item.status === 'kept')
}
