import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldCard } from '../memory/fold'
import { DEFAULT_PARAMETERS } from '../memory/parameters'
import type { DueWith } from '../memory/scheduled-with'
import { effectiveEvents } from '../review/effective'
import type { ReviewEvent } from '../review/event'
import { historyOf } from './history'
import { cardId, day, other, PLAIN, review, suspend, undo } from './log-fixture'

const history = (events: readonly ReviewEvent[], today = day(100), p = PLAIN) =>
  historyOf(cardId(1), events, p, today)

type Step = {
  readonly kind: 'review' | 'undo' | 'bury' | 'suspend' | 'resume' | 'reset'
  readonly n: number
}

/** Any log of one card, with days that go back and undos of anything before. */
const anyLog = fc
  .array(
    fc.record({
      kind: fc.constantFrom<Step['kind']>(
        'review',
        'review',
        'review',
        'undo',
        'bury',
        'suspend',
        'resume',
        'reset',
      ),
      n: fc.integer({ min: -1, max: 9 }),
    }),
    { maxLength: 30 },
  )
  .map((steps) => {
    const log: ReviewEvent[] = []
    let today = 0
    for (const { kind, n } of steps) {
      today += n
      const target = log[(n + 1) * 3]
      if (kind === 'review') log.push(review(today, ([1, 2, 3, 4] as const)[(n + 1) % 4]))
      else if (kind === 'suspend') log.push(suspend(today))
      else if (kind !== 'undo') log.push(other(today, kind))
      else if (target) log.push(undo(today, target))
    }
    return log
  })

describe('the history of a card', () => {
  it('ends in what the fold says, and each answer meets what the fold over those before it says', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const { answers, state } = history(log, day(400), DEFAULT_PARAMETERS)
        expect(state).toEqual(foldCard(cardId(1), log, DEFAULT_PARAMETERS))
        const effective = effectiveEvents(log)
        let met = 0
        effective.forEach((event, index) => {
          if (event.kind !== 'review') return
          const before = foldCard(cardId(1), effective.slice(0, index), DEFAULT_PARAMETERS)
          expect(answers[met++]?.before).toEqual(before.memory)
        })
        expect(met).toBe(answers.length)
      }),
    )
  })

  it('is the same for any order of arrival', () => {
    fc.assert(
      fc.property(
        anyLog.chain((log) =>
          fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })),
        ),
        ([log, shuffled]) => {
          expect(history(shuffled)).toEqual(history(log))
        },
      ),
    )
  })

  it('counts the first answer of a day, and not those after it', () => {
    const { answers } = history([review(0), review(0), review(2, 1), review(2), review(3)])
    expect(answers.map((a) => a.firstOfDay)).toEqual([true, false, true, false, true])
    expect(answers.map((a) => a.spacedBefore)).toEqual([0, 0, 0, 1, 1])
    expect(answers.map((a) => a.forgottenBefore)).toEqual([0, 0, 0, 1, 1])
  })

  it('remembers nothing from before the card was started over', () => {
    const log = [review(0), review(2, 1), other(3, 'reset'), review(4), review(6)]
    const { answers, remembered } = history(log)
    expect(answers).toHaveLength(4)
    expect(remembered.map((a) => [a.before.phase, a.spacedBefore])).toEqual([
      ['new', 0],
      ['review', 0],
    ])
  })

  it('leaves out what was taken back', () => {
    const mistaken = review(2, 1)
    const { answers } = history([review(0), mistaken, undo(2, mistaken), review(2, 3)])
    expect(answers.map((a) => a.grade)).toEqual([3, 3])
  })
})

describe('a due day that was set with other parameters', () => {
  it('stays, while the memory follows those in use: at every answer as in the fold', () => {
    const low = { ...DEFAULT_PARAMETERS, desiredRetention: 0.75 }
    const dueWith: DueWith = ({ at }) => (at % 120_000 === 0 ? low : undefined)
    const fold = (events: readonly ReviewEvent[]) =>
      foldCard(cardId(1), events, DEFAULT_PARAMETERS, dueWith)
    fc.assert(
      fc.property(anyLog, (log) => {
        const { answers, state } = historyOf(cardId(1), log, DEFAULT_PARAMETERS, day(400), dueWith)
        expect(state.memory).toEqual(fold(log).memory)
        const effective = effectiveEvents(log)
        const befores = effective.flatMap((event, index) =>
          event.kind === 'review' ? [fold(effective.slice(0, index)).memory] : [],
        )
        expect(answers.map((a) => a.before)).toEqual(befores)
      }),
    )
  })
})

describe('days on which a card was left lying', () => {
  const waits = (events: readonly ReviewEvent[], today: number) =>
    history(events, day(today)).waits.map(({ from, until }) => [from - day(0), until - day(0)])

  it('run from its due day to the day before it is answered, or before today', () => {
    expect(waits([review(0), review(2)], 3)).toEqual([])
    expect(waits([review(0), review(5)], 6)).toEqual([[2, 4]])
    expect(waits([review(0)], 2)).toEqual([])
    expect(waits([review(0)], 4)).toEqual([[2, 3]])
  })

  it('are none while it is suspended, and none on the day it is buried', () => {
    expect(waits([review(0), suspend(1)], 9)).toEqual([])
    expect(waits([review(0), suspend(1), other(6, 'resume')], 9)).toEqual([[7, 8]])
    expect(waits([review(0), other(2, 'bury'), review(3)], 9)).toEqual([])
  })

  it('begin on the next day for a card that was left in a learning step', () => {
    const { waits: left } = history([review(0, 1)], day(3), DEFAULT_PARAMETERS)
    expect(left).toEqual([{ from: day(1), until: day(2) }])
  })
})
