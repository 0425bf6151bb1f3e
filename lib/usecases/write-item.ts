import 'server-only'
import { z } from 'zod'
import { DeckId, ItemId, type LearnerId, type RevisionId, TextId } from '@/lib/core/ids'
import { composeContent, ItemDraft } from '@/lib/core/items/draft'
import { evidenceAt } from '@/lib/core/items/evidence'
import type { Evidence } from '@/lib/core/items/item'
import { BY_HAND } from '@/lib/core/items/stored'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { storable } from '@/lib/core/text/storable'
import { type Db, inTransaction } from '@/lib/store/client'
import { addToDeck, findDeck } from '@/lib/store/deck'
import { insertItems } from '@/lib/store/item'
import { lockLearner } from '@/lib/store/learner'
import { findReadableText, passagesOf, readBody } from '@/lib/store/text'
import { admit, admitId, missing } from './door'
import { makeCards } from './make-cards'
import { newId } from './new-id'
import { passOn } from './pass-on'
import type { Visit } from './visit'

const Spans = z
  .array(z.unknown())
  .max(20, 'At most 20 passages show one item.')
  .pipe(
    z.array(
      z
        .object({ start: z.int().min(0), end: z.int() })
        .refine((s) => s.end > s.start, 'The marked passage is empty.'),
    ),
  )

/** Longest heading that an item keeps as the place it stands under. */
const MOST_SECTION = 1000

export type NewItemInput = {
  draft: unknown
  /** The text it is about, with the stretches that show it; null for an item without a passage. */
  textId: string | null
  evidence: { start: number; end: number }[]
  deckId: string
}

/** Keeps an item written by hand, in a deck, with its cards. */
export async function writeItem(
  visit: Visit,
  given: NewItemInput,
): Promise<Outcome<{ itemId: ItemId }>> {
  const input: Partial<NewItemInput> = given ?? {}
  const draft = admit(ItemDraft, input.draft)
  if (!draft.ok) return draft
  const spans = admit(Spans, input.evidence)
  if (!spans.ok) return spans
  const deckId = admitId(DeckId, input.deckId, 'deck')
  if (!deckId.ok) return deckId
  const textId = input.textId === null ? done(null) : admitId(TextId, input.textId, 'text')
  if (!textId.ok) return textId
  const ownerId = visit.learner.id
  return inTransaction(async (db) => {
    await lockLearner(db, ownerId)
    if (!(await findDeck(db, ownerId, deckId.value))) return failed('notFound', missing('deck'))
    const place = await placeOf(db, ownerId, textId.value, spans.value)
    if (!place.ok) return place
    const content = composeContent(draft.value, { before: null, ...place.value })
    const id = ItemId.parse(newId())
    const own = { id, key: id, construction: BY_HAND, confidence: 1, status: 'kept' as const }
    await insertItems(db, ownerId, [
      { ...content, ...own, textId: textId.value, revisionId: place.value.revisionId },
    ])
    await addToDeck(db, ownerId, deckId.value, [id])
    await makeCards(db, ownerId, [{ ...content, id }])
    await passOn(db, [id], visit.now)
    return done({ itemId: id })
  })
}

type Place = { evidence: Evidence[]; section: string; revisionId: RevisionId | null }

async function placeOf(
  db: Db,
  learnerId: LearnerId,
  textId: TextId | null,
  spans: readonly { start: number; end: number }[],
): Promise<Outcome<Place>> {
  if (textId === null) {
    if (spans.length > 0) return failed('invalid', 'A passage was marked, but no text was named.')
    return done({ evidence: [], section: '', revisionId: null })
  }
  const text = await findReadableText(db, learnerId, textId)
  if (!text) return failed('notFound', missing('text'))
  const { body } = await readBody(db, text.revision.id)
  if (spans.some((s) => s.end > body.length)) {
    return failed('invalid', 'The marked passage lies beyond the end of the text. Mark it again.')
  }
  const [first] = spans
  const section = first ? await sectionAt(db, text.revision.id, first.start) : ''
  return done({
    evidence: spans.map((s) => evidenceAt(body, s)),
    section,
    revisionId: text.revision.id,
  })
}

async function sectionAt(db: Db, revisionId: RevisionId, offset: number): Promise<string> {
  const sections = (await passagesOf(db, revisionId)).filter((p) => p.kind === 'section')
  const title = sections.findLast((s) => s.startOffset <= offset)?.content ?? ''
  return storable(title.slice(0, MOST_SECTION))
}
