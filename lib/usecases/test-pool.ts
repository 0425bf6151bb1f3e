/** What a mock test is drawn from: the items of its parts that are asked at all, by section. */
import 'server-only'
import type { Section, TestPart } from '@/lib/core/exam/mock/blueprint'
import type { PoolItem } from '@/lib/core/exam/mock/draw-test'
import { sectionKey } from '@/lib/core/exam/sections'
import { groupBy } from '@/lib/core/group-by'
import type { DeckId, ExamId } from '@/lib/core/ids'
import { store } from '@/lib/store/client'
import { findDeck } from '@/lib/store/deck'
import { findExam } from '@/lib/store/exam'
import { lastFormByItem } from '@/lib/store/review'
import { examSections } from './exam-scope'
import { type ItemView, itemViews } from './item-view'
import type { Visit } from './visit'

export type TestPool = {
  readonly items: readonly PoolItem[]
  readonly sections: readonly Section[]
  readonly name: string
}

/** A part with its items, each with the key of its section. */
type Part = {
  readonly name: string
  readonly items: readonly { readonly item: ItemView; readonly section: string }[]
  readonly sections: readonly Section[]
}

/** Null where a part is not there. Suspended items are not asked, and neither is what lies in the trash. */
export async function testPool(visit: Visit, parts: readonly TestPart[]): Promise<TestPool | null> {
  const found: Part[] = []
  for (const part of parts) {
    const one =
      part.kind === 'deck' ? await deckPart(visit, part.deckId) : await examPart(visit, part.examId)
    if (!one) return null
    found.push(one)
  }
  const placed = found.flatMap((part) => part.items)
  const byId = new Map(placed.map((one) => [one.item.id, one]))
  const lastForms = await lastFormByItem(store(), visit.learner.id, [...byId.keys()])
  const items = [...byId.values()].map(
    ({ item, section }): PoolItem => ({
      ...poolItem(item, section),
      lastForm: lastForms.get(item.id) ?? null,
    }),
  )
  const sections = new Map(found.flatMap((part) => part.sections).map((one) => [one.key, one]))
  const counts = groupBy(items, (item) => item.section)
  return {
    items,
    sections: [...sections.values()].map((section) => ({
      ...section,
      items: counts.get(section.key)?.length ?? 0,
    })),
    name: found.map((part) => part.name).join(', '),
  }
}

async function deckPart(visit: Visit, deckId: DeckId): Promise<Part | null> {
  const deck = await findDeck(store(), visit.learner.id, deckId)
  if (!deck) return null
  const views = await itemViews(visit, { deckId, status: ['kept'] })
  const items = views
    .filter((item) => item.cards.length > 0 && !item.suspended)
    .map((item) => ({ item, section: sectionOf(item, deckId) }))
  const sections = [...groupBy(items, ({ section }) => section)].map(([key, [first]]): Section => {
    const text = first?.item.textId ? first.item : null
    const name = text ? text.section || (text.textTitle ?? '') : deck.name
    return { key, name, weight: null, items: 0 }
  })
  return { name: deck.name, items, sections }
}

const sectionOf = ({ textId, textTitle, section }: ItemView, deckId: DeckId): string =>
  textId
    ? sectionKey({ kind: 'text', textId, textTitle: textTitle ?? '', section })
    : sectionKey({ kind: 'deck', deckId, deckName: '' })

async function examPart(visit: Visit, examId: ExamId): Promise<Part | null> {
  const exam = await findExam(store(), visit.learner.id, examId)
  if (!exam) return null
  const found = await examSections(visit, exam)
  const keys = new Map(
    found.flatMap(({ key, items }) => items.map((item) => [item.itemId, key] as const)),
  )
  const views = await itemViews(visit, { ids: [...keys.keys()] })
  return {
    name: exam.name,
    items: views.flatMap((item) => {
      const section = keys.get(item.id)
      return section === undefined ? [] : [{ item, section }]
    }),
    sections: found.map(({ key, name, weight }) => ({ key, name, weight, items: 0 })),
  }
}

function poolItem(item: ItemView, inSection: string): Omit<PoolItem, 'lastForm'> {
  const { kind, question, answer, accept, elements, forms, evidence, section } = item
  return {
    itemId: item.id,
    section: inSection,
    textId: item.textId,
    textTitle: item.textTitle ?? '',
    home: item.textId ?? inSection,
    content: { kind, question, answer, accept, elements, forms, evidence, section },
    // An element that was set aside is asked with its list, and is not trained.
    cards: item.cards
      .filter(({ state }) => state.suspended === null)
      .map(({ id, elementKey }) => ({ id, elementKey })),
  }
}
