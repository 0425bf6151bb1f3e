import fc from 'fast-check'
import { default_w } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import { readLog } from './read-log'
import { replay } from './replay'

const review = (id: string, reviewedAt: string, grade: number, change: object = {}) => ({
  ...{ id, cardId: 'a', kind: 'review', reviewedAt, timeZone: 'UTC', grade },
  ...change,
})
const undo = (id: string, reviewedAt: string, change: object = {}) => ({
  ...{ id, cardId: 'a', kind: 'undo', reviewedAt },
  ...change,
})
function replayed(events: readonly unknown[], change: object = {}, fuzz = false) {
  const read = readLog({ events, ...change })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return replay(read.log, fuzz)
}
function problems(raw: unknown): readonly string[] {
  const read = readLog(raw)
  return read.ok ? [] : read.problems
}
const EASY = review('1', '2026-03-01T08:00:00Z', 4)

describe('a replay', () => {
  it('takes the study day that was fixed when the event was stored', () => {
    const late = '2026-03-02T02:00:00Z'
    expect(replayed([review('1', late, 4)]).a?.dueDay).toBe('2026-03-09')
    const studyDay = '2026-03-02'
    expect(replayed([review('1', late, 4, { studyDay })]).a?.dueDay).toBe('2026-03-10')
    expect(problems({ events: [{ ...EASY, studyDay: '2026-02-30' }] })).toHaveLength(1)
  })

  it('reads an export, with all that stands beside the log, and refuses a slip in anything else', () => {
    const beside = { version: 1, decks: [], cards: [] }
    expect(replayed([EASY], { format: 'passage-export', ...beside })).toEqual(replayed([EASY]))
    expect(problems({ events: [EASY], ...beside })).not.toEqual([])
  })

  it('gives the memory, the due day, reviews and lapses of each card', () => {
    const events = [
      EASY,
      review('2', '2026-03-09T08:00:00Z', 1),
      review('3', '2026-03-09T08:10:00Z', 3),
      review('4', '2026-03-01T08:00:00Z', 3, { cardId: 'b' }),
    ]
    expect(replayed(events)).toEqual({
      a: {
        ...{ stability: expect.any(Number), difficulty: expect.any(Number) },
        reps: 3,
        lapses: 1,
        dueDay: '2026-03-10',
      },
      b: { stability: 2.3065, difficulty: 2.11810397, dueDay: '2026-03-01', reps: 1, lapses: 0 },
    })
  })

  it('takes an answer that says only what it must', () => {
    const bare = { id: '1', cardId: 'a', grade: 4, reviewedAt: '2026-03-01T08:00:00Z' }
    expect(replayed([bare])).toEqual(replayed([EASY]))
  })

  it('counts the study day by zone and rollover', () => {
    const late = [review('1', '2026-03-01T18:30:00Z', 4, { timeZone: 'Asia/Tokyo' })]
    expect(replayed(late)).toMatchObject({ a: { dueDay: '2026-03-09' } })
    expect(replayed(late, { rolloverHour: 0 })).toMatchObject({ a: { dueDay: '2026-03-10' } })
  })

  it('goes by the weights and the retention it is given', () => {
    const weights = [
      0.4, 1.2, 3.1, 15.7, 7.1, 0.5, 1.9, 0.1, 1.5, 0.1, 1.0, 1.9, 0.1, 0.3, 2.3, 0.2, 3.0, 0.5,
      0.3, 0.1, 0.2,
    ]
    expect(replayed([EASY], { weights })).toMatchObject({
      a: { stability: 15.7, dueDay: '2026-03-17' },
    })
    expect(replayed([EASY], { desiredRetention: 0.8 })).toMatchObject({
      a: { dueDay: '2026-03-29' },
    })
  })

  it('spreads due days unless told not to, always in the same way', () => {
    const cards = Array.from({ length: 40 }, (_, n) =>
      review(`${n}`, '2026-03-01T08:00:00Z', 4, { cardId: `card ${n}` }),
    )
    const days = (fuzz: boolean) =>
      new Set(Object.values(replayed(cards, {}, fuzz)).map((c) => c.dueDay))
    expect(days(false)).toEqual(new Set(['2026-03-09']))
    expect(days(true).size).toBeGreaterThan(2)
    expect(replayed(cards, {}, true)).toEqual(replayed(cards, {}, true))
  })

  it('leaves out a card of which nothing counts', () => {
    expect(replayed([EASY, undo('2', '2026-03-01T08:01:00Z', { targetId: '1' })])).toEqual({})
    expect(replayed([EASY, { ...undo('2', '2026-03-02T08:00:00Z'), kind: 'reset' }])).toEqual({})
    expect(replayed([{ ...undo('2', '2026-03-02T08:00:00Z'), kind: 'bury' }])).toEqual({})
    expect(replayed([])).toEqual({})
  })

  it('gives the same bytes for any order and any repetition', () => {
    const instants = fc
      .integer({ min: 0, max: 60 * 24 })
      .map((hours) => new Date(Date.UTC(2026, 2, 1) + hours * 3_600_000).toISOString())
    const card = fc.constantFrom('a', 'b', '10', '9')
    const kind = fc.constantFrom('review', 'review', 'review', 'undo', 'reset', 'bury', 'suspend')
    const zone = fc.constantFrom('UTC', 'Asia/Tokyo', 'America/New_York')
    const logs = fc
      .array(
        fc.record({
          reviewedAt: instants,
          cardId: card,
          kind,
          grade: fc.integer({ min: 1, max: 4 }),
          timeZone: zone,
        }),
        { maxLength: 30 },
      )
      .map((made) => made.map((event, n) => ({ ...event, id: `e${n}` })))
    fc.assert(
      fc.property(
        logs.chain((log) =>
          fc.tuple(
            fc.constant(log),
            fc.shuffledSubarray(log, { minLength: log.length }),
            fc.shuffledSubarray(log),
          ),
        ),
        ([log, shuffled, again]) => {
          expect(JSON.stringify(replayed([...again, ...shuffled, ...again], {}, true))).toBe(
            JSON.stringify(replayed(log, {}, true)),
          )
        },
      ),
    )
  })
})

