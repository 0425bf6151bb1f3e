import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CardId, DeckId, ItemId } from '../ids'
import { DEFAULT_PARAMETERS } from '../memory/parameters'
import type { CardState, MemoryState } from '../memory/state'
import { known } from '../memory/state-fixture'
import { addDays, toStudyDay } from '../time/study-day'
import { buildQueue, countDue, lostPerMinute, type QueueDay, type QueueItem } from './queue'

const uuid = (n: number) => `018f4e5a-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const TODAY = toStudyDay(20_000)
const NOW = 20_000 * 86_400_000 + 9 * 3_600_000
const DAY: QueueDay = {
  studyDay: TODAY,
  now: NOW,
  newPerDay: 20,
  newDoneToday: 0,
  parameters: DEFAULT_PARAMETERS,
  ownSeconds: {},
  budget: { kind: 'none' },
  holdNew: true,
  share: null,
  dueBeyond: 0,
  overlay: null,
}

const NEW: MemoryState = { phase: 'new' }
const review = (dueIn: number) =>
  known({
    lastStudyDay: addDays(TODAY, -5),
    dueDay: addDays(TODAY, dueIn),
    lastAt: NOW - 5 * 86_400_000,
    dueAt: NOW - 5 * 86_400_000,
  })
/** Due today after `elapsed` days. */
const dueAfter = (stability: number, elapsed: number): MemoryState => ({
  ...review(0),
  stability,
  lastStudyDay: addDays(TODAY, -elapsed),
})
const inStep = (minutes: number): MemoryState => ({
  ...review(0),
  phase: 'learning',
  lastAt: NOW - 60_000,
  dueAt: NOW + minutes * 60_000,
})
const state = (memory: MemoryState, rest: Partial<CardState> = {}): CardState => ({
  memory,
  buriedOn: null,
  suspended: null,
  ...rest,
})

function item(n: number, states: readonly CardState[], at = n * 100, deck = 1): QueueItem {
  return {
    itemId: ItemId.parse(uuid(n)),
    deckId: DeckId.parse(uuid(0xd000 + deck)),
    textId: 'text',
    start: at,
    end: at + 50,
    cards: states.map((s, i) => ({
      id: CardId.parse(uuid(0xc00000 + n * 100 + i)),
      elementKey: states.length > 1 ? `e${i}` : '',
      state: s,
    })),
  }
}
const numbers = (items: readonly QueueItem[]) => items.map((i) => Number(`0x${i.itemId.slice(-6)}`))
const queue = (items: readonly QueueItem[], day = DAY) => numbers(buildQueue(items, day))

describe('the queue of a day', () => {
  it('asks what is due today or was before, and nothing else', () => {
    const items = [review(1), review(0), review(-3), review(400)].map((m, i) => item(i, [state(m)]))
    expect(queue(items).sort()).toEqual([1, 2])
  })

  it('leaves out what is suspended or buried today, but not what was buried yesterday', () => {
    const items = [
      item(1, [state(review(0), { suspended: { reason: '' } })]),
      item(2, [state(review(0), { buriedOn: TODAY })]),
      item(3, [state(review(0), { buriedOn: addDays(TODAY, -1) })]),
      item(4, [state(NEW, { buriedOn: TODAY })]),
    ]
    expect(queue(items)).toEqual([3])
  })

  it('begins with steps that are over, earliest first, and ends with those that are not', () => {
    const items = [
      item(1, [state(inStep(5))]),
      item(2, [state(review(0))]),
      item(3, [state(inStep(-2))]),
      item(4, [state(inStep(-7))]),
      item(5, [state(inStep(1))]),
    ]
    expect(queue(items)).toEqual([4, 3, 2, 5, 1])
  })

  it('begins with a step left over from the evening before', () => {
    const items = [item(1, [state(review(0))]), item(2, [state(inStep(-600))])]
    expect(queue(items)).toEqual([2, 1])
  })

  it('takes new items in the order of the text, up to the limit of the day', () => {
    const items = [5, 3, 1, 4, 2].map((n) => item(n, [state(NEW)]))
    expect(queue(items)).toEqual([1, 2, 3, 4, 5])
    expect(queue(items, { ...DAY, newPerDay: 3 })).toEqual([1, 2, 3])
    expect(queue(items, { ...DAY, newPerDay: 3, newDoneToday: 2 })).toEqual([1])
    expect(queue(items, { ...DAY, newPerDay: 3, newDoneToday: 7 })).toEqual([])
  })

  it('spreads new items over the due ones', () => {
    const due = [1, 2, 3, 4, 5, 6].map((n) => item(n, [state(dueAfter(20 - n, 20 - n))]))
    const fresh = [11, 12].map((n) => item(n, [state(NEW)]))
    expect(queue([...due, ...fresh])).toEqual([6, 5, 11, 4, 3, 2, 12, 1])
  })

  it('lets decks take turns', () => {
    const items = [1, 2, 3, 4, 5, 6].map((n) =>
      item(n, [state(dueAfter(n + 4, n + 4))], n * 100, n < 4 ? 1 : 2),
    )
    expect(queue(items)).toEqual([1, 4, 2, 5, 3, 6])
  })

  it('keeps four others between two on one sentence, where there are others', () => {
    const siblings = [1, 2].map((n) => item(n, [state(NEW)], 100))
    const others = [3, 4, 5, 6, 7, 8].map((n) => item(n, [state(NEW)]))
    const order = queue([...siblings, ...others])
    expect(order.indexOf(2) - order.indexOf(1)).toBe(5)
    expect(queue(siblings)).toEqual([1, 2])
  })

  it('asks a list once, when any of its elements is due', () => {
    const items = [
      item(1, [state(review(3)), state(review(0)), state(review(9))]),
      item(2, [state(review(3)), state(review(4))]),
      item(3, [state(review(0), { suspended: { reason: '' } }), state(review(4))]),
      item(4, [state(NEW), state(NEW)]),
    ]
    expect(queue(items).sort()).toEqual([1, 4])
    expect(countDue(items, DAY)).toEqual({ new: 1, learning: 0, due: 1 })
  })

  it('counts questions, not cards', () => {
    const items = [
      item(1, [state(review(0)), state(inStep(4))]),
      item(2, [state(inStep(-4))]),
      item(3, [state(inStep(4))]),
      item(4, [state(review(-4))]),
      ...[5, 6, 7].map((n) => item(n, [state(NEW)])),
    ]
    expect(countDue(items, { ...DAY, newPerDay: 2 })).toEqual({ new: 2, learning: 2, due: 2 })
  })
})

describe('what is lost by waiting', () => {
  const lost = (memory: MemoryState, cards = 1) =>
    lostPerMinute(
      item(
        1,
        Array.from({ length: cards }, () => state(memory)),
      ),
      DAY,
    )

  it('puts the weaker of two first that are as many days overdue, or as likely to be recalled', () => {
    for (const [weak, strong] of [
      [2, 3],
      [5, 40],
      [30, 300],
    ] as const) {
      for (const overdue of [0, 1, 3])
        expect(lost(dueAfter(weak, weak + overdue))).toBeGreaterThan(
          lost(dueAfter(strong, strong + overdue)),
        )
      expect(lost(dueAfter(weak, weak * 4))).toBeGreaterThan(lost(dueAfter(strong, strong * 4)))
    }
  })

  it('is little where most is lost already: that starves nothing of which there is something to keep', () => {
    expect(lost(dueAfter(1, 400))).toBeLessThan(lost(dueAfter(10, 12)) / 20)
    const items = [1, 2, 3, 4].map((n) => item(n, [state(dueAfter(1, 400))]))
    expect(queue([...items, item(9, [state(dueAfter(60, 70))])], of({ cards: 1 }))).toEqual([9])
  })

  it('counts by the minute: of a list, for all its elements', () => {
    const one = lost(dueAfter(5, 6))
    expect(lost(dueAfter(5, 6), 8)).toBeLessThan(8 * one)
    const slow = { ...DAY, ownSeconds: { typed: 60 } }
    expect(lostPerMinute(item(1, [state(dueAfter(5, 6))]), slow)).toBeCloseTo(one / 4, 10)
  })

  it('is nothing for what is not due', () => {
    expect(lost({ ...review(3) })).toBe(0)
    expect(lost(NEW)).toBe(0)
  })
})

const of = (limit: { cards: number } | { minutes: number }): QueueDay => ({
  ...DAY,
  budget:
    'cards' in limit
      ? { kind: 'cards', size: limit.cards }
      : { kind: 'minutes', size: limit.minutes },
})

describe('a session that fits the day', () => {
  const due = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => item(n, [state(dueAfter(n, n + 1))]))
  const fresh = [11, 12, 13].map((n) => item(n, [state(NEW)]))

  it('holds as many questions as wanted, those that lose most', () => {
    expect(queue(due, of({ cards: 3 })).sort()).toEqual([1, 2, 3])
    expect(queue(due, of({ cards: 20 }))).toHaveLength(8)
  })

  it('holds as many as fit the minutes, by how long each takes, and never none', () => {
    // A quarter of a minute each, and a little for those that are forgotten.
    expect(queue(due, of({ minutes: 1 })).sort()).toEqual([1, 2, 3])
    expect(queue(due, { ...of({ minutes: 1 }), ownSeconds: { typed: 5 } })).toHaveLength(8)
    expect(queue(due, { ...of({ minutes: 1 }), ownSeconds: { typed: 300 } })).toHaveLength(1)
  })

  it('holds new items back while due ones are left, and lets them in where there is room', () => {
    expect(queue([...due, ...fresh], of({ cards: 5 }))).not.toContain(11)
    expect(queue([...due, ...fresh], of({ cards: 10 })).sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 11, 12,
    ])
    expect(queue([...due, ...fresh], { ...of({ cards: 20 }), dueBeyond: 4 })).toHaveLength(8)
  })

  it('gives new items their part where they may not be held back', () => {
    const order = queue([...due, ...fresh], { ...of({ cards: 5 }), holdNew: false })
    expect(order).toHaveLength(5)
    expect(order).toContain(11)
  })

  it('takes the share of a catch-up plan, and nothing new meanwhile', () => {
    expect(queue([...due, ...fresh], { ...DAY, share: 4 }).sort()).toEqual([1, 2, 3, 4])
    expect(queue([...due, ...fresh], { ...DAY, share: 0 })).toEqual([])
    expect(queue([...due, ...fresh], { ...of({ cards: 2 }), share: 4 })).toHaveLength(2)
  })

  it('always takes up what is in a learning step', () => {
    const begun = [item(21, [state(inStep(-3))]), item(22, [state(inStep(5))])]
    expect(queue([...due, ...begun], of({ cards: 3 }))).toEqual([21, 1, 22])
    expect(queue([...due, ...begun], { ...DAY, share: 0 })).toEqual([21, 22])
  })
})

describe('laws of the queue', () => {
  const memory = fc.oneof(
    fc.constant(NEW),
    fc.integer({ min: -9, max: 3 }).map(review),
    fc.integer({ min: -9, max: 9 }).map(inStep),
  )
  const anyState = fc.record({
    memory,
    buriedOn: fc.constantFrom(null, null, TODAY, addDays(TODAY, -1)),
    suspended: fc.constantFrom(null, null, { reason: 'unclear' }),
  })
  const items = fc
    .array(
      fc.tuple(
        fc.array(anyState, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 3 }),
      ),
      { maxLength: 90 },
    )
    .map((made) => made.map(([states, at, deck], n) => item(n, states, at * 60, deck)))

  it('asks each question once, as many as are counted, whatever order they come in', () => {
    const shuffled = items.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const order = queue(all)
        const counts = countDue(all, DAY)
        expect(new Set(order).size).toBe(order.length)
        expect(order.length).toBe(counts.new + counts.learning + counts.due)
        expect(queue(other)).toEqual(order)
      }),
    )
  })
})

describe('what the plan of an exam says', () => {
  const overlay = (wanted: readonly QueueItem[], heldBack: readonly QueueItem[] = []) => ({
    ...DAY,
    overlay: {
      wanted: new Set(wanted.map(({ itemId }) => itemId)),
      heldBack: new Set(heldBack.map(({ itemId }) => itemId)),
      assigned: new Set<ItemId>(),
    },
  })

  it('is asked before what is due by itself, though it is not due or new', () => {
    const [due, later, fresh] = [
      item(1, [state(dueAfter(5, 30))]),
      item(2, [state(review(9))]),
      item(3, [state(NEW)]),
    ]
    const day = { ...overlay([later, fresh]), newPerDay: 0 }
    expect(queue([due, later, fresh], day).sort()).toEqual([1, 2, 3])
    expect(queue([due, later], { ...day, budget: { kind: 'cards', size: 1 } })).toEqual([2])
    expect(countDue([due, later, fresh], day)).toEqual({ new: 0, learning: 0, due: 3 })
  })

  it('is not asked again on the day it was answered, nor when it is suspended or buried', () => {
    const items = [
      item(1, [state({ ...review(9), lastStudyDay: TODAY })]),
      item(2, [state(review(9), { suspended: { reason: '' } })]),
      item(3, [state(review(9), { buriedOn: TODAY })]),
    ]
    expect(queue(items, overlay(items))).toEqual([])
  })

  it('holds back what is due or new, but not a step that was begun', () => {
    const items = [
      item(1, [state(review(-2))]),
      item(2, [state(NEW)]),
      item(3, [state(inStep(-2))]),
      item(4, [state(inStep(5))]),
    ]
    expect(queue(items, overlay([], items))).toEqual([3, 4])
    expect(countDue(items, overlay([], items))).toEqual({ new: 0, learning: 2, due: 0 })
  })
})

describe('what is assigned', () => {
  const fresh = (...ns: number[]) => ns.map((n) => item(n, [state(NEW)]))
  const day = (newPerDay: number, ...assigned: number[]): QueueDay => ({
    ...DAY,
    newPerDay,
    overlay: {
      wanted: new Set(),
      heldBack: new Set(),
      assigned: new Set(assigned.map((n) => ItemId.parse(uuid(n)))),
    },
  })

  it('comes before other new items, within the limit of the day and beyond it', () => {
    const all = fresh(1, 2, 3, 4, 5)
    expect(queue(all, day(3, 4, 5)).sort()).toEqual([1, 4, 5])
    expect(queue(all, day(2, 3, 4, 5)).sort()).toEqual([3, 4, 5])
    expect(countDue(all, day(3, 4, 5)).new).toBe(3)
  })

  it('never more than doubles the day', () => {
    const all = fresh(1, 2, 3, 4, 5)
    expect(queue(all, day(2, 1, 2, 3, 4, 5))).toHaveLength(4)
    expect(queue(all, { ...day(2, 1, 2, 3, 4, 5), newDoneToday: 3 })).toHaveLength(1)
  })

  it('comes also to who wants no new items of their own, up to twice the usual number', () => {
    expect(queue(fresh(1, 2, 3), day(0, 1, 2)).sort()).toEqual([1, 2])
    const many = Array.from({ length: 50 }, (_, n) => n + 1)
    expect(queue(fresh(...many), day(0, ...many))).toHaveLength(40)
    expect(queue(fresh(...many), { ...day(0, ...many), newDoneToday: 38 })).toHaveLength(2)
  })

  it('does not wait for a backlog, and takes at most half of the room', () => {
    const due = [11, 12, 13, 14, 15, 16].map((n) => item(n, [state(dueAfter(5, 30))]))
    const full: QueueDay = { ...day(10, 1, 2, 3), budget: { kind: 'cards', size: 4 } }
    const asked = queue([...due, ...fresh(1, 2, 3, 4)], full)
    expect(asked.filter((n) => n < 10).sort()).toEqual([1, 2])
    expect(asked).toHaveLength(4)
    expect(queue(fresh(1, 2, 3, 4), full)).toHaveLength(4)
  })

  it('is asked as new though an exam’s plan holds it back, and not once it was met', () => {
    const met = item(1, [state(review(9))])
    const held = day(5, 1, 2)
    const both = {
      ...held,
      overlay: held.overlay && { ...held.overlay, heldBack: held.overlay.assigned },
    }
    expect(queue([met, ...fresh(2)], both)).toEqual([2])
  })
})
