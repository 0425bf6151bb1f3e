/**
 * How many transitions a second our fold makes, against ts-fsrs's `next_state` alone over the same grades and days. Ours
 * reads events, leaves out what was undone, walks the learning steps and finds the due day besides.
 */
import { FSRSAlgorithm } from 'ts-fsrs'
import { algorithmFor } from '@/lib/core/memory/algorithm'
import { foldCard } from '@/lib/core/memory/fold'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import { effectiveEvents } from '@/lib/core/review/effective'
import type { Grade } from '@/lib/core/review/event'
import type { Bench } from './bench'
import { type Log, makeLogs } from './logs'
import { held, plain } from './report'
import { median } from './spread'

const CARDS = 3_000
const WARM_UP = 5
const ROUNDS = 21
const AT_LEAST = 0.5

type Transition = { readonly elapsed: number; readonly grade: Grade }

/** The grades and whole days between them that a log amounts to. */
function transitionsOf({ events }: Log): Transition[] {
  const answers = effectiveEvents(events).filter((event) => event.kind === 'review')
  return answers.map(({ grade, studyDay }, index) => ({
    grade,
    elapsed: Math.max(0, studyDay - (answers[index - 1]?.studyDay ?? studyDay)),
  }))
}

function timed(work: () => number): number {
  const begun = performance.now()
  const sum = work()
  const ms = performance.now() - begun
  // What is computed must be used, or an optimiser may leave it out.
  if (!Number.isFinite(sum)) throw new Error('the memory is not a number')
  return ms
}

const foldAll = (logs: readonly Log[]) => () => {
  let sum = 0
  for (const { cardId, events } of logs) {
    const { memory } = foldCard(cardId, events, DEFAULT_PARAMETERS)
    if (memory.phase !== 'new') sum += memory.stability
  }
  return sum
}

const rawAll = (cards: readonly (readonly Transition[])[], raw: FSRSAlgorithm) => () => {
  let sum = 0
  for (const transitions of cards) {
    let state = null
    for (const { elapsed, grade } of transitions) state = raw.next_state(state, elapsed, grade)
    sum += state?.stability ?? 0
  }
  return sum
}

export const fold: Bench = async ({ say, number }) => {
  const count = number('cards', CARDS)
  const sets = [
    ['typed answers', { choice: 0, undone: 0 }],
    ['a third by choice, one in twenty undone', { choice: 1 / 3, undone: 0.05 }],
  ] as const
  // The very settings of the fold, as ts-fsrs bounds them.
  const raw = new FSRSAlgorithm(algorithmFor(DEFAULT_PARAMETERS).parameters)
  return sets.flatMap(([name, mixture]) => {
    say(`${name}: making the logs of ${count} cards`)
    const logs = makeLogs(count, mixture, DEFAULT_PARAMETERS)
    const cards = logs.map(transitionsOf)
    const transitions = cards.reduce((sum, card) => sum + card.length, 0)
    say(`${name}: ${transitions} transitions, ${ROUNDS} rounds of each in turn`)
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const pair = [timed(foldAll(logs)), timed(rawAll(cards, raw))] as const
      if (round < 0) continue
      ours.push((transitions / pair[0]) * 1000)
      theirs.push((transitions / pair[1]) * 1000)
    }
    const unit = 'transitions/s'
    return [
      plain(`${name}: raw next_state`, median(theirs), unit),
      held(`${name}: fold`, median(ours), unit, median(theirs), { atLeast: AT_LEAST }),
    ]
  })
}
