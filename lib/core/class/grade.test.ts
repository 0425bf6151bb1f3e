import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CardId, ItemId, ReviewId } from '../ids'
import { DEFAULT_PARAMETERS } from '../memory/parameters'
import type { ReviewEvent } from '../review/event'
import { addDays, parseStudyDay, type StudyDay } from '../time/study-day'
import { askedOn, gradeAssignment, type ToGrade } from './grade'

const uuid = (n: number) => `018f4e5a-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const START = dayOf('2026-05-04')
const HOUR = 3_600_000

function dayOf(text: string): StudyDay {
  const day = parseStudyDay(text)
  if (day === null) throw new Error(text)
  return day
}

/** `item` is answered `hours` after 8 o'clock on day `day` of the assignment. */
type Deed = { readonly item: number; readonly day: number; readonly hours: number }
const at = ({ day, hours }: Deed) => (START + day) * 24 * HOUR + (8 + hours) * HOUR

const review = (deed: Deed, n: number): ReviewEvent => ({
  kind: 'review',
  id: ReviewId.parse(uuid(1000 + n)),
  cardId: CardId.parse(uuid(deed.item)),
  at: at(deed),
  studyDay: addDays(START, deed.day),
  grade: 3,
  form: 'typed',
  typed: '',
  overruled: false,
  durationMs: 5000,
})

/** `items` items over `days` days, seen on the day after the last, at one item a day unless said otherwise. */
function toGrade(
  items: number,
  days: number,
  deeds: readonly Deed[],
  change: Partial<ToGrade> = {},
): ToGrade {
  const events = deeds.map(review)
  return {
    from: START,
    to: addDays(START, days - 1),
    today: addDays(START, days),
    items: Array.from({ length: items }, (_, n) => ({
      itemId: ItemId.parse(uuid(500 + n)),
      cards: [{ id: CardId.parse(uuid(n)), events: events.filter((e) => e.cardId === uuid(n)) }],
    })),
    answeredAt: deeds.map((deed) => ({ at: at(deed), studyDay: addDays(START, deed.day) })),
    claimed: new Set(),
    parameters: { ...DEFAULT_PARAMETERS, fuzz: false, learningSteps: [] },
    pace: () => 1,
    ...change,
  }
}
const credits = (given: ToGrade) => gradeAssignment(given).days.map((day) => day.credit)

describe('the grade of an assignment', () => {
  it('is full for who does in the first session of each day what is asked', () => {
    // One new item a day; the first one is due again on the third day.
    const again = { item: 0, day: 2, hours: 0.1 }
    const deeds = [0, 1, 2].map((n) => ({ item: n, day: n, hours: 0 }))
    expect(credits(toGrade(3, 3, deeds))).toEqual([1, 1, 0.5])
    const given = toGrade(3, 3, [...deeds, again])
    expect(credits(given)).toEqual([1, 1, 1])
    expect(gradeAssignment(given)).toMatchObject({ points: 3, share: 1 })
  })

  it('counts what is done in a later session half, and a session ends after half an hour', () => {
    const two = { pace: () => 2 }
    const first = { item: 0, day: 0, hours: 0 }
    expect(credits(toGrade(2, 1, [first, { item: 1, day: 0, hours: 0.5 }], two))).toEqual([1])
    expect(credits(toGrade(2, 1, [first, { item: 1, day: 0, hours: 0.51 }], two))).toEqual([0.75])
  })

  it('does not cut a session by answers to other decks in between', () => {
    const deeds = [
      { item: 0, day: 0, hours: 0 },
      { item: 1, day: 0, hours: 0.9 },
    ]
    const given = toGrade(2, 1, deeds, { pace: () => 2 })
    const between = { at: at({ item: 9, day: 0, hours: 0.45 }), studyDay: START }
    expect(credits(given)).toEqual([0.75])
    expect(credits({ ...given, answeredAt: [...given.answeredAt, between] })).toEqual([1])
  })

  it('gives nothing for a day missed, and no more for doing it all at once', () => {
    const all = [0, 1, 2].map((n) => ({ item: n, day: 0, hours: n / 10 }))
    const given = toGrade(3, 3, all)
    // Nothing is new any more, and nothing is due on the next two days: they are free, and nobody claimed them.
    expect(credits(given)).toEqual([1, 0, 0])
    expect(askedOn(given, addDays(START, 1))).toEqual({ due: 0, fresh: 0 })
    const second = addDays(START, 1)
    expect(credits({ ...given, claimed: new Set([second]) })).toEqual([1, 1, 0])
  })

  it('leaves today out until something is done on it', () => {
    const done = { item: 0, day: 0, hours: 0 }
    const today = { today: addDays(START, 1) }
    expect(gradeAssignment(toGrade(3, 3, [done], today))).toMatchObject({ points: 1, share: 1 })
    const more = toGrade(3, 3, [done, { item: 1, day: 1, hours: 0 }], today)
    expect(gradeAssignment(more)).toMatchObject({ points: 2, share: 1 })
    expect(gradeAssignment(toGrade(3, 3, [], { today: START })).share).toBeNull()
  })

  it('does not ask for what is put aside, and asks again when it is resumed', () => {
    const suspended: ReviewEvent = {
      kind: 'suspend',
      id: ReviewId.parse(uuid(900)),
      cardId: CardId.parse(uuid(0)),
      at: at({ item: 0, day: 0, hours: 1 }),
      studyDay: START,
      reason: '',
    }
    const given = toGrade(1, 3, [])
    const [item] = given.items
    if (!item) throw new Error('an item was asked for')
    const cards = item.cards.map((card) => ({ ...card, events: [suspended] }))
    const aside = { ...given, items: [{ ...item, cards }] }
    expect(askedOn(aside, addDays(START, 1))).toEqual({ due: 0, fresh: 0 })
    const undo: ReviewEvent = {
      kind: 'undo',
      id: ReviewId.parse(uuid(901)),
      cardId: CardId.parse(uuid(0)),
      at: suspended.at + HOUR,
      studyDay: START,
      targetId: suspended.id,
    }
    const back = item.cards.map((card) => ({ ...card, events: [suspended, undo] }))
    expect(askedOn({ ...given, items: [{ ...item, cards: back }] }, addDays(START, 1))).toEqual({
      due: 0,
      fresh: 1,
    })
  })

  const deeds = fc.array(
    fc.record({
      item: fc.nat(5),
      day: fc.nat(9),
      hours: fc.nat(100).map((n) => n / 8),
    }),
    { maxLength: 40 },
  )

  it('lies between nothing and full on every day, in whatever order answers arrive', () => {
    fc.assert(
      fc.property(deeds, fc.nat(3), fc.infiniteStream(fc.nat()), (done, pace, keys) => {
        const given = toGrade(6, 10, done, { pace: () => pace })
        const { days, points, share } = gradeAssignment(given)
        expect(days).toHaveLength(10)
        for (const { credit, first, later, due, fresh } of days) {
          expect(credit).toBeGreaterThanOrEqual(0)
          expect(credit).toBeLessThanOrEqual(1)
          expect(first + later).toBeLessThanOrEqual(due + fresh)
        }
        expect(share).toBeCloseTo(points / 10)
        const order = done.map((_, n) => ({ n, key: keys.next().value ?? 0 }))
        order.sort((a, b) => a.key - b.key)
        const shuffled = {
          ...given,
          items: given.items.map((item) => ({
            ...item,
            cards: item.cards.map((card) => ({ ...card, events: [...card.events].reverse() })),
          })),
          answeredAt: order.flatMap(({ n }) => given.answeredAt[n] ?? []),
        }
        expect(gradeAssignment(shuffled)).toEqual({ days, points, share })
      }),
    )
  })

  it('never falls by a claim, and by one answer more on the last day', () => {
    fc.assert(
      fc.property(deeds, fc.nat(9), fc.nat(5), (done, day, item) => {
        const given = toGrade(6, 10, done)
        const before = gradeAssignment(given).points
        const claimed = new Set([addDays(START, day)])
        expect(gradeAssignment({ ...given, claimed }).points).toBeGreaterThanOrEqual(before)
        const late = toGrade(6, 10, [...done, { item, day: 9, hours: 15 }])
        expect(gradeAssignment(late).points).toBeGreaterThanOrEqual(before)
      }),
    )
  })
})
