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
    expect(cameOut(said, 0.78)).toEqual({ said: 80, low: 72, high: 87, got: 78, held: true })
    expect(cameOut(said, 0.874)).toMatchObject({ got: 87, held: true })
    expect(cameOut(said, 0.715)).toMatchObject({ got: 72, held: true })
    expect(cameOut(said, 0.71)).toMatchObject({ got: 71, held: false })
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
