import { describe, expect, it } from 'vitest'
import { CardId } from '../ids'
import { addDays, toStudyDay } from '../time/study-day'
import { drawFor, drawn, fuzzRange } from './fuzz'
import { DEFAULT_PARAMETERS, SchedulingParametersSchema } from './parameters'
import { formatInterval, type Interval, previewGrades, spokenInterval } from './preview'
import { recallNow } from './recall'
import { applyReview } from './schedule'
import type { SchedulingParameters } from './state'

const CARD = CardId.parse('018f4e5a-0000-7000-8000-000000000001')
const DAY = toStudyDay(20_000)
const NOW = { form: 'typed', at: 1_728_000_000_000, studyDay: DAY } as const

describe('intervals on buttons', () => {
  const days = (value: number): Interval => ({ unit: 'days', value })
  const minutes = (value: number): Interval => ({ unit: 'minutes', value })

  it.each([
    [minutes(1), '1m', '1 minute'],
    [minutes(10), '10m', '10 minutes'],
    [minutes(90), '1.5h', '1.5 hours'],
    [minutes(60), '1h', '1 hour'],
    [days(1), '1d', '1 day'],
    [days(4), '4d', '4 days'],
    [days(29), '29d', '29 days'],
    [days(30), '1mo', '1 month'],
    [days(46), '1.5mo', '1.5 months'],
    [days(61), '2mo', '2 months'],
    [days(365), '1y', '1 year'],
    [days(475), '1.3y', '1.3 years'],
    [days(36_500), '99.9y', '99.9 years'],
  ])('%o reads %s, aloud "%s"', (interval, written, spoken) => {
    expect(formatInterval(interval)).toBe(written)
    expect(spokenInterval(interval)).toBe(spoken)
  })

  it('of a new card are its steps, and some days for Easy', () => {
    const preview = previewGrades(CARD, { phase: 'new' }, NOW, {
      ...DEFAULT_PARAMETERS,
      fuzz: false,
    })
    expect(([1, 2, 3, 4] as const).map((g) => formatInterval(preview[g].interval))).toEqual([
      '1m',
      '6m',
      '10m',
      '8d',
    ])
  })
})

describe('recall', () => {
  const known = applyReview(CARD, { phase: 'new' }, { grade: 4, ...NOW }, DEFAULT_PARAMETERS)

  it('is not said of a new card, nor on the day of a review, nor before it', () => {
    expect(recallNow({ phase: 'new' }, DAY, DEFAULT_PARAMETERS)).toBeNull()
    expect(recallNow(known, DAY, DEFAULT_PARAMETERS)).toBeNull()
    expect(recallNow(known, addDays(DAY, -1), DEFAULT_PARAMETERS)).toBeNull()
  })

  it('is nine in ten when as many days have passed as the stability says, and falls', () => {
    if (known.phase === 'new') throw new Error('it was answered')
    const eight = { ...known, stability: 8 }
    expect(recallNow(eight, addDays(DAY, 8), DEFAULT_PARAMETERS)).toBeCloseTo(0.9, 6)
    const later = recallNow(eight, addDays(DAY, 80), DEFAULT_PARAMETERS)
    expect(later).toBeLessThan(0.9)
    expect(later).toBeGreaterThan(0.5)
  })
})

describe('fuzz', () => {
  it('leaves one and two days alone and spreads the rest evenly over its range', () => {
    for (const draw of [0, 0.5, 0.999]) {
      expect(drawn(fuzzRange(1, 0, 36_500), draw)).toBe(1)
      expect(drawn(fuzzRange(2, 0, 36_500), draw)).toBe(2)
    }
    const seen = new Map<number, number>()
    for (let reps = 0; reps < 7000; reps++) {
      const days = drawn(fuzzRange(20, 10, 36_500), drawFor(CARD, reps))
      seen.set(days, (seen.get(days) ?? 0) + 1)
    }
    expect([...seen.keys()].sort((a, b) => a - b)).toEqual([17, 18, 19, 20, 21, 22, 23])
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })

  it('never passes the maximum', () => {
    expect(drawn(fuzzRange(10, 3, 10), 0.9999)).toBe(10)
  })

  it('is the same for every machine: these draws must never change', () => {
    expect([0, 1, 2].map((reps) => drawFor(CARD, reps))).toEqual([
      0.6071035792119801, 0.05401295120827854, 0.08558848616667092,
    ])
  })
})

describe('parameters', () => {
  const problems = (change: Partial<SchedulingParameters>) => {
    const read = SchedulingParametersSchema.safeParse({ ...DEFAULT_PARAMETERS, ...change })
    return read.success ? [] : read.error.issues.map((issue) => issue.path.join('.'))
  }

  it('are read back as they are, the defaults among them', () => {
    expect(SchedulingParametersSchema.parse(DEFAULT_PARAMETERS)).toEqual(DEFAULT_PARAMETERS)
  })

  it('may come from 32-bit floats', () => {
    const weights = DEFAULT_PARAMETERS.weights.map((w, i) => (i === 20 ? Math.fround(0.8) : w))
    expect(problems({ weights })).toEqual([])
  })

  it('are refused by name when they make no sense', () => {
    expect(problems({ desiredRetention: 0.99 })).toEqual(['desiredRetention'])
    expect(problems({ maximumIntervalDays: 0 })).toEqual(['maximumIntervalDays'])
    expect(problems({ learningSteps: [0] })).toEqual(['learningSteps.0'])
    expect(problems({ relearningSteps: [1440] })).toEqual(['relearningSteps.0'])
    expect(
      problems({ weights: DEFAULT_PARAMETERS.weights.map((w, i) => (i === 4 ? 11 : w)) }),
    ).toEqual(['weights.4'])
    expect(problems({ weights: [1, 2, 3] })).toContain('weights')
  })

  it('with other than 21 weights are refused by the scheduler too', () => {
    const wrong = { ...DEFAULT_PARAMETERS, weights: DEFAULT_PARAMETERS.weights.slice(2) }
    expect(() => applyReview(CARD, { phase: 'new' }, { grade: 3, ...NOW }, wrong)).toThrow(/21/)
  })
})
