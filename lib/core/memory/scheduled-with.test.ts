import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toStudyDay } from '../time/study-day'
import { foldCard } from './fold'
import { cardIds, FORGETFUL, logsOf } from './learner-fixture'
import { DEFAULT_PARAMETERS } from './parameters'
import { nameOfDueDay, nameParameters, readParametersName } from './scheduled-with'

describe('the name of parameters', () => {
  it('says which weights and which retention', () => {
    expect(nameParameters('usual', 0.9)).toBe('usual/0.9')
    expect(nameParameters(3, 0.85)).toBe('own-3/0.85')
    fc.assert(
      fc.property(
        fc.oneof(fc.constant('usual' as const), fc.integer({ min: 1, max: 999_999 })),
        fc.integer({ min: 70, max: 97 }),
        (weights, percent) => {
          const desiredRetention = percent / 100
          const name = nameParameters(weights, desiredRetention)
          expect(readParametersName(name)).toEqual({ weights, desiredRetention })
        },
      ),
    )
  })

  it.each(['', 'usual', 'own-0/0.9', 'own-/0.9', 'usual/1.5', 'usual/0.9; DROP', 'mine/0.9'])(
    '%o is none',
    (name) => {
      expect(readParametersName(name)).toBeNull()
    },
  )
})

describe('a due day', () => {
  const at = (n: number) => ({ at: n, scheduledWith: 'usual/0.9' })

  it('follows what its button spoke with, until all days are set anew', () => {
    expect(nameOfDueDay(at(10), null)).toBe('usual/0.9')
    expect(nameOfDueDay(at(10), { at: 10, with: 'own-1/0.8' })).toBe('own-1/0.8')
    expect(nameOfDueDay(at(11), { at: 10, with: 'own-1/0.8' })).toBe('usual/0.9')
    expect(nameOfDueDay({ at: 1 }, null)).toBeUndefined()
  })

  it('stays when memory is folded with other weights, and is theirs once it is set anew', () => {
    const logs = logsOf({
      seed: 'stay',
      cards: cardIds(40),
      from: toStudyDay(20_000),
      days: 120,
      truth: DEFAULT_PARAMETERS,
    })
    let moved = 0
    for (const [id, events] of logs) {
      const before = foldCard(id, events, DEFAULT_PARAMETERS).memory
      const theirs = foldCard(id, events, FORGETFUL).memory
      const kept = foldCard(id, events, FORGETFUL, () => DEFAULT_PARAMETERS).memory
      if (before.phase === 'new' || theirs.phase === 'new' || kept.phase === 'new') continue
      expect(kept).toEqual({ ...theirs, dueDay: before.dueDay, dueAt: before.dueAt })
      expect(foldCard(id, events, FORGETFUL, () => undefined).memory).toEqual(theirs)
      if (theirs.dueDay !== before.dueDay) moved++
    }
    expect(moved).toBeGreaterThan(20)
  })
})
