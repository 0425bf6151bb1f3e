import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CardId, ItemId } from '../ids'
import { DEFAULT_PARAMETERS } from '../memory/parameters'
import { addDays, toStudyDay } from '../time/study-day'
import { beliefOf } from './belief'
import { byDay, dayAtRetention } from './policy'
import { begin, believedCredit, live, trueCredit, type World } from './world'

const BELIEF = beliefOf(DEFAULT_PARAMETERS)
const today = toStudyDay(20_000)

function worldOf(cards: number, form: 'typed' | 'choice', seed: string): World {
  return {
    items: Array.from({ length: cards }, (_, n) => {
      const id = `018f4e5a-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
      return {
        itemId: ItemId.parse(id),
        sectionKey: '',
        form,
        seconds: 15,
        cards: [{ id: CardId.parse(id), memory: { phase: 'new' as const } }],
      }
    }),
    believed: DEFAULT_PARAMETERS,
    truth: BELIEF,
    grades: { first: [0.1, 0.2, 0.6, 0.1], recalled: [0.1, 0.75, 0.15] },
    seed,
  }
}

describe('the world of an exam', () => {
  const policy = byDay(dayAtRetention(BELIEF, 0.9), 3)

  it('with the same parameters, what is true and what is believed stay the same', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 60 }), (seed, days) => {
        const world = worldOf(10, 'typed', seed)
        const items = begin(world)
        const end = addDays(today, days)
        live(world, items, policy, today, end)
        for (const item of items) {
          const believed = believedCredit(item, end, BELIEF)
          expect(trueCredit(item, end, world.truth)).toBeCloseTo(believed, 6)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('guesses among options make what is believed uncertain, card by card, and not what is true', () => {
    const world = worldOf(30, 'choice', 'guess')
    const items = begin(world)
    const end = addDays(today, 40)
    live(world, items, policy, today, end)
    const apart = items.filter(
      (item) =>
        Math.abs(trueCredit(item, end, world.truth) - believedCredit(item, end, BELIEF)) > 0.01,
    )
    expect(apart.length).toBeGreaterThan(0)
  })

  it('a first time, a review and what is learned again on the same day are counted', () => {
    const world = worldOf(1, 'typed', 'count')
    const [first, ...rest] = live(world, begin(world), policy, today, addDays(today, 30))
    // One learning step after a first Good, two after an Again.
    expect(first).toMatchObject({ first: 1, reviews: 0 })
    expect([15 / 30, 15 / 20]).toContain(first?.minutes)
    expect(rest.every(({ first }) => first === 0)).toBe(true)
    expect(rest.some(({ reviews }) => reviews === 1)).toBe(true)
  })
})
