import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldSitting, GRACE_MS, heldTime, withExtraTime } from './sitting'
import type { SittingEvent } from './sitting-event'

const START = Date.UTC(2026, 10, 22, 9)
const MINUTE = 60_000
const timed = { startedAt: START, minutes: 20 }
const free = { startedAt: START, minutes: null }
const uuid = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

type Body = SittingEvent extends infer E
  ? E extends SittingEvent
    ? Omit<E, 'id' | 'seq' | 'at'>
    : never
  : never
const event = (seq: number, minute: number, body: Body, id = seq): SittingEvent => ({
  ...body,
  ...{ id: uuid(id), seq, at: START + minute * MINUTE },
})
const answer = (question: number, words: string): Body => ({
  ...{ kind: 'answer', question, ms: 1000 },
  given: [words],
})
const HAND_IN: Body = { kind: 'handIn' }
const later = START + 600 * MINUTE
const words = (sitting: ReturnType<typeof foldSitting>, question = 0) =>
  sitting.answers.get(question)?.given[0]

describe('a sitting', () => {
  it('keeps one answer for each question: the last before it is handed in', () => {
    const events = [
      event(1, 1, answer(0, 'first')),
      event(2, 2, answer(0, 'second')),
      event(3, 3, HAND_IN),
      event(4, 4, answer(0, 'too late')),
      event(5, 4, answer(1, 'too late')),
    ]
    const sitting = foldSitting(free, events, later)
    expect(words(sitting)).toBe('second')
    expect(sitting.answers.size).toBe(1)
    expect(sitting.stage).toEqual({ phase: 'handedIn', at: START + 3 * MINUTE, by: 'learner' })
  })

  it('has more minutes on its clock for whoever is granted them, a started one whole', () => {
    expect([0, 25, 10].map((percent) => withExtraTime(20, percent))).toEqual([20, 25, 22])
    expect(withExtraTime(7, 10)).toBe(8)
  })

  it('handed in twice is handed in once', () => {
    const once = [event(1, 1, answer(0, 'a')), event(2, 2, HAND_IN)]
    const sitting = foldSitting(free, once, later)
    const twice = foldSitting(free, [...once, event(3, 5, HAND_IN)], later)
    expect({ ...twice, seq: 0 }).toEqual({ ...sitting, seq: 0 })
  })

  it('keeps the second thought where a clock was set back between the two', () => {
    const events = [event(1, 9, answer(0, 'first')), event(2, 3, answer(0, 'second'))]
    expect(words(foldSitting(free, events, later))).toBe('second')
  })

  it('is over at its deadline for whoever looks after it, also when nothing ran then', () => {
    const events = [event(1, 1, answer(0, 'a'))]
    expect(foldSitting(timed, events, START + 20 * MINUTE).stage.phase).toBe('open')
    expect(foldSitting(timed, events, START + 20 * MINUTE + 1).stage).toEqual({
      ...{ phase: 'handedIn', at: START + 20 * MINUTE },
      by: 'clock',
    })
    const handedInLate = foldSitting(timed, [...events, event(2, 30, HAND_IN)], later)
    expect(handedInLate.stage).toMatchObject({ at: START + 20 * MINUTE, by: 'clock' })
  })

  it('counts what was given in time, whenever it arrives, and what the last moment sent', () => {
    const end = 20 + GRACE_MS / MINUTE
    const events = [event(1, 19, answer(0, 'a')), event(2, end, answer(1, 'b'))]
    const tooLate = event(3, end + 0.001, answer(2, 'c'))
    const sitting = foldSitting(timed, [...events, tooLate], later)
    expect([...sitting.answers.keys()]).toEqual([0, 1])
  })

  it('has no end where there is no clock', () => {
    expect(foldSitting(free, [], later).stage.phase).toBe('open')
  })

  it('can be given more time, or no clock, as long as there is time', () => {
    const extend = (seq: number, minute: number) =>
      event(seq, minute, { kind: 'extend', minutes: 10 })
    expect(foldSitting(timed, [extend(1, 19)], START).deadline).toBe(START + 30 * MINUTE)
    expect(foldSitting(timed, [extend(1, 19), extend(2, 29)], START).deadline).toBe(
      START + 40 * MINUTE,
    )
    expect(foldSitting(timed, [extend(1, 21)], START).deadline).toBe(START + 20 * MINUTE)
    expect(foldSitting(timed, [event(1, 19, { kind: 'clockOff' })], later)).toMatchObject({
      ...{ deadline: null, stage: { phase: 'open' } },
    })
    expect(foldSitting(timed, [event(1, 21, { kind: 'clockOff' })], later).stage.phase).toBe(
      'handedIn',
    )
  })

  it('remembers flags, and contests of what is handed in', () => {
    const events = [
      event(1, 1, { kind: 'flag', question: 0, flagged: true }),
      event(2, 1, { kind: 'flag', question: 1, flagged: true }),
      event(3, 2, { kind: 'flag', question: 0, flagged: false }),
      event(4, 3, { kind: 'contest', question: 2, reason: 'Both are right.' }),
    ]
    const open = foldSitting(free, events, later)
    expect([...open.flagged]).toEqual([1])
    expect(open.contests.size).toBe(0)
    const done = foldSitting(
      free,
      [
        ...events.slice(0, 3),
        event(4, 3, HAND_IN),
        event(5, 4, { kind: 'contest', question: 2, reason: 'Both are right.' }),
      ],
      later,
    )
    expect([...done.contests]).toEqual([[2, 'Both are right.']])
    const back = [
      event(4, 3, HAND_IN),
      event(5, 4, { kind: 'contest', question: 2, reason: 'x' }),
      event(6, 5, { kind: 'contest', question: 2, reason: ' ' }),
    ]
    expect(foldSitting(free, back, later).contests.size).toBe(0)
  })
})

