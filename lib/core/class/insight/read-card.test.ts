import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { algorithmFor } from '../../memory/algorithm'
import { foldCard } from '../../memory/fold'
import { anyLog, CARD } from '../../memory/fold-fixture'
import { DEFAULT_PARAMETERS } from '../../memory/parameters'
import type { ReviewEvent } from '../../review/event'
import { day, other, PLAIN, review, undo } from '../../stats/log-fixture'
import { readCard } from './read-card'

const says = (stability: number, days: number) =>
  algorithmFor(PLAIN).forgetting_curve(days, stability)

function stabilityOf(events: readonly ReviewEvent[]): number {
  const { memory } = readCard(events, PLAIN)
  return memory.phase === 'new' ? 0 : memory.stability
}

describe('a card read with its forecasts', () => {
  it('leaves the memory where the fold leaves it, whatever happened', () => {
    fc.assert(
      fc.property(anyLog, (events) => {
        const { memory } = foldCard(CARD, events, DEFAULT_PARAMETERS)
        const read = readCard(
          events.filter((event) => event.cardId === CARD),
          DEFAULT_PARAMETERS,
        ).memory
        if (memory.phase === 'new') expect(read).toEqual({ phase: 'new' })
        else {
          const { stability, lastStudyDay } = memory
          expect(read).toEqual({ phase: 'review', stability, lastStudyDay })
        }
      }),
    )
  })

  it('says nothing of a first answer nor of a second one on a day, and of others what the curve says', () => {
    const { answers } = readCard([review(0), review(0), review(2), review(9, 1)], PLAIN)
    expect(answers.map((answer) => answer.firstOfDay)).toEqual([true, false, true, true])
    const [first, second, third, fourth] = answers
    expect(first?.said).toBeNull()
    expect(second?.said).toBeNull()
    const before = stabilityOf([review(0), review(0)])
    expect(third?.said).toBeCloseTo(says(before, 2), 10)
    expect(fourth?.said).toBeGreaterThan(0.5)
  })

  it('adds the lucky guess to what is picked among options', () => {
    const typed = readCard([review(0), review(3)], PLAIN).answers[1]?.said ?? 0
    const picked = readCard([review(0), review(3, 3, { form: 'choice' })], PLAIN).answers[1]?.said
    expect(picked).toBeCloseTo(typed + (1 - typed) / 3, 10)
  })

  it('counts days whose first answer was right, once a day, and anew after a reset', () => {
    const events = [review(0), review(0), review(1, 1), review(1, 3), review(4)]
    expect(readCard(events, PLAIN).daysRecalled).toBe(2)
    const reset = readCard([...events, other(5, 'reset'), review(5)], PLAIN)
    expect(reset.daysRecalled).toBe(1)
    expect(reset.answers).toHaveLength(6)
    expect(reset.memory).toMatchObject({ lastStudyDay: day(5) })
  })

  it('leaves out what was taken back', () => {
    const slip = review(3, 1)
    const { answers, memory } = readCard([review(0), slip, undo(3, slip)], PLAIN)
    expect(answers).toHaveLength(1)
    expect(memory).toMatchObject({ lastStudyDay: day(0) })
  })
})
