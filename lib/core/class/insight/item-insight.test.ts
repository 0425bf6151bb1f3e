import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, reviewId } from '../../stats/log-fixture'
import { correlation, discriminationOf } from './correlation'
import { type AnswersBy, itemInsights } from './item-insight'
import type { SaidAnswer } from './read-card'

let made = 0
function answer(change: Partial<SaidAnswer> = {}): SaidAnswer {
  made++
  const when = { at: made * 60_000, studyDay: day(made % 50) }
  const said = { typed: 'the Rhine', overruled: false, firstOfDay: true, said: 0.9 }
  const id = reviewId(made)
  return { id, ...when, grade: 3, form: 'typed', durationMs: 4000, ...said, ...change }
}

/** `right` of `of` people right, with `said` expected of each. */
const item = (right: number, of: number, change: Partial<SaidAnswer> = {}): AnswersBy[] =>
  Array.from({ length: of }, (_, i) => ({
    person: `p${i}`,
    answers: [answer({ grade: i < right ? 3 : 1, ...change })],
    recall: 0.9,
  }))
/** As many right as was said: what a class is held against. */
const asSaid = () => Array.from({ length: 10 }, () => item(18, 20))

describe('what answers say of an item', () => {
  it('counts people, answers, what was right and what was to be', () => {
    const [found] = itemInsights([item(12, 20), ...asSaid()])
    expect(found).toMatchObject({ people: 20, answers: 20, tries: { of: 20, right: 12 } })
    expect(found?.tries.said).toBeCloseTo(18, 9)
    expect(found?.tries.expected).toBeCloseTo(18, 2)
    // P(X ≤ 12) of 20 at .9
    expect(found?.tries.chance).toBeCloseTo(0.000416, 4)
  })

  it('finds the question at fault where it goes wrong and memory does not say why', () => {
    const [bad, sound] = itemInsights([item(12, 20), ...asSaid()])
    expect(bad?.verdict).toEqual({ kind: 'question', faults: ['unexpectedly wrong'] })
    expect(sound?.verdict).toEqual({ kind: 'sound' })
  })

  it('calls forgotten what goes wrong as it was to be', () => {
    const forgotten = item(12, 20, { said: 0.6 })
    const [found] = itemInsights([forgotten, ...asSaid()])
    expect(found?.verdict).toEqual({ kind: 'forgotten' })
  })

  it('does not blame one question for what the class does with all of them', () => {
    const all = itemInsights(Array.from({ length: 12 }, () => item(13, 20)))
    expect(all.map((one) => one.verdict.kind)).toEqual(Array(12).fill('forgotten'))
    expect(all[0]?.tries.said).toBeCloseTo(18, 9)
    expect(all[0]?.tries.expected).toBeLessThan(13.5)
  })

  it('says nothing of a question that fewer than five were asked', () => {
    const [found] = itemInsights([item(0, 4), ...asSaid()])
    expect(found?.verdict).toEqual({ kind: 'few' })
    expect(found?.people).toBe(4)
  })

  it('finds at fault what several overruled', () => {
    const people = item(20, 20).map((one, i) => ({
      ...one,
      answers: [answer({ overruled: i < 4, grade: i >= 17 ? 1 : 3, said: null })],
    }))
    const [found] = itemInsights([people, ...asSaid()])
    expect(found?.overruled).toEqual({ times: 4, people: 4, of: 7 })
    expect(found?.verdict).toEqual({ kind: 'question', faults: ['overruled'] })
  })

  it('finds at fault what those get wrong who know the rest', () => {
    const people = Array.from({ length: 20 }, (_, i) => `p${i}`)
    const rest = Array.from({ length: 10 }, () =>
      people.map((person, i) => ({
        person,
        answers: [answer({ grade: i < 10 ? 3 : 1, said: null })],
        recall: null,
      })),
    )
    const turned = people.map((person, i) => ({
      person,
      answers: [answer({ grade: i < 10 ? 1 : 3, said: null })],
      recall: null,
    }))
    const [found] = itemInsights([turned, ...rest])
    expect(found?.discrimination).toMatchObject({ r: -1, people: 20 })
    expect(found?.verdict).toEqual({ kind: 'question', faults: ['known by the wrong ones'] })
  })

  it('of sound items, seldom finds one at fault', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (draws) => {
        const next = () => draws.next().value ?? 0
        const items = Array.from({ length: 12 }, () =>
          Array.from({ length: 15 }, (_, i) => {
            const said = 0.5 + next() / 2
            const grade = next() < said ? (3 as const) : (1 as const)
            return { person: `p${i}`, answers: [answer({ said, grade })], recall: 0.9 }
          }),
        )
        const insights = itemInsights(items)
        for (const { tries } of insights) {
          expect(tries.chance).toBeGreaterThanOrEqual(0)
          expect(tries.chance).toBeLessThanOrEqual(1)
        }
        const blamed = insights.filter(({ verdict }) => verdict.kind === 'question')
        expect(blamed.length).toBeLessThan(6)
      }),
      { seed: 5, numRuns: 60 },
    )
  })
})

describe('discrimination', () => {
  it('is the correlation computed by hand', () => {
    // x 1 2 3 4, y 2 1 4 3: covariance 3, both variances 5.
    const r = correlation([
      [1, 2],
      [2, 1],
      [3, 4],
      [4, 3],
    ])
    expect(r).toBeCloseTo(0.6, 12)
    expect(
      correlation([
        [1, 1],
        [1, 2],
      ]),
    ).toBeNull()
  })

  it('is shown from ten people on, with how far above it may lie', () => {
    const of = (n: number) =>
      discriminationOf(Array.from({ length: n }, (_, i) => ({ item: i % 2, rest: (i % 5) / 5 })))
    expect(of(9)).toBeNull()
    const ten = of(10)
    expect(ten?.people).toBe(10)
    expect(ten?.high ?? 0).toBeGreaterThan(ten?.r ?? 1)
  })
})
