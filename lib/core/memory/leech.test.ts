import { describe, expect, it } from 'vitest'
import { CardId, ReviewId } from '../ids'
import type { Grade } from '../review/event'
import { addDays, toStudyDay } from '../time/study-day'
import { foldCard } from './fold'
import { isLeech, isLeechAlarm, nextLapseAlarms } from './leech'
import { DEFAULT_PARAMETERS } from './parameters'

const uuid = (n: number) => `018f4e5a-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const CARD = CardId.parse(uuid(1))
const START = toStudyDay(20_000)

/** The memory after these grades, each given two days after the last. */
function memoryAfter(grades: readonly Grade[]) {
  const events = grades.map((grade, i) => ({
    id: ReviewId.parse(uuid(100 + i)),
    cardId: CARD,
    kind: 'review' as const,
    grade,
    form: 'typed' as const,
    typed: '',
    overruled: false,
    durationMs: 1000,
    studyDay: addDays(START, 2 * i),
    at: (20_000 + 2 * i) * 86_400_000,
  }))
  return foldCard(CARD, events, { ...DEFAULT_PARAMETERS, fuzz: false }).memory
}

/** Learned, then forgotten and learned again n times. */
const slipped = (n: number): Grade[] => [
  4,
  ...Array.from({ length: n }, (): Grade[] => [1, 3]).flat(),
]

describe('a leech', () => {
  it('is a card forgotten eight times', () => {
    expect(isLeech(memoryAfter(slipped(7)))).toBe(false)
    expect(isLeech(memoryAfter(slipped(8)))).toBe(true)
    expect(isLeech({ phase: 'new' })).toBe(false)
  })

  it('is none any more once it holds for three weeks', () => {
    const held = memoryAfter([...slipped(8), ...Array<Grade>(40).fill(4)])
    expect(held).toMatchObject({ lapses: 8 })
    expect(isLeech(held)).toBe(false)
  })

  it('is brought up at eight lapses and every four after', () => {
    const alarms = Array.from({ length: 21 }, (_, lapses) => lapses).filter(isLeechAlarm)
    expect(alarms).toEqual([8, 12, 16, 20])
    expect(nextLapseAlarms(memoryAfter(slipped(7)))).toBe(true)
    expect(nextLapseAlarms(memoryAfter(slipped(8)))).toBe(false)
    expect(nextLapseAlarms(memoryAfter(slipped(11)))).toBe(true)
  })
})
