/**
 * Items of a stretch that a reader has marked: all that can be made of it, also those that would not be proposed of the
 * whole text. New ones become proposals of theirs, to be kept or rejected like any other.
 */
import 'server-only'
import { z } from 'zod'
import type { PassageDropped } from '@/lib/core/generate/why-none'
import { ItemId, type LearnerId, TextId } from '@/lib/core/ids'
import type { ProposedItem } from '@/lib/core/items/item'
import type { ItemStatus, StoredItem } from '@/lib/core/items/stored'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { type Db, inTransaction, store } from '@/lib/store/client'
import { findItems, insertItems } from '@/lib/store/item'
import { lockLearner } from '@/lib/store/learner'
import { findReadableText, readBody, type TextRow } from '@/lib/store/text'
import { admit, admitId, missing } from './door'
import { generator } from './generator'
import { newId } from './new-id'
import type { Visit } from './visit'

/** In characters: some three pages. */
const LONGEST_STRETCH = 6_000

const Stretch = z
  .object({ start: z.int().min(0), end: z.int() })
  .refine(({ start, end }) => end > start, 'Nothing is marked.')
  .refine(
    ({ start, end }) => end - start <= LONGEST_STRETCH,
    'Mark a shorter stretch: 6,000 characters at most.',
  )

export type StretchItem = Pick<StoredItem, 'id' | 'status' | 'question' | 'answer'>

export type AskedStretch = {
  /** In the text's order; also those that were there before, kept or rejected. */
  readonly items: readonly StretchItem[]
  /** Why there is none, the best candidate's reason first; one for each passage of the stretch. */
  readonly dropped: readonly PassageDropped[]
}

export async function askStretch(
  visit: Visit,
  input: { textId: string; stretch: unknown },
): Promise<Outcome<AskedStretch>> {
  const textId = admitId(TextId, input.textId, 'text')
  if (!textId.ok) return textId
  const admitted = admit(Stretch, input.stretch)
  if (!admitted.ok) return admitted
  const stretch = admitted.value
  const row = await findReadableText(store(), visit.learner.id, textId.value)
  if (!row) return failed('notFound', missing('text'))
  const { body, format } = await readBody(store(), row.revision.id)
  if (stretch.end > body.length)
    return failed('invalid', 'The marked stretch lies beyond the end of the text. Mark it again.')
  const fileName = format === 'markdown' ? 'text.md' : 'text.txt'
  const made = await generator().make({ body, fileName }, { stretch })
  if (made.kind !== 'made')
    return failed('unavailable', made.kind === 'failed' ? made.message : 'It was stopped.')
  return inTransaction(async (db) => {
    await lockLearner(db, visit.learner.id)
    const now = await findReadableText(db, visit.learner.id, row.id)
    if (now?.revision.id !== row.revision.id)
      return failed('conflict', 'The text was edited meanwhile. Open it again.')
    const items = await storeProposals(db, visit.learner.id, row, made.items)
    return done({ items, dropped: made.passages })
  })
}

/** Where somebody sees them; what is in the trash or retired stays there. */
const SHOWN: readonly ItemStatus[] = ['proposed', 'kept', 'rejected']

async function storeProposals(
  db: Db,
  ownerId: LearnerId,
  { id: textId, revision }: TextRow,
  proposals: readonly ProposedItem[],
): Promise<StretchItem[]> {
  const keys = proposals.map(({ key }) => key)
  const known = new Set((await findItems(db, ownerId, { textId, keys })).map(({ key }) => key))
  await insertItems(
    db,
    ownerId,
    proposals
      .filter(({ key }) => !known.has(key))
      .map((item) => ({
        ...item,
        id: ItemId.parse(newId()),
        textId,
        revisionId: revision.id,
        status: 'proposed',
      })),
  )
  const items = await findItems(db, ownerId, { textId, keys, status: SHOWN })
  return items.map(({ id, status, question, answer }) => ({ id, status, question, answer }))
}
