/** What the fold is told about a learner. */
import 'server-only'
import type { Learner } from '@/lib/core/learner'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import type { SchedulingParameters } from '@/lib/core/memory/state'

/** The parameters, and a name for them that changes whenever a fold with them would: kept beside each cached memory. */
export function parametersOf(learner: Learner): { parameters: SchedulingParameters; name: string } {
  const parameters = { ...DEFAULT_PARAMETERS, desiredRetention: learner.desiredRetention }
  return { parameters, name: `fsrs-6/default/${learner.desiredRetention}` }
}
