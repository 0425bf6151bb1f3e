import 'server-only'
import { type Remembered, recallNow } from '@/lib/core/memory/recall'
import { parametersOf } from './parameters'
import type { Visit } from './visit'

/** Chance of recalling a card that was answered, 0 … 1. One answered today has no forecast for today: it was just shown. */
export const recallToday = (visit: Visit, memory: Remembered): number =>
  recallNow(memory, visit.studyDay, parametersOf(visit.learner).parameters) ?? 1
