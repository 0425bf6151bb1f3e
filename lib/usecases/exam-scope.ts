/** What an exam is on, with what is remembered of it now. */
import 'server-only'
import type { Exam, ExamItem, ExamPart } from '@/lib/core/exam/exam'
import { type ExamSection, sectionKey, sectionsOf } from '@/lib/core/exam/sections'
import { groupBy } from '@/lib/core/group-by'
import { cardKeys } from '@/lib/core/items/stored'
import { failed, type Outcome } from '@/lib/core/outcome'
import { chooseForm } from '@/lib/core/session/choose-form'
import { type CardRow, cardsOfItems } from '@/lib/store/card'
import { type Db, store } from '@/lib/store/client'
import { decksOf } from '@/lib/store/deck'
import { examItems, type ScopeItem } from '@/lib/store/exam'
import { findItems } from '@/lib/store/item'
import { findReadableText } from '@/lib/store/text'
import { foldedNow } from './fold-again'
import type { Visit } from './visit'

/** The sections with their items; suspended cards and what is not asked at all are not in it. */
export async function examSections(
  { learner }: Visit,
  exam: Pick<Exam, 'id' | 'weights'>,
): Promise<ExamSection[]> {
  const found = await examItems(store(), learner.id, exam.id)
  const ids = found.map((item) => item.itemId)
  const rows = await foldedNow(store(), learner, await cardsOfItems(store(), learner.id, ids))
  const cards = groupBy(rows, (card) => card.itemId)
  return sectionsOf(
    found.flatMap((scope) => {
      const item = examItem(scope, cards.get(scope.itemId) ?? [])
      return item ? [{ item, source: scope.source }] : []
    }),
    exam.weights,
  )
}

function examItem(scope: ScopeItem, rows: readonly CardRow[]): ExamItem | null {
  const cards = cardKeys(scope).flatMap(
    (key) => rows.find((card) => card.elementKey === key && card.state.suspended === null) ?? [],
  )
  const [first] = cards
  if (!first) return null
  return {
    itemId: scope.itemId,
    kind: scope.kind,
    sectionKey: sectionKey(scope.source),
    form: chooseForm(scope, first.state.memory, scope.itemId).form,
    cards: cards.map(({ id, elementKey, state }) => ({ id, elementKey, memory: state.memory })),
  }
}

/** Refuses parts that are not there or not the learner's. */
export async function checkParts(
  db: Db,
  { learner }: Visit,
  parts: readonly ExamPart[],
): Promise<Outcome<null>> {
  const decks = new Set((await decksOf(db, learner.id)).map((deck) => deck.id))
  const itemIds = parts.flatMap((part) => (part.kind === 'item' ? [part.itemId] : []))
  const items = new Set((await findItems(db, learner.id, { ids: itemIds })).map((item) => item.id))
  for (const part of parts) {
    if (part.kind === 'deck' && !decks.has(part.deckId)) return gone('deck')
    if (part.kind === 'item' && !items.has(part.itemId)) return gone('item')
    if (part.kind === 'section' && !(await findReadableText(db, learner.id, part.textId)))
      return gone('text')
  }
  return { ok: true, value: null }
}

const gone = (what: string) =>
  failed(
    'notFound',
    `A ${what} that was chosen is no longer here. Load the page again and choose anew.`,
  )
