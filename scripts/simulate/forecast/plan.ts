/** The plan for an exam: what is forecast if it is followed, and what truly comes of following it. */

import { beliefOf, meanDeparture } from '@/lib/core/exam/belief'
import type { Learner } from '@/lib/core/exam/forecast/forecast'
import { following, outlooksUnder } from '@/lib/core/exam/forecast/under-plan'
import { begin, type Grades, live } from '@/lib/core/exam/world'
import type { StudyDay } from '@/lib/core/time/study-day'
import type { Lots } from './lots'
import { BELIEVED, type SimulatedItem, type Studies } from './studies'

/** What the app takes for granted of first answers. */
const GRADES: Grades = { first: [0.4, 0.1, 0.45, 0.05], recalled: [0.1, 0.75, 0.15] }
const RETENTION = 0.8

export function planOf(
  { today, truth }: Studies,
  asked: readonly SimulatedItem[],
  { points }: Learner,
  examDay: StudyDay,
  lots: Lots,
) {
  const minutes = lots.whole(5, 40)
  const policy = following({
    examDay,
    retention: RETENTION,
    minutesOn: () => minutes,
    belief: beliefOf(BELIEVED, meanDeparture(points)),
    grades: GRADES,
    weightOf: () => 1,
  })
  const items = asked.map((item) => ({
    ...item,
    seconds: item.cards.length > 1 ? 20 : 9,
    cards: item.cards.map(({ id, memory, truth: known }) => ({
      ...{ id, memory },
      ...(known && { truth: known }),
    })),
  }))
  const seed = `${lots.next()}`
  const world = { items, believed: BELIEVED, grades: GRADES, seed }
  return {
    outlooks: outlooksUnder(world, policy, points, today, examDay),
    /** Lives the days as they truly go: memories and truths of the cards are then those of the exam's day. */
    follow: () => {
      const real = {
        ...world,
        truth: beliefOf(truth),
        grades: gradesOf(asked),
        seed: `${seed}:real`,
      }
      const living = begin(real)
      live(real, living, policy, today, examDay)
      for (const [n, item] of asked.entries()) {
        for (const [k, card] of item.cards.entries()) {
          const lived = living[n]?.cards[k]
          if (!lived?.truth) continue
          card.memory = lived.memory
          card.truth = lived.truth
          card.truthDay = lived.truth.lastStudyDay
        }
      }
    },
  }
}

/** In a world all items are equally well known beforehand. */
function gradesOf(asked: readonly SimulatedItem[]): Grades {
  const cards = asked.flatMap((item) => item.cards)
  const known = cards.reduce((sum, card) => sum + card.knownAtFirst, 0) / cards.length
  return { ...GRADES, first: [1 - known, 0.15 * known, 0.75 * known, 0.1 * known] }
}