describe('a replay of figures that other implementations give', () => {
  const MORNING = Date.UTC(2026, 2, 1, 8)
  /** `days` since the first morning, `minutes` later. */
  const answers = (given: readonly (readonly [grade: number, days: number, minutes?: number])[]) =>
    given.map(([grade, days, minutes = 0], n) =>
      review(`${n}`, new Date(MORNING + days * 86_400_000 + minutes * 60_000).toISOString(), grade),
    )
  const dayAfter = (days: number) =>
    new Date(MORNING + days * 86_400_000).toISOString().slice(0, 10)

  it('finds the due day after thirteen answers, each given when it was due', () => {
    const log = answers([
      ...([
        [3, 0],
        [3, 0, 10],
        [3, 2],
        [3, 13],
        [3, 59],
        [3, 222],
        [1, 720],
        [1, 720, 10],
      ] as const),
      ...([
        [3, 720, 20],
        [3, 722],
        [3, 726],
        [3, 733],
        [3, 745],
      ] as const),
    ])
    const intervals = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]
    const dayOf = [0, 0, 2, 13, 59, 222, 720, 720, 720, 722, 726, 733, 745]
    intervals.forEach((interval, n) => {
      const due = dayAfter((dayOf[n] ?? Number.NaN) + interval)
      expect(replayed(log.slice(0, n + 1)), `answer ${n + 1}`).toMatchObject({ a: { dueDay: due } })
    })
    expect(replayed(log)).toMatchObject({ a: { reps: 13, lapses: 1 } })
  })

  it('finds stability and difficulty after six answers', () => {
    // Days since the answer before: 0, 0, 1, 3, 8, 21.
    const { a } = replayed(
      answers([
        [1, 0],
        [3, 0, 1],
        [3, 1],
        [3, 4],
        [3, 12],
        [3, 33],
      ]),
    )
    expect((a?.stability ?? 0) / 53.62691).toBeCloseTo(1, 5)
    expect((a?.difficulty ?? 0) / 6.3574867).toBeCloseTo(1, 5)
  })

  it('is not moved by an answer that comes twice', () => {
    const once = answers([
      [3, 0],
      [3, 3],
    ])
    expect(replayed([...once, ...once])).toEqual(replayed(once))
  })

  it.each([
    [0.1, 3116766],
    [0.2, 34793],
    [0.3, 2508],
    [0.4, 387],
    [0.5, 90],
    [0.6, 27],
    [0.7, 9],
    [0.8, 3],
    [0.9, 1],
    [1, 1],
  ])(
    'asks one day of stability again for a retention of %f after %i days, at most a century',
    (desiredRetention, days) => {
      const weights = [...default_w]
      weights[3] = 1
      const { a } = replayed(answers([[4, 0]]), { weights, desiredRetention })
      expect(a).toMatchObject({ stability: 1, dueDay: dayAfter(Math.min(days, 36_500)) })
    },
  )
})

