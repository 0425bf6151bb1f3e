/** What a log tells of how somebody remembers: which answers the model can be held against, and how first answers went. */
import type { CardId } from '../../ids'
import type { ItemKind } from '../../items/item'
import { applyEvent, NEW_CARD } from '../../memory/fold'
import type { SchedulingParameters } from '../../memory/state'
import { effectiveEvents, sinceReset } from '../../review/effective'
import type { ReviewEvent } from '../../review/event'
import type { StudyDay } from '../../time/study-day'
import type { FirstAnswer } from './first-answers'
import type { Recollection } from './learned-recall'

export type LoggedCard = {
  readonly id: CardId
  readonly kind: ItemKind
  readonly sectionKey: string
  /** In any order, with repetitions and undos. */
  readonly events: readonly ReviewEvent[]
}

export type Evidence = {
  readonly recollections: readonly Recollection[]
  readonly firstAnswers: readonly FirstAnswer[]
}

/** People change: what was answered so many days ago counts half. */
const HALF_LIFE_DAYS = 90

export const weightOfAge = (days: number): number => 2 ** (-Math.max(0, days) / HALF_LIFE_DAYS)

/** @param parameters those that the memories are folded with */
export function evidenceOf(
  cards: Iterable<LoggedCard>,
  parameters: SchedulingParameters,
  today: StudyDay,
): Evidence {
  const recollections: Recollection[] = []
  const firstAnswers: FirstAnswer[] = []
  for (const { id, kind, sectionKey, events } of cards) {
    let state = NEW_CARD
    for (const event of sinceReset(effectiveEvents(events))) {
      const { memory } = state
      state = applyEvent(id, state, event, parameters)
      if (event.kind !== 'review') continue
      const picked = event.form === 'choice'
      const right = event.grade > 1
      if (memory.phase === 'new') {
        firstAnswers.push({ kind, sectionKey, picked, right })
        continue
      }
      const days = event.studyDay - memory.lastStudyDay
      if (days <= 0) continue
      const { stability } = memory
      const weight = weightOfAge(today - event.studyDay)
      recollections.push({ days, stability, picked, right, weight })
    }
  }
  return { recollections, firstAnswers }
}
