/** Figures computed by other implementations of FSRS-6 (ts-fsrs with its own cards, py-fsrs, fsrs-rs). */
import { BindingMemoryState, FSRSBinding } from '@open-spaced-repetition/binding'
import { FSRSAlgorithm } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import { CardId } from '../ids'
import { Grade } from '../review/event'
import { addDays, type StudyDay, toStudyDay } from '../time/study-day'
import { algorithmFor, nextStrength, type Strength } from './algorithm'
import { draw } from './draw'
import { DEFAULT_PARAMETERS } from './parameters'
import { applyReview } from './schedule'
import type { MemoryState, SchedulingParameters } from './state'

const CARD = CardId.parse('018f4e5a-0000-7000-8000-000000000001')
const EXACT: SchedulingParameters = { ...DEFAULT_PARAMETERS, fuzz: false }
const DAY_0 = toStudyDay(20_000)
const MORNING = 20_000 * 86_400_000 + 8 * 3_600_000

type Given = { memory: MemoryState; intervals: number[] }

/** Answers each grade when the card is due: by day in review, by the minute in a step. */
function answerWhenDue(grades: readonly Grade[]): Given {
  let memory: MemoryState = { phase: 'new' }
  let day: StudyDay = DAY_0
  const intervals: number[] = []
  for (const grade of grades) {
    const at: number = memory.phase === 'new' ? MORNING : memory.dueAt
    if (memory.phase !== 'new') day = memory.dueDay
    memory = applyReview(CARD, memory, { grade, form: 'typed', at, studyDay: day }, EXACT)
    intervals.push(memory.phase === 'new' ? Number.NaN : memory.dueDay - day)
  }
  return { memory, intervals }
}

/** `gaps`: days since the review before. */
function answerAfter(grades: readonly Grade[], gaps: readonly number[]): MemoryState {
  let memory: MemoryState = { phase: 'new' }
  let studyDay = DAY_0
  grades.forEach((grade, i) => {
    studyDay = addDays(studyDay, gaps[i] ?? Number.NaN)
    const at = MORNING + (studyDay - DAY_0) * 86_400_000 + i
    memory = applyReview(CARD, memory, { grade, form: 'typed', at, studyDay }, EXACT)
  })
  return memory
}

describe('the scheduler agrees with other implementations', () => {
  it('on the intervals of thirteen reviews with two lapses, through the learning steps', () => {
    const { intervals } = answerWhenDue([3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3])
    expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21])
  })

  it('on stability and difficulty of six reviews', () => {
    const memory = answerAfter([1, 3, 3, 3, 3, 3], [0, 0, 1, 3, 8, 21])
    if (memory.phase === 'new') throw new Error('six reviews leave no new card')
    expect(memory.stability / 53.62691).toBeCloseTo(1, 5)
    expect(memory.difficulty / 6.3574867).toBeCloseTo(1, 5)
  })

  it.each([
    [1, 0.212, 6.4133],
    [2, 1.2931, 5.11217071],
    [3, 2.3065, 2.11810397],
    [4, 8.2956, 1],
  ] as const)('on the first state after grade %i', (grade, stability, difficulty) => {
    expect(answerAfter([grade], [0])).toMatchObject({ stability, difficulty })
  })

  it('on the interval of one day of stability for each desired retention', () => {
    const interval = (desiredRetention: number) =>
      algorithmFor({
        ...EXACT,
        desiredRetention,
        maximumIntervalDays: Number.MAX_SAFE_INTEGER,
      }).next_interval(1, 0)
    const retentions = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]
    const [longest, ...others] = retentions.map(interval)
    // ts-fsrs rounds its factor to eight decimals, which makes three days in three million.
    expect((longest ?? 0) / 3116766).toBeCloseTo(1, 5)
    expect(others).toEqual([34793, 2508, 387, 90, 27, 9, 3, 1, 1])
  })

  it('on twenty thousand transitions, to what 32-bit floats can hold', () => {
    const raw = new FSRSAlgorithm({ w: [...EXACT.weights], enable_short_term: true })
    const rust = new FSRSBinding([...EXACT.weights])
    const algorithm = algorithmFor(EXACT)
    let apart = 0
    for (let card = 0; card < 2000; card++) {
      let ours: Strength | null = null
      for (let n = 0; n < 10; n++) {
        const grade = Grade.parse(1 + Math.floor(draw(`grade ${card} ${n}`) * 4))
        // From the same day to some years later.
        const days: number = ours ? Math.floor(draw(`days ${card} ${n}`) ** 4 * 1500) : 0
        const before: Strength | null = ours
        const from = before && new BindingMemoryState(before.stability, before.difficulty)
        const next = rust.nextStates(from, 0.9, days)
        const theirs = [next.again, next.hard, next.good, next.easy][grade - 1]?.memory
        ours = nextStrength(algorithm, before, days, grade, 'typed')
        // To the bit: what follows from the weights alone is only not computed again.
        if (before) expect(ours).toEqual(raw.next_state(before, days, grade))
        apart = Math.max(
          apart,
          Math.abs(ours.stability / (theirs?.stability ?? Number.NaN) - 1),
          Math.abs(ours.difficulty / (theirs?.difficulty ?? Number.NaN) - 1),
        )
      }
    }
    expect(apart).toBeLessThan(5e-6)
  })

  it('but keeps a first stability below a tenth of a day, which ts-fsrs does not', () => {
    const weights = DEFAULT_PARAMETERS.weights.map((w, i) => (i === 0 ? 0.0137 : w))
    const first = applyReview(
      CARD,
      { phase: 'new' },
      { grade: 1, form: 'typed', at: MORNING, studyDay: DAY_0 },
      { ...EXACT, weights },
    )
    expect(first).toMatchObject({ stability: 0.0137 })
  })
})
