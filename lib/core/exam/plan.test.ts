import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CardId, ItemId } from '../ids'
import type { Form } from '../items/item'
import { DEFAULT_PARAMETERS } from '../memory/parameters'
import type { MemoryState } from '../memory/state'
import { addDays, type StudyDay, toStudyDay } from '../time/study-day'
import {
  askedToday,
  type ExamPlan,
  type ExamToPlan,
  type PlannedItem,
  planExam,
  planToday,
} from './plan'

const today = toStudyDay(20_000)
type Planned = Extract<ExamPlan, { kind: 'plan' }>

const uuid = (n: number) => `018f4e5a-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

function known(stability: number, lastStudyDay: StudyDay): MemoryState {
  return {
    phase: 'review',
    step: 0,
    stability,
    difficulty: 5,
    reps: 3,
    lapses: 0,
    lastStudyDay,
    dueDay: addDays(lastStudyDay, Math.max(1, Math.round(stability))),
    lastAt: 0,
    dueAt: 0,
  }
}

function item(n: number, memory: MemoryState, sectionKey = 'a', form: Form = 'typed'): PlannedItem {
  return {
    itemId: ItemId.parse(uuid(n)),
    sectionKey,
    form,
    cards: [{ id: CardId.parse(uuid(n)), memory }],
  }
}

const fresh = (count: number, sectionKey = 'a'): PlannedItem[] =>
  Array.from({ length: count }, (_, n) => item(n, { phase: 'new' }, sectionKey))

const mixed = (count: number): PlannedItem[] =>
  Array.from({ length: count }, (_, n) =>
    item(
      n,
      n % 3 === 0 ? { phase: 'new' } : known(1 + (n % 40), addDays(today, -(n % 12) - 1)),
      `s${n % 2}`,
    ),
  )

const exam = (given: Partial<ExamToPlan> & Pick<ExamToPlan, 'items'>): ExamToPlan => ({
  today,
  examDay: addDays(today, 20),
  minutesOn: () => 20,
  parameters: DEFAULT_PARAMETERS,
  ownSeconds: {},
  seed: 'plan',
  ...given,
})

function planned(given: Parameters<typeof exam>[0]): Planned {
  const plan = planExam(exam(given))
  if (plan.kind !== 'plan') throw new Error(`There is no plan: ${plan.why}`)
  return plan
}

const minutesOf = ({ today: of }: Planned): number =>
  (of?.asked ?? []).reduce((sum, { seconds }) => sum + seconds, 0) / 60

describe('the plan of an exam', () => {
  it('there is none for an exam that is over or today, or holds nothing', () => {
    const items = mixed(10)
    expect(planExam(exam({ items, examDay: addDays(today, -1) }))).toEqual({
      kind: 'none',
      why: 'over',
      today: null,
    })
    expect(planExam(exam({ items, examDay: today }))).toEqual({
      kind: 'none',
      why: 'today',
      today: null,
    })
    expect(planExam(exam({ items: [] }))).toEqual({
      kind: 'none',
      why: 'nothing in scope',
      today: null,
    })
  })

  it('an exam years ahead has none yet, and an item without a card that can be asked is no part of it', () => {
    const items = mixed(10)
    expect(planExam(exam({ items, examDay: toStudyDay(2_900_000) }))).toEqual({
      kind: 'none',
      why: 'too far',
      today: null,
    })
    const [first, ...others] = items
    const without = [{ ...(first ?? item(0, { phase: 'new' })), cards: [] }, ...others]
    const plan = planned({ items: without })
    expect(plan.credits).toHaveLength(9)
    expect(plan.expectedScore).toBeGreaterThan(0.5)
    expect(planExam(exam({ items: without.slice(0, 1) })).kind).toBe('none')
  })

  it('what a queue needs of it is the same as in the whole plan', () => {
    const given = exam({ items: mixed(40), minutesOn: () => 4 })
    expect(planToday(given)).toEqual(planned(given).today)
    expect(planToday({ ...given, examDay: today })).toBeNull()
    expect(planToday({ ...given, examDay: addDays(today, 400) })).toBeNull()
  })

  it('is the same for the same memories and seed', () => {
    expect(planExam(exam({ items: mixed(30) }))).toEqual(planExam(exam({ items: mixed(30) })))
  })

  it('leaves an exam in 400 days to the cards’ own days', () => {
    const far = planned({ items: mixed(30), examDay: addDays(today, 400) })
    expect(far.today).toBeNull()
    expect(far.days).toHaveLength(400)
    expect(far.days[0]?.inPass).toBe(false)
    expect(askedToday([far])).toEqual({ asked: [], heldBack: new Set() })
  })

  it('on the day before the exam everything that fits is asked, the rest said to be short', () => {
    const items = [...fresh(20, 'new'), ...mixed(60).slice(20)]
    const plan = planned({ items, examDay: addDays(today, 1), minutesOn: () => 5 })
    expect(plan.suffices).toBe(false)
    expect(minutesOf(plan)).toBeLessThanOrEqual(5)
    expect(plan.today?.postponed.length).toBeGreaterThan(0)
    expect(plan.short.length).toBeGreaterThan(0)
  })

  it('the pass asks each item once over its days, the strongest first, and none on a day off', () => {
    const items = Array.from({ length: 70 }, (_, n) => item(n, known(n + 1, addDays(today, -1))))
    const off = addDays(today, 12)
    const plan = planned({
      items,
      examDay: addDays(today, 14),
      minutesOn: (day) => (day === off ? 0 : 30),
    })
    expect(plan.pass.map(({ day }) => day)).toEqual(
      [7, 8, 9, 10, 11, 13].map((n) => addDays(today, n)),
    )
    expect(plan.pass.map(({ itemIds }) => itemIds.length)).toEqual([12, 12, 12, 12, 11, 11])
    const strongest = items.toReversed().map(({ itemId }) => itemId)
    expect(plan.pass.flatMap(({ itemIds }) => itemIds)).toEqual(strongest)
  })

  it('new items are met evenly, most of them four weeks before, and all before the pass', () => {
    const plan = planned({
      items: fresh(100),
      examDay: addDays(today, 60),
      minutesOn: () => Number.POSITIVE_INFINITY,
    })
    const first = plan.days.map((day) => day.first)
    expect(first.reduce((a, b) => a + b)).toBe(100)
    expect(Math.max(...first)).toBeLessThanOrEqual(4)
    expect(first.slice(0, 32).reduce((a, b) => a + b)).toBeGreaterThanOrEqual(80)
    expect(first.slice(53).every((count) => count === 0)).toBe(true)
  })

  it('more minutes allow a higher retention, up to .95; without a limit it is .80', () => {
    const items = fresh(120)
    const at = (minutes: number) =>
      planned({ items, examDay: addDays(today, 40), minutesOn: () => minutes })
    const [few, some, many] = [at(4), at(8), at(60)]
    expect(few.retention).toBeLessThan(some.retention)
    expect(many.retention).toBe(0.95)
    expect(at(Number.POSITIVE_INFINITY).retention).toBe(0.8)
    expect(few.expectedScore).toBeLessThan(some.expectedScore)
    expect(some.expectedScore).toBeLessThan(many.expectedScore)
  })

  it('minutes that nothing has to wait for suffice, whatever the lots, however few the items', () => {
    const lots = Array.from({ length: 200 }, (_, n) => `lots:${n}`)
    const doubted = lots.filter((seed) => {
      const at = (minutes: number) =>
        planned({ items: fresh(3), examDay: addDays(today, 10), minutesOn: () => minutes, seed })
      return !at(20).suffices || !at(Number.POSITIVE_INFINITY).suffices
    })
    expect(doubted).toEqual([])
  })

  it('names the sections that suffer: what counts less is given up first', () => {
    const items = Array.from({ length: 120 }, (_, n) =>
      item(n, { phase: 'new' }, n % 2 ? 'heavy' : 'light'),
    )
    const plan = planned({ items, minutesOn: () => 3, weights: { heavy: 9, light: 1 } })
    expect(plan.suffices).toBe(false)
    const creditOf = (key: string) =>
      plan.short.find(({ sectionKey }) => sectionKey === key)?.credit ?? 1
    expect(creditOf('heavy')).toBeGreaterThan(creditOf('light'))
  })

  it('with every day off nothing is asked, and all that is forgotten is named', () => {
    const plan = planned({ items: mixed(30), minutesOn: () => 0 })
    expect(plan.suffices).toBe(false)
    expect(plan.today?.asked).toEqual([])
    expect(plan.days.every(({ minutes }) => minutes === 0)).toBe(true)
    expect(plan.pass).toEqual([])
    expect(plan.short.map(({ sectionKey }) => sectionKey).sort()).toEqual(['s0', 's1'])
  })

  it('what was answered today is not asked again today, and takes of its minutes', () => {
    const items = mixed(40)
    const before = planned({ items, examDay: addDays(today, 5), minutesOn: () => 3 })
    const asked = new Set(before.today?.asked.slice(0, 6).map(({ itemId }) => itemId))
    const answered = items.map((each) =>
      asked.has(each.itemId)
        ? { ...each, cards: each.cards.map(({ id }) => ({ id, memory: known(9, today) })) }
        : each,
    )
    const after = planned({ items: answered, examDay: addDays(today, 5), minutesOn: () => 3 })
    expect(after.today?.asked.filter(({ itemId }) => asked.has(itemId))).toEqual([])
    expect(minutesOf(after)).toBeLessThanOrEqual(3 - (6 * 15) / 60)
  })

  it('keeps somebody who forgets sooner than the model says by shorter intervals', () => {
    const items = mixed(60)
    const minutesOn = () => Number.POSITIVE_INFINITY
    const asModel = planned({ items, minutesOn })
    const sooner = planned({ items, minutesOn, departure: [-0.7, 0, 0] })
    const reviews = (plan: Planned) => plan.days.reduce((sum, day) => sum + day.reviews, 0)
    expect(reviews(sooner)).toBeGreaterThan(reviews(asModel) * 1.1)
    expect(sooner.expectedScore).toBeLessThan(asModel.expectedScore)
  })

  it('a list is asked as one, when one of its elements is', () => {
    const cards = [3, 40, 60].map((stability, n) => ({
      id: CardId.parse(uuid(500 + n)),
      memory: known(stability, addDays(today, -12)),
    }))
    const list: PlannedItem = {
      itemId: ItemId.parse(uuid(500)),
      sectionKey: 'a',
      form: 'list',
      cards,
    }
    const plan = planned({ items: [list], examDay: addDays(today, 40) })
    expect(plan.today?.asked).toHaveLength(1)
    expect(plan.today?.asked[0]?.seconds).toBeGreaterThan(28)
  })

  it('two exams that share an item ask it once, and hold back what neither wants', () => {
    const items = Array.from({ length: 40 }, (_, n) =>
      item(n, known(30, addDays(today, -31 + (n % 30)))),
    )
    const near = planned({ items: items.slice(0, 20), examDay: addDays(today, 1) })
    const later = planned({
      items: items.slice(10),
      examDay: addDays(today, 40),
      minutesOn: () => 600,
    })
    const { asked, heldBack } = askedToday([near, later])
    expect(new Set(asked).size).toBe(asked.length)
    for (const { itemId } of items.slice(0, 20)) expect(asked).toContain(itemId)
    expect(heldBack.size).toBeGreaterThan(0)
    expect(asked.filter((itemId) => heldBack.has(itemId))).toEqual([])
    expect(new Set([...asked, ...heldBack])).toEqual(new Set(items.map(({ itemId }) => itemId)))
  })
})

describe('the plan, made anew', () => {
  const answeredOn = (day: StudyDay, asked: ReadonlySet<string>, items: readonly PlannedItem[]) =>
    items.map((each) => {
      if (!asked.has(each.itemId)) return each
      const cards = each.cards.map(({ id, memory }) => ({
        id,
        memory: known(memory.phase === 'new' ? 2 : memory.stability * 2, day),
      }))
      return { ...each, cards }
    })

  it('in the middle of a day of the pass asks what is left of that day, and no more', () => {
    const items = Array.from({ length: 70 }, (_, n) => item(n, known(n + 5, addDays(today, -9))))
    const given = { examDay: addDays(today, 7), minutesOn: () => Number.POSITIVE_INFINITY }
    const before = planned({ items, ...given }).today?.asked.map(({ itemId }) => itemId) ?? []
    const half = new Set(before.slice(0, 5))
    const after = planned({ items: answeredOn(today, half, items), ...given })
    const left = before.filter((itemId) => !half.has(itemId))
    expect(before.length).toBeGreaterThan(9)
    expect(after.today?.asked.map(({ itemId }) => itemId).sort()).toEqual(left.sort())
  })

  it('after days without an answer still brings every item round before the exam', () => {
    const examDay = addDays(today, 24)
    let items: PlannedItem[] = fresh(60)
    for (let day = today; day < examDay; day = addDays(day, 1)) {
      const missed = day > today + 4 && day < today + 9
      const asked = planToday(exam({ items, today: day, examDay, seed: `${day}` }))?.asked ?? []
      const seconds = asked.reduce((sum, each) => sum + each.seconds, 0)
      expect(seconds / 60).toBeLessThanOrEqual(20)
      if (!missed) {
        items = answeredOn(day, new Set(asked.map(({ itemId }) => itemId)), items)
      }
    }
    const lasts = items.flatMap(({ cards }) =>
      cards.map(({ memory }) => (memory.phase === 'new' ? 0 : memory.lastStudyDay)),
    )
    expect(Math.min(...lasts)).toBeGreaterThanOrEqual(addDays(examDay, -7))
  })
})

describe('laws of the plan', () => {
  const given = fc.record({
    count: fc.integer({ min: 1, max: 40 }),
    days: fc.integer({ min: 1, max: 30 }),
    minutes: fc.integer({ min: 1, max: 25 }),
    off: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
    seed: fc.string(),
  })

  it('nothing on a day off, and never more than the minutes of today', () => {
    fc.assert(
      fc.property(given, ({ count, days, minutes, off, seed }) => {
        const minutesOn = (day: StudyDay) => (off[day % 7] ? 0 : minutes)
        const plan = planned({
          items: mixed(count),
          examDay: addDays(today, days),
          minutesOn,
          seed,
        })
        expect(minutesOf(plan)).toBeLessThanOrEqual(minutesOn(today))
        for (const day of plan.days) {
          if (day.minutesGiven === 0) expect(day.minutes).toBe(0)
        }
        for (const { day } of plan.pass) expect(minutesOn(day)).toBeGreaterThan(0)
      }),
      { numRuns: 15 },
    )
  })

  it('where the minutes suffice, the expected ones stay within them', () => {
    fc.assert(
      fc.property(given, ({ count, days, minutes, seed }) => {
        const plan = planned({
          items: mixed(count),
          examDay: addDays(today, days),
          minutesOn: () => minutes,
          seed,
        })
        if (!plan.suffices) return
        // Who forgets more than expected on a day takes a little longer: a tenth, and one question.
        for (const day of plan.days) expect(day.minutes).toBeLessThanOrEqual(minutes * 1.1 + 0.5)
      }),
      { numRuns: 15 },
    )
  })

  it('twice the minutes never cost more than half a point of the expected score', () => {
    fc.assert(
      fc.property(given, ({ count, days, minutes, seed }) => {
        const at = (times: number) =>
          planned({
            items: mixed(count),
            examDay: addDays(today, days),
            minutesOn: () => minutes * times,
            seed,
          }).expectedScore
        expect(at(2)).toBeGreaterThanOrEqual(at(1) - 0.005)
      }),
      { numRuns: 15 },
    )
  })
})