describe('an undo without a target', () => {
  const [second, third] = [
    review('2', '2026-03-09T08:00:00Z', 3),
    review('3', '2026-03-20T08:00:00Z', 1),
  ]
  it('takes back what stood last on its card, one after the other', () => {
    const other = review('4', '2026-03-19T08:00:00Z', 3, { cardId: 'b' })
    const once = [EASY, second, third, other, undo('5', '2026-03-21T08:00:00Z')]
    expect(replayed(once)).toEqual(replayed([EASY, second, other]))
    expect(replayed([...once, undo('6', '2026-03-22T08:00:00Z')])).toEqual(replayed([EASY, other]))
  })

  it('takes nothing from later than itself, and none that another undo has', () => {
    const between = undo('5', '2026-03-10T08:00:00Z')
    expect(replayed([EASY, second, third, between])).toEqual(replayed([EASY, third]))
    const named = undo('6', '2026-04-01T08:00:00Z', { targetId: '2' })
    expect(replayed([EASY, second, third, between, named])).toEqual(replayed([third]))
  })

  it('comes after the answer of the same moment, and alone does nothing', () => {
    expect(replayed([EASY, undo('0', EASY.reviewedAt)])).toEqual({})
    expect(replayed([undo('0', '2026-01-01T08:00:00Z'), EASY])).toEqual(replayed([EASY]))
  })
})

describe('a log that cannot be', () => {
  const problem = (change: object) => problems({ events: [{ ...EASY, ...change }] }).join('\n')

  it('says which event and which field', () => {
    expect(problem({ grade: 7 })).toBe('Event 1 (id "1"), grade: must be 1, 2, 3 or 4.')
    expect(problem({ grade: undefined })).toMatch(/^Event 1 \(id "1"\), grade: /)
    expect(problem({ id: '' })).toBe('Event 1 (id ""), id: must not be empty.')
    expect(problem({ id: 7 })).toBe('Event 1, id: must be a string.')
    expect(problem({ cardId: undefined })).toMatch(/, cardId: must be a string/)
    expect(problem({ kind: 'cheat' })).toMatch(/, kind: must be one of review, undo/)
    expect(problem({ form: 'song' })).toMatch(/, form: must be one of typed/)
    expect(problem({ timeZone: 'Mars/Olympus' })).toMatch(/, timeZone: must be the name/)
    expect(problem({ reviewedAt: '2026-03-01' })).toMatch(/, reviewedAt: must be an instant/)
    expect(problem({ reviewedAt: '9999-03-01T00:00:00Z' })).toMatch(/, reviewedAt: must lie/)
    expect(problem({ durationMs: -1 })).toMatch(/, durationMs: must not be negative/)
    expect(problems({ events: [EASY, 'x'] })[0]).toMatch(/^Event 2/)
    expect(problems({ events: [EASY, { ...EASY, grade: 1 }] })).toEqual([
      'Event 2 (id "1"): another event with this id says something else.',
    ])
  })

  it('says which setting', () => {
    expect(problems([])[0]).toMatch(/must be an object/)
    expect(problems(null)[0]).toMatch(/must be an object/)
    expect(problems({})[0]).toBe('The log, events: must be a list of events.')
    expect(problems({ events: [], weights: [1, 2] })[0]).toMatch(/^The log, weights: FSRS-6 has 21/)
    expect(problems({ events: [], rolloverHour: 24 })[0]).toMatch(/^The log, rolloverHour: /)
    expect(problems({ events: [], desiredRetention: 0 })[0]).toMatch(/^The log, desiredRetention: /)
    expect(problems({ events: [], desired_retention: 0.9 })[0]).toMatch(/desired_retention/)
  })

  it('names a few of many problems', () => {
    const many = Array.from({ length: 50 }, () => ({ ...EASY, grade: 9 }))
    expect(problems({ events: many })).toHaveLength(5)
  })
})
