import 'server-only'
import { z } from 'zod'
import { ItemId } from '@/lib/core/ids'
import { composeContent, draftOf, ItemDraft } from '@/lib/core/items/draft'
import { BY_HAND, type StoredItem } from '@/lib/core/items/stored'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { type Db, inTransaction } from '@/lib/store/client'
import { noteRewording } from '@/lib/store/copy'
import { addToDeck } from '@/lib/store/deck'
import {
  changeStatus,
  findItems,
  insertItems,
  revisionOfEvidence,
  updateContent,
} from '@/lib/store/item'
import { lockLearner } from '@/lib/store/learner'
import { admit, admitId, missing } from './door'
import { makeCards } from './make-cards'
import { newId } from './new-id'
import { passOn } from './pass-on'
import type { Visit } from './visit'

/**
 * Edits an item. 'same' mends its wording and keeps its memory; 'new' makes a new item in its place, with no memory, and
 * puts the old one into the trash. A proposal that nobody has studied is always just mended. Those who study copies of it
 * are told the same; the wording that a holder gives a copy stays theirs.
 */
export async function editItem(
  visit: Visit,
  input: { itemId: string; draft: unknown; meaning: string },
): Promise<Outcome<{ itemId: ItemId }>> {
  const id = admitId(ItemId, input.itemId, 'item')
  if (!id.ok) return id
  const draft = admit(ItemDraft, input.draft)
  if (!draft.ok) return draft
  const meaning = admit(z.enum(['same', 'new']), input.meaning)
  if (!meaning.ok) return meaning
  return inTransaction(async (db) => {
    await lockLearner(db, visit.learner.id)
    const [item] = await findItems(db, visit.learner.id, { ids: [id.value] })
    if (!item) return failed('notFound', missing('item'))
    if (item.status === 'deleted')
      return failed('conflict', 'This item is in the trash. Restore it first.')
    const studied = item.status === 'kept' || item.status === 'retired'
    const itemId =
      meaning.value === 'new' && studied
        ? await replaceItem(db, visit, item, draft.value)
        : await mendItem(db, visit, item, draft.value)
    return done({ itemId })
  })
}

async function mendItem(db: Db, visit: Visit, item: StoredItem, draft: ItemDraft): Promise<ItemId> {
  const content = composeContent(draft, {
    before: item,
    evidence: item.evidence,
    section: item.section,
  })
  await updateContent(db, visit.learner.id, item.id, content)
  if (!isSame(draftOf(item), draft)) await noteRewording(db, visit.learner.id, item.id)
  if (item.status !== 'proposed' && item.status !== 'rejected')
    await makeCards(db, visit.learner.id, [{ ...content, id: item.id }])
  await passOn(db, [item.id], visit.now)
  return item.id
}

const isSame = (one: ItemDraft, other: ItemDraft) => JSON.stringify(one) === JSON.stringify(other)

async function replaceItem(
  db: Db,
  visit: Visit,
  item: StoredItem,
  draft: ItemDraft,
): Promise<ItemId> {
  const content = composeContent(draft, {
    before: null,
    evidence: item.evidence,
    section: item.section,
  })
  const id = ItemId.parse(newId())
  const revisionId = await revisionOfEvidence(db, item.id)
  const own = { id, key: id, construction: BY_HAND, confidence: 1, status: item.status }
  await insertItems(db, visit.learner.id, [{ ...content, ...own, textId: item.textId, revisionId }])
  for (const deck of item.decks) await addToDeck(db, visit.learner.id, deck.id, [id])
  await makeCards(db, visit.learner.id, [{ ...content, id }])
  await changeStatus(db, visit.learner.id, [item.id], [item.status], 'deleted')
  await passOn(db, [item.id, id], visit.now, { of: item.id, is: id })
  return id
}
