import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CardId, ReviewId } from '../ids'
import type { Form } from '../items/item'
import { effectiveEvents, sinceReset } from '../review/effective'
import type { Grade, ReviewEvent } from '../review/event'
import { addDays, studyDayOf, toStudyDay } from '../time/study-day'
import { applyEvent, foldCard, NEW_CARD } from './fold'
import type { DayEase, DueLoad } from './load'
import { DEFAULT_PARAMETERS } from './parameters'
import { previewGrades } from './preview'
import { applyReview, applyReviews } from './schedule'
import type { CardState, SchedulingParameters } from './state'

const uuid = (n: number) => `018f4e5a-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const id = (n: number) => ReviewId.parse(uuid(n))
const CARD = CardId.parse(uuid(1))
const OTHER = CardId.parse(uuid(2))
const START = Date.parse('2026-05-10T08:00:00Z')
const ZONES = ['Asia/Tokyo', 'Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati'] as const

type Deed =
  | { readonly kind: 'review'; readonly grade: Grade; readonly form?: Form }
  | { readonly kind: 'bury' | 'resume' | 'reset' }
  | { readonly kind: 'suspend'; readonly reason: string }
  | { readonly kind: 'undo'; readonly target: number }
type Timed = { readonly deed: Deed; readonly at: number; readonly zone: string }

function event(n: number, { deed, at, zone }: Timed, cardId = CARD): ReviewEvent {
  const base = { id: id(n), cardId, at, studyDay: studyDayOf(at, zone, 4) }
  switch (deed.kind) {
    case 'review':
      return { ...base, form: 'flip', ...deed, typed: '', overruled: false, durationMs: 5000 }
    case 'undo':
      return { ...base, kind: 'undo', targetId: id(deed.target) }
    case 'suspend':
      return { ...base, ...deed }
    default:
      return { ...base, kind: deed.kind }
  }
}

const form = fc.constantFrom<Form>('choice', 'typed', 'cloze', 'flip')
const grade = fc.constantFrom<Grade>(1, 2, 3, 4)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(grade, form).map(([g, f]): Deed => ({ kind: 'review', grade: g, form: f })),
  },
  fc.constantFrom<Deed>({ kind: 'bury' }, { kind: 'resume' }, { kind: 'reset' }),
  fc.constantFrom('', 'two answers fit').map((reason): Deed => ({ kind: 'suspend', reason })),
)
const undo = fc.integer({ min: 10, max: 40 }).map((target): Deed => ({ kind: 'undo', target }))
/** Seconds to months between two events. */
const gap = fc.oneof(
  fc.integer({ min: 0, max: 900_000 }),
  fc.integer({ min: 0, max: 90 }).map((days) => days * 86_400_000),
)
const logOf = (one: fc.Arbitrary<Deed>) =>
  fc.array(fc.tuple(one, gap, fc.constantFrom(...ZONES)), { maxLength: 25 }).map((made) => {
    let at = START
    return made.map(([d, wait, zone], i) => {
      at += wait
      return event(10 + i, { deed: d, at, zone })
    })
  })
const plainLog = logOf(deed)
const anyLog = logOf(fc.oneof({ weight: 4, arbitrary: deed }, undo))

const steps = fc.array(fc.integer({ min: 1, max: 1439 }), { maxLength: 4 })
const parameters: fc.Arbitrary<SchedulingParameters> = fc.record({
  weights: fc.constant(DEFAULT_PARAMETERS.weights),
  desiredRetention: fc.double({ min: 0.7, max: 0.97, noNaN: true }),
  maximumIntervalDays: fc.constantFrom(1, 10, 365, 36_500),
  fuzz: fc.boolean(),
  learningSteps: fc.oneof(fc.constant([1, 10]), steps),
  relearningSteps: fc.oneof(fc.constant([10]), steps),
})

/** After every log above. */
const late = { at: START + 26 * 90 * 86_400_000, zone: 'UTC' } as const

const load: fc.Arbitrary<DueLoad> = fc.record({
  from: fc.constantFrom(0, 1, 40).map((n) => addDays(studyDayOf(late.at, late.zone, 4), n)),
  counts: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 500 })), { maxLength: 120 }),
  balance: fc.boolean(),
  easyDays: fc.array(fc.constantFrom<DayEase>('normal', 'fewer', 'none'), {
    minLength: 7,
    maxLength: 7,
  }),
})

const bits = (state: CardState) => JSON.stringify(state)
const fold = (events: readonly ReviewEvent[], p = DEFAULT_PARAMETERS) => foldCard(CARD, events, p)

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

  it('does what the buttons said', () => {
    fc.assert(
      fc.property(plainLog, grade, form, parameters, (log, g, f, p) => {
        const before = fold(log, p)
        const now = { deed: { kind: 'review', grade: g, form: f }, ...late } as const
        const answered = event(99, now)
        const preview = previewGrades(CARD, before.memory, { ...answered, form: f }, p)
        expect(JSON.stringify(fold([...log, answered], p).memory)).toBe(
          JSON.stringify(preview[g].memory),
        )
      }),
    )
  })

  it('does what the buttons said, whatever else is due', () => {
    fc.assert(
      fc.property(plainLog, grade, form, parameters, load, (log, g, f, p, others) => {
        const answered = event(99, { deed: { kind: 'review', grade: g, form: f }, ...late })
        const asked = { ...answered, form: f }
        const preview = previewGrades(CARD, fold(log, p).memory, asked, p, others)
        const { dueDay } = preview[g]
        const said = { ...answered, ...(dueDay !== undefined && { dueDay }) } as ReviewEvent
        const { memory } = fold([said, ...log], p)
        expect(JSON.stringify(memory)).toBe(JSON.stringify(preview[g].memory))
        if (dueDay !== undefined) expect(memory).toMatchObject({ dueDay })
        expect(dueDay === undefined).toBe(!p.fuzz || preview[g].memory.phase !== 'review')
      }),
    )
  })

  it('takes no promised day that its own fuzz could not have given', () => {
    fc.assert(
      fc.property(
        plainLog,
        grade,
        parameters,
        fc.integer({ min: -9, max: 900 }),
        (log, g, p, n) => {
          const answered = event(99, { deed: { kind: 'review', grade: g }, ...late })
          const own = fold([...log, answered], p).memory
          if (own.phase !== 'review') return
          const dueDay = addDays(answered.studyDay, n)
          const { memory } = fold([...log, { ...answered, dueDay } as ReviewEvent], p)
          if (memory.phase !== 'review') throw new Error('the grade decides the phase')
          expect([own.dueDay, dueDay]).toContain(memory.dueDay)
          // The fuzz of FSRS is narrower than this on both sides.
          const days = own.dueDay - own.lastStudyDay
          expect(Math.abs(memory.dueDay - own.dueDay)).toBeLessThanOrEqual(4 + days / 4)
          if (!p.fuzz) expect(memory).toEqual(own)
        },
      ),
    )
  })

  it('keeps due days after the study day, within the maximum, and the grades in order', () => {
    fc.assert(
      fc.property(plainLog, form, parameters, fc.option(load), (log, f, p, others) => {
        const { memory } = fold(log, p)
        const now = { form: f, at: late.at, studyDay: studyDayOf(late.at, late.zone, 4) }
        const preview = previewGrades(CARD, memory, now, p, others)
        const days = ([1, 2, 3, 4] as const).flatMap((g) => {
          const after = preview[g].memory
          return after.phase === 'review' ? [after.dueDay - after.lastStudyDay] : []
        })
        for (const [i, value] of days.entries()) {
          expect(value).toBeGreaterThanOrEqual(1)
          expect(value).toBeLessThanOrEqual(p.maximumIntervalDays)
          expect(value).toBeGreaterThanOrEqual(days[i - 1] ?? 0)
        }
        const [hard, good, easy] = [undefined, undefined, undefined, ...days].slice(-3)
        const isShort = (value: number) => value < p.maximumIntervalDays
        if (good && easy && isShort(easy)) expect(easy).toBeGreaterThan(good)
        if (hard && good && isShort(good)) expect(good).toBeGreaterThan(hard)
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
