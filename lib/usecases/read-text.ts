import 'server-only'
import { passagesPassedOver } from '@/lib/core/generate/fitness/fitness'
import type { PassedOver } from '@/lib/core/generate/fitness/unfit'
import { type RevisionId, TextId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import type { Block, Section } from '@/lib/core/passages/passage'
import { store } from '@/lib/store/client'
import { decksOf } from '@/lib/store/deck'
import { droppedOf, type StoredDropped } from '@/lib/store/dropped'
import {
  findReadableText,
  type PassageRow,
  passagesOf,
  readBody,
  type TextRow,
} from '@/lib/store/text'
import { admitId, missing } from './door'
import { type ItemView, itemViews } from './item-view'
import { deckSummaries, loadWaiting, type TextSummary, textSummaries } from './summaries'
import type { Visit } from './visit'

export type TextPage = {
  readonly text: TextSummary
  readonly revisionId: RevisionId
  readonly format: 'plain' | 'markdown'
  readonly body: string
  readonly sections: readonly Section[]
  readonly blocks: readonly Block[]
  /** The learner's items of this text in its order, all but the deleted ones. Evidence lies in `body`, that of retired ones in an older revision. */
  readonly items: readonly ItemView[]
  /** Where the text has no items: which of its passages are no English prose. */
  readonly passedOver: readonly PassedOver[]
  /** By the index of a block why nothing more was proposed on it, the best candidate's reason first; where it is known. */
  readonly dropped: ReadonlyMap<number, readonly StoredDropped[]>
}

/** A text as it is set for reading, with the learner's items. */
export async function readText(visit: Visit, textId: string): Promise<Outcome<TextPage>> {
  const id = admitId(TextId, textId, 'text')
  if (!id.ok) return id
  const row = await findReadableText(store(), visit.learner.id, id.value)
  if (!row) return failed('notFound', missing('text'))
  const [text, set, items, dropped] = await Promise.all([
    summaryOf(visit, row),
    readWhole(row.revision.id),
    itemViews(visit, { textId: row.id, status: ['proposed', 'kept', 'rejected', 'retired'] }),
    droppedOf(store(), row.revision.id),
  ])
  const passedOver = items.length === 0 ? passagesPassedOver(set.body, set.blocks) : []
  return done({ text, revisionId: row.revision.id, ...set, items, passedOver, dropped })
}

export type WholeText = Pick<TextPage, 'format' | 'body' | 'sections' | 'blocks'>

/** A revision as it is set for reading. */
export async function readWhole(revisionId: RevisionId): Promise<WholeText> {
  const [{ body, format }, passages] = await Promise.all([
    readBody(store(), revisionId),
    passagesOf(store(), revisionId),
  ])
  const sections = passages.filter((p) => p.kind === 'section').map(sectionOf)
  const blocks = passages.flatMap((p) => (p.kind === 'section' ? [] : [blockOf(p, p.kind, body)]))
  return { format, body, sections, blocks }
}

async function summaryOf(visit: Visit, row: TextRow): Promise<TextSummary> {
  const waiting = await loadWaiting(visit, await decksOf(store(), visit.learner.id, row.id))
  const [text] = await textSummaries(visit, [row], deckSummaries(waiting))
  if (!text) throw new Error(`text ${row.id} has no summary`)
  return text
}

const sectionOf = (row: PassageRow): Section => ({
  index: row.ordinal,
  title: row.content,
  level: row.level,
  start: row.startOffset,
  end: row.endOffset,
})

function blockOf(row: PassageRow, kind: Block['kind'], body: string): Block {
  return {
    index: row.ordinal,
    kind,
    section: row.sectionIndex,
    ...(kind === 'listItem' && { marker: body.slice(row.startOffset, row.contentStart).trim() }),
    contentStart: row.contentStart,
    start: row.startOffset,
    end: row.endOffset,
  }
}
