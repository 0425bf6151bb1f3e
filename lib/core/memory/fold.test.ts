import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectiveEvents, sinceReset } from '../review/effective'
import { studyDayOf, toStudyDay } from '../time/study-day'
import { applyEvent, NEW_CARD } from './fold'
import {
  anyLog,
  bits,
  CARD,
  type Deed,
  deed,
  event,
  fold,
  id,
  late,
  logOf,
  OTHER,
  parameters,
  plainLog,
  START,
} from './fold-fixture'
import { DEFAULT_PARAMETERS } from './parameters'
import { applyReview, applyReviews } from './schedule'

describe('the fold', () => {
  it('gives the same state to the bit for any order of arrival and any repetition', () => {
    const arrivals = anyLog.chain((log) =>
      fc.tuple(
        fc.constant(log),
        fc.shuffledSubarray(log, { minLength: log.length }),
        fc.shuffledSubarray(log),
      ),
    )
    fc.assert(
      fc.property(arrivals, parameters, ([log, shuffled, again], p) => {
        expect(bits(fold([...again, ...shuffled, ...again], p))).toBe(bits(fold(log, p)))
      }),
    )
  })

  it('is the same one event at a time as all at once', () => {
    fc.assert(
      fc.property(anyLog, parameters, (log, p) => {
        const stepwise = effectiveEvents(log).reduce(
          (state, e) => applyEvent(CARD, state, e, p),
          NEW_CARD,
        )
        expect(bits(stepwise)).toBe(bits(fold(log, p)))
      }),
    )
  })

  it('knows nothing of an event that was undone, whatever its kind and whatever came after', () => {
    const undone = plainLog
      .filter((log) => log.length > 0)
      .chain((log) => fc.tuple(fc.constant(log), fc.nat({ max: log.length - 1 })))
    fc.assert(
      fc.property(undone, parameters, ([log, index], p) => {
        const undoing = event(99, { deed: { kind: 'undo', target: 10 + index }, ...late })
        expect(bits(fold([...log, undoing], p))).toBe(bits(fold(log.toSpliced(index, 1), p)))
        const again = event(100, { deed: { kind: 'undo', target: 99 }, ...late })
        expect(bits(fold([...log, undoing, again], p))).toBe(bits(fold(log, p)))
        const thrice = event(101, { deed: { kind: 'undo', target: 100 }, ...late })
        expect(bits(fold([...log, undoing, again, thrice], p))).toBe(
          bits(fold(log.toSpliced(index, 1), p)),
        )
      }),
    )
  })

  it('begins anew after a reset: the memory is that of what came later alone', () => {
    const cut = plainLog.chain((log) => fc.tuple(fc.constant(log), fc.nat({ max: log.length })))
    fc.assert(
      fc.property(cut, parameters, ([log, index], p) => {
        // Two events at one moment are in the order of their ids, and so is the reset between them.
        const [before, after] = [log.slice(0, index), log.slice(index)]
        const moved = after.map((e, i) => ({ ...e, id: id(200 + i), at: e.at + 1 }))
        const at = before.at(-1)?.at ?? START
        const reset = event(150, { deed: { kind: 'reset' }, at, zone: 'UTC' })
        const state = fold([...moved, reset, ...before], p)
        expect(JSON.stringify(state.memory)).toBe(JSON.stringify(fold(moved, p).memory))
        const { buriedOn, suspended } = fold([...before, ...moved], p)
        expect(state).toMatchObject({ buriedOn, suspended })
      }),
    )
  })

  it('is not moved by what happens to other cards', () => {
    fc.assert(
      fc.property(anyLog, logOf(deed), (log, others) => {
        const elsewhere = others.map((e) => ({
          ...e,
          id: id(500 + Number(`0x${e.id.slice(-4)}`)),
          cardId: OTHER,
        }))
        const undoing = log.map((e, i) =>
          event(
            900 + i,
            { deed: { kind: 'undo', target: Number(`0x${e.id.slice(-4)}`) }, ...late },
            OTHER,
          ),
        )
        expect(bits(fold([...elsewhere, ...log, ...undoing]))).toBe(bits(fold(log)))
      }),
    )
  })

  it('keeps stability and difficulty in their range, however long and strange the history', () => {
    fc.assert(
      fc.property(plainLog, parameters, (log, p) => {
        const { memory } = fold(log, p)
        if (memory.phase === 'new') return
        expect(memory.stability).toBeGreaterThanOrEqual(0.001)
        expect(memory.stability).toBeLessThanOrEqual(36_500)
        expect(memory.difficulty).toBeGreaterThanOrEqual(1)
        expect(memory.difficulty).toBeLessThanOrEqual(10)
        expect(memory.lapses).toBeLessThanOrEqual(memory.reps)
        expect(memory.reps).toBe(
          sinceReset(effectiveEvents(log)).filter((e) => e.kind === 'review').length,
        )
      }),
    )
  })
})

