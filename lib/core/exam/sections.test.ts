import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CardId, DeckId, ItemId, TextId } from '../ids'
import { DEFAULT_PARAMETERS } from '../memory/parameters'
import type { MemoryState } from '../memory/state'
import { toStudyDay } from '../time/study-day'
import type { ExamItem } from './exam'
import { type SectionSource, sectionKey, sectionRecall, sectionsOf, shareOf } from './sections'

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const text = (section: string): SectionSource => ({
  ...{ kind: 'text', textId: TextId.parse(id(1)), textTitle: 'The Mill', section },
})
const deck: SectionSource = { kind: 'deck', deckId: DeckId.parse(id(2)), deckName: 'Rivers' }

const TODAY = toStudyDay(20_000)
const seen = (stability: number, days: number): MemoryState => ({
  ...{ phase: 'review', step: 0, stability, difficulty: 5, reps: 1, lapses: 0 },
  ...{ lastStudyDay: toStudyDay(TODAY - days), dueDay: TODAY, lastAt: 0, dueAt: 0 },
})
const UNSEEN: MemoryState = { phase: 'new' }

let made = 0
function item(source: SectionSource, ...memories: MemoryState[]) {
  made++
  const of: ExamItem = {
    itemId: ItemId.parse(id(made)),
    kind: memories.length > 1 ? 'list' : 'own',
    sectionKey: sectionKey(source),
    form: memories.length > 1 ? 'list' : 'typed',
    cards: memories.map((memory, n) => ({
      id: CardId.parse(id(made * 100 + n)),
      elementKey: memories.length > 1 ? String(n) : '',
      memory,
    })),
  }
  return { item: of, source }
}

describe('the sections of an exam', () => {
  it('are the headings of texts, and decks for what has no text', () => {
    const items = [
      item(text('The wheel'), UNSEEN),
      item(text(''), UNSEEN),
      item(text('The wheel'), UNSEEN),
      item(deck, UNSEEN),
    ]
    const sections = sectionsOf(items, {})
    expect(sections.map(({ name, text: of, items: all }) => [name, of, all.length])).toEqual([
      ['The wheel', 'The Mill', 2],
      ['The Mill', 'The Mill', 1],
      ['Rivers', null, 1],
    ])
  })

  it('weigh as many as they have items, until the learner says otherwise', () => {
    const items = [item(text('A'), UNSEEN), item(text('A'), UNSEEN), item(text('B'), UNSEEN)]
    const [a, b] = sectionsOf(items, { [sectionKey(text('B'))]: 6 })
    expect([a?.weight, a?.weightSet, b?.weight, b?.weightSet]).toEqual([2, false, 6, true])
  })

  it('count shares that make up the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }), (w) => {
        const items = w.map((_, n) => item(text(`Section ${n}`), UNSEEN))
        const weights = Object.fromEntries(
          w.map((weight, n) => [sectionKey(text(`Section ${n}`)), weight]),
        )
        const sections = sectionsOf(items, weights)
        const sum = sections.reduce((all, section) => all + shareOf(section, sections), 0)
        if (w.some((weight) => weight > 1e-9)) expect(sum).toBeCloseTo(1, 9)
        else expect(sum).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })
})

describe('the recall of a section', () => {
  const recall = (...items: ReturnType<typeof item>[]) => {
    const [section] = sectionsOf(items, {})
    if (!section) throw new Error('no section')
    return sectionRecall(section, TODAY, DEFAULT_PARAMETERS)
  }

  it('is the mean over the items seen, and unknown where none was', () => {
    expect(recall(item(deck, UNSEEN))).toEqual({ seen: 0, recall: null })
    // At its stability a memory has fallen to nine in ten.
    expect(recall(item(deck, seen(7, 7)), item(deck, UNSEEN)).recall).toBeCloseTo(0.9, 6)
  })

  it('gives a list the share of its elements, the unseen ones as not known', () => {
    const { seen: n, recall: r } = recall(item(deck, seen(7, 7), UNSEEN))
    expect([n, Math.round((r ?? 0) * 1000)]).toEqual([1, 450])
  })

  it('takes what was answered on the day itself as known', () => {
    expect(recall(item(deck, seen(0.3, 0))).recall).toBe(1)
  })
})