describe('any events', () => {
  const body: fc.Arbitrary<Body> = fc.oneof(
    fc.record({
      kind: fc.constant('answer' as const),
      question: fc.integer({ min: 0, max: 3 }),
      given: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
      ms: fc.constant(1000),
    }),
    fc.record({
      kind: fc.constant('flag' as const),
      question: fc.integer({ min: 0, max: 3 }),
      flagged: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('extend' as const), minutes: fc.constant(5) }),
    fc.constant({ kind: 'clockOff' as const }),
    fc.constant(HAND_IN),
    fc.record({
      kind: fc.constant('contest' as const),
      question: fc.integer({ min: 0, max: 3 }),
      reason: fc.constantFrom('', 'why'),
    }),
  )
  const log = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 40 }), body), {
      maxLength: 15,
    })
    .map((made) => made.map(([seq, minute, what], at) => event(seq, minute, what, at + 1)))
  const start = fc.constantFrom(timed, free)
  const now = fc.integer({ min: 0, max: 60 }).map((minute) => START + minute * MINUTE)

  it('in any order and any number of times make the same sitting', () => {
    const arrivals = log.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray(events, { minLength: events.length }),
        fc.subarray(events),
      ),
    )
    fc.assert(
      fc.property(start, arrivals, now, (begun, [events, shuffled, again], at) => {
        const sitting = foldSitting(begun, events, at)
        expect(foldSitting(begun, [...again, ...shuffled, ...again], at)).toEqual(sitting)
      }),
    )
  })

  it('once it is handed in, nothing that is done later changes an answer', () => {
    fc.assert(
      fc.property(start, log, log, (begun, events, more) => {
        const before = foldSitting(begun, events, later)
        const { stage, seq } = before
        if (stage.phase !== 'handedIn') return
        const after = more.map((one, at) => ({
          ...one,
          ...{ id: uuid(1000 + at), seq: seq + 1 + at },
          at: Math.max(one.at, stage.at + GRACE_MS + 1),
        }))
        const then = foldSitting(begun, [...events, ...after], later)
        expect(then.answers).toEqual(before.answers)
        expect(then.stage).toEqual(stage)
      }),
      { numRuns: 1000 },
    )
  })

  it('once it is handed in, it stays so as time goes on', () => {
    fc.assert(
      fc.property(start, log, now, (begun, events, at) => {
        const sitting = foldSitting(begun, events, at)
        if (sitting.stage.phase !== 'handedIn') return
        expect(foldSitting(begun, events, at + 7 * MINUTE)).toEqual(sitting)
      }),
    )
  })
})

it('an event is held for no later than it came and no earlier than the sitting began', () => {
  expect(heldTime(START + 5, timed, START + 9)).toBe(START + 5)
  expect(heldTime(START + 50, timed, START + 9)).toBe(START + 9)
  expect(heldTime(0, timed, START + 9)).toBe(START)
})
