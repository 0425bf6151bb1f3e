import 'server-only'
import { store } from '@/lib/store/client'
import { tallyOf } from '@/lib/store/tally'
import type { Visit } from './visit'

/** How many answers a learner has given, as they were counted when they were stored. */
export const countAnswers = (visit: Visit): Promise<number> => tallyOf(store(), visit.learner.id)