describe('out of the way', () => {
  const day = studyDayOf(START, 'UTC', 4)
  const deeds = (...made: Deed[]) =>
    fold(made.map((d, i) => event(10 + i, { deed: d, at: START + i, zone: 'UTC' })))

  it('a buried card says on which day', () => {
    expect(deeds({ kind: 'bury' })).toEqual({ ...NEW_CARD, buriedOn: day })
  })

  it('a suspended card says why, until it is resumed', () => {
    const suspended: Deed = { kind: 'suspend', reason: 'the year is wrong' }
    expect(deeds(suspended).suspended).toEqual({ reason: 'the year is wrong' })
    expect(deeds(suspended, { kind: 'resume' })).toEqual(NEW_CARD)
    expect(deeds({ kind: 'bury' }, suspended, { kind: 'resume' })).toEqual(NEW_CARD)
  })

  it('a reset leaves a suspended card suspended', () => {
    const suspended: Deed = { kind: 'suspend', reason: 'unclear' }
    const review: Deed = { kind: 'review', grade: 3 }
    expect(deeds(review, suspended, { kind: 'reset' })).toEqual(deeds(suspended))
  })

  it('an undone resume leaves the earlier reason standing', () => {
    const suspended: Deed = { kind: 'suspend', reason: 'unclear' }
    expect(deeds(suspended, { kind: 'resume' }, { kind: 'undo', target: 11 })).toEqual(
      deeds(suspended),
    )
  })
})

describe('a flight west, where the study day goes back by one', () => {
  it('counts no time as passed, and goes on from the day of the last answer', () => {
    const tokyo = event(10, {
      deed: { kind: 'review', grade: 4 },
      at: START,
      zone: 'Pacific/Kiritimati',
    })
    const home = event(11, {
      deed: { kind: 'review', grade: 3 },
      at: START + 3_600_000,
      zone: 'Pacific/Pago_Pago',
    })
    expect(home.studyDay).toBe(tokyo.studyDay - 1)
    const { memory } = fold([tokyo, home])
    expect(memory).toMatchObject({ lastStudyDay: home.studyDay, reps: 2 })
    const sameDay = fold([tokyo, { ...home, studyDay: tokyo.studyDay }]).memory
    if (memory.phase === 'new' || sameDay.phase === 'new') throw new Error('two reviews were given')
    expect(memory.stability).toBe(sameDay.stability)
  })
})

it('the fold of many reviews is the same as single steps, whatever lies between', () => {
  const answers = ([3, 3, 1, 2, 3, 4, 1, 3] as const).map((g, i) => ({
    grade: g,
    form: 'typed' as const,
    at: START + i * 86_400_000,
    studyDay: toStudyDay(20_583 + i),
  }))
  const oneByOne = answers.reduce(
    (memory, a) => applyReview(CARD, memory, a, DEFAULT_PARAMETERS),
    NEW_CARD.memory,
  )
  expect(applyReviews(CARD, NEW_CARD.memory, answers, DEFAULT_PARAMETERS)).toEqual(oneByOne)
})
