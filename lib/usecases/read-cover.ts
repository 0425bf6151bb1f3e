/** What is needed to say which passages of a text have items, and why others have none. */
import 'server-only'
import { TextId } from '@/lib/core/ids'
import type { StoredItem } from '@/lib/core/items/stored'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import type { Block } from '@/lib/core/passages/passage'
import { store } from '@/lib/store/client'
import { droppedOf, type StoredDropped } from '@/lib/store/dropped'
import { findItems } from '@/lib/store/item'
import { findReadableText } from '@/lib/store/text'
import { admitId, missing } from './door'
import { readWhole } from './read-text'
import type { Visit } from './visit'

export type TextCover = {
  readonly blocks: readonly Block[]
  /** The visitor's, decided or not; without those whose evidence is gone. */
  readonly items: readonly Pick<StoredItem, 'status' | 'evidence'>[]
  /** By the index of a block why nothing more was proposed on it, the best candidate's reason first; where it is known. */
  readonly dropped: ReadonlyMap<number, readonly StoredDropped[]>
}

export async function readCover(visit: Visit, textId: string): Promise<Outcome<TextCover>> {
  const id = admitId(TextId, textId, 'text')
  if (!id.ok) return id
  const row = await findReadableText(store(), visit.learner.id, id.value)
  if (!row) return failed('notFound', missing('text'))
  const status = ['proposed', 'kept', 'rejected'] as const
  const [{ blocks }, items, dropped] = await Promise.all([
    readWhole(row.revision.id),
    findItems(store(), visit.learner.id, { textId: row.id, status }),
    droppedOf(store(), row.revision.id),
  ])
  return done({ blocks, items, dropped })
}
