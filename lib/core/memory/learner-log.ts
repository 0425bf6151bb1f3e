/**
 * A learner's log as the optimiser wants it: which answers shaped the memories, and which of them test the model.
 *
 * The model speaks of days. An answer tests it when it is the card's first on a study day later than the one before; all
 * others (the first of all, and those within a day) shape the memory and test nothing. Answers that were taken back, or that
 * were given before the card was begun anew, are as if never given.
 *
 * An answer chosen among options shapes the memory but tests nothing either, right or wrong: a right one says "recalled, or
 * guessed", and the optimiser cannot weigh it. Leaving out the right ones alone would make everybody look forgetful.
 */
import type { CardId } from '../ids'
import { effectiveEvents, sinceReset } from '../review/effective'
import type { Grade, ReviewEvent } from '../review/event'
import { type StudyDay, toStudyDay } from '../time/study-day'
import { applyEvent, NEW_CARD } from './fold'
import { isPicked } from './guess'
import { recallNow } from './recall'
import type { SchedulingParameters } from './state'

export type Answered = {
  readonly cardId: CardId
  /** How many answers of the card came before. */
  readonly nth: number
  readonly grade: Grade
  /** Milliseconds since 1970. */
  readonly at: number
  /** Its study day, or that of the card's answer before where that is later: a flight west takes nothing back. */
  readonly day: StudyDay
  /** Whole study days since the card's answer before; 0 for the first. */
  readonly elapsed: number
  readonly tests: boolean
}

/** All answers that count, in the order of their days and times. */
export function answeredOf(logs: ReadonlyMap<CardId, readonly ReviewEvent[]>): Answered[] {
  const all: Answered[] = []
  for (const [cardId, events] of logs) {
    let before: Answered | null = null
    for (const event of countedEvents(events)) {
      if (event.kind !== 'review') continue
      const day: StudyDay = toStudyDay(Math.max(event.studyDay, before?.day ?? event.studyDay))
      const elapsed: number = before ? day - before.day : 0
      const answer: Answered = {
        ...{ cardId, grade: event.grade, at: event.at, day, elapsed },
        nth: before ? before.nth + 1 : 0,
        tests: elapsed > 0 && event.form !== 'choice',
      }
      all.push(answer)
      before = answer
    }
  }
  return all.sort((a, b) => a.day - b.day || a.at - b.at || (a.cardId < b.cardId ? -1 : 1))
}

function countedEvents(events: readonly ReviewEvent[]) {
  return sinceReset(effectiveEvents(events))
}

/** Of the answers that test the model, the later part is kept for checking. */
const HELD_BACK_SHARE = 0.2
/** Fewer tell two sets of weights apart by chance alone. */
const LEAST_HELD_BACK = 50

export type Split = {
  /** Everything before the first answer that is held back. */
  readonly training: readonly Answered[]
  /** How many later answers test what is found, and from when on (milliseconds since 1970). */
  readonly heldBack: number
  readonly from: number
}

/** By time, so that what is checked lies after all that was learnt from. null where there is too little of it. */
export function splitByTime(answers: readonly Answered[]): Split | null {
  const tests = answers.filter((answer) => answer.tests).sort((a, b) => a.at - b.at)
  const from = tests[Math.floor(tests.length * (1 - HELD_BACK_SHARE))]?.at
  if (from === undefined) return null
  const heldBack = tests.filter((answer) => answer.at >= from).length
  if (heldBack < LEAST_HELD_BACK || heldBack > tests.length / 2) return null
  return { training: answers.filter((answer) => answer.at < from), heldBack, from }
}

/** −log of the probability that was given to what happened, averaged over the answers from `from` on that test the model. */
export function lossFrom(
  logs: ReadonlyMap<CardId, readonly ReviewEvent[]>,
  from: number,
  parameters: SchedulingParameters,
): number {
  let sum = 0
  let count = 0
  for (const [cardId, events] of logs) {
    let state = NEW_CARD
    for (const event of countedEvents(events)) {
      if (event.kind === 'review' && !isPicked(event.form) && event.at >= from) {
        const said = recallNow(state.memory, event.studyDay, parameters)
        if (said !== null) {
          sum -= Math.log(event.grade > 1 ? said : 1 - said)
          count++
        }
      }
      state = applyEvent(cardId, state, event, parameters)
    }
  }
  return sum / count
}
