import { describe, expect, it } from 'vitest'
import { toStudyDay } from '../../time/study-day'
import {
  cameOut,
  ForecastBasis,
  type ForecastKind,
  type ForecastRecord,
  ForecastSections,
  howOftenHeld,
  lastSaid,
  moved,
  recordOf,
} from './record'

const section = (key: string, items: number, unseen: number) => ({
  ...{ key, name: `Section ${key}`, share: 0.5, items, unseen },
  ...{ expected: 0.8, low: 0.7, high: 0.9 },
})
const sections = [section('one', 20, 3), section('two', 10, 10)]
const record = (madeOn: number, kind: ForecastKind): ForecastRecord =>
  recordOf({ expected: 0.8012, low: 0.7249, high: 0.8651, sections }, toStudyDay(madeOn), kind, {
    answers: 400,
    firstAnswers: 60,
  })

describe('the record of a forecast', () => {
  it('says what it rests on, and can be read back', () => {
    const { basis, sections: kept } = record(20_000, 'stop')
    expect(basis).toEqual({ answers: 400, firstAnswers: 60, items: 30, unseen: 13 })
    const json: unknown = JSON.parse(JSON.stringify({ basis, kept }))
    expect(json).toEqual({ basis: ForecastBasis.parse(basis), kept: ForecastSections.parse(kept) })
  })

  it('is held against what came, in the points that were shown', () => {
    const said = record(20_000, 'stop')
    expect(cameOut(said, 0.78)).toEqual({ said: 80, low: 73, high: 86, got: 78, held: true })
    expect(cameOut(said, 0.864)).toMatchObject({ got: 86, held: true })
    expect(cameOut(said, 0.725)).toMatchObject({ got: 73, held: true })
    expect(cameOut(said, 0.72)).toMatchObject({ got: 72, held: false })
    expect(cameOut({ expected: 0.875, low: 0.872, high: 0.879 }, 0.88)).toMatchObject({
      ...{ said: 88, low: 88, high: 88, held: true },
    })
    expect(howOftenHeld([0.78, 0.71, 0.8].map((score) => cameOut(said, score)))).toEqual({
      held: 2,
      of: 3,
    })
    expect(howOftenHeld([])).toEqual({ held: 0, of: 0 })
  })

  it('that counts is the last before the exam', () => {
    const records = [
      record(19_990, 'plan'),
      record(19_998, 'plan'),
      record(19_998, 'stop'),
      record(20_001, 'now'),
    ]
    expect(lastSaid(records, toStudyDay(20_000))).toBe(records[2])
    expect(lastSaid(records, toStudyDay(19_991))).toBe(records[0])
    expect(lastSaid(records, toStudyDay(19_000))).toBeNull()
  })
})

describe('how a forecast moved', () => {
  const of = (expected: number, one: number, two: number) => ({
    ...{ expected, low: 0, high: 1 },
    sections: [
      { ...section('one', 20, 0), expected: one },
      { ...section('two', 20, 0), expected: two },
    ],
  })

  it('is told by section, in points of the whole', () => {
    const { points, sections: by, mostly } = moved(of(0.7, 0.6, 0.8), of(0.74, 0.66, 0.82))
    expect(points).toBeCloseTo(4, 9)
    expect(by.map(({ key, points: due }) => [key, Math.round(due)])).toEqual([
      ['one', 3],
      ['two', 1],
    ])
    expect(mostly).toBe('Section one')
    expect(moved(of(0.74, 0.66, 0.82), of(0.7, 0.6, 0.8)).points).toBeCloseTo(-4, 9)
  })

  it('is due to none in particular where all moved alike, or hardly', () => {
    expect(moved(of(0.7, 0.6, 0.8), of(0.74, 0.64, 0.84)).mostly).toBeNull()
    expect(moved(of(0.7, 0.6, 0.8), of(0.704, 0.608, 0.8)).mostly).toBeNull()
  })
})
