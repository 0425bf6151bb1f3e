import { expect, it } from 'vitest'
import { day, PLAIN, review } from '../../stats/log-fixture'
import type { Goal } from '../assignment'
import { studentProgress } from './progress'
import { type CardReading, readCard } from './read-card'

const never: CardReading = { answers: [], memory: { phase: 'new' }, daysRecalled: 0 }
const once = readCard([review(0)], PLAIN)
const thrice = readCard([review(0), review(2), review(9)], PLAIN)
const item = (...cards: CardReading[]) => ({ cards })
const of = (goal: Goal, items: { cards: CardReading[] }[]) =>
  studentProgress(items, { goal, dueOn: day(12) }, day(10), PLAIN)

it('counts items met', () => {
  const found = of({ kind: 'introduced' }, [item(once), item(never), item(once, never), item()])
  expect(found).toMatchObject({ items: 4, introduced: 2, done: 2, share: 0.5, met: false })
  expect(of({ kind: 'introduced' }, [item(once)])).toMatchObject({ met: true, share: 1 })
})

it('counts days recalled up to those that the goal asks for', () => {
  const found = of({ kind: 'recalled', days: 2 }, [item(thrice), item(once), item(thrice, never)])
  expect(found).toMatchObject({ introduced: 3, done: 1 })
  expect(found.share).toBeCloseTo((1 + 0.5 + 0) / 3, 12)
  expect(of({ kind: 'recalled', days: 3 }, Array(49).fill(item(thrice))).share).toBe(1)
})

it('holds what is expected on the due date against the goal, what was never asked counting 0', () => {
  const found = of({ kind: 'expected', recall: 0.8 }, [item(thrice), item(never)])
  expect(found.expected ?? 1).toBeLessThan(found.recall ?? 0)
  expect(found.recall ?? 1).toBeLessThan(0.5)
  expect(found.share).toBeCloseTo((found.expected ?? 0) / 0.8, 12)
  expect(of({ kind: 'expected', recall: 0.8 }, [item(thrice)])).toMatchObject({ share: 1 })
})

it('has no recall where nothing was asked', () => {
  expect(of({ kind: 'introduced' }, [item(never)]).recall).toBeNull()
})
