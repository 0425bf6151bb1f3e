/** What the fold is told about a learner. */
import 'server-only'
import type { Learner } from '@/lib/core/learner'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import type { SchedulingParameters } from '@/lib/core/memory/state'

type Named = { readonly parameters: SchedulingParameters; readonly name: string }

/** The rules of the fold; 2: a guess among options counts less than recall. */
const FOLD = 'fsrs-6/2'

// The same object for the same learner: what is computed from the parameters is kept by them.
const known = new WeakMap<Learner, Named>()

/** The parameters, and a name for them that changes whenever a fold with them would: kept beside each cached memory. */
export function parametersOf(learner: Learner): Named {
  const { desiredRetention } = learner
  const named = known.get(learner) ?? {
    parameters: { ...DEFAULT_PARAMETERS, desiredRetention },
    name: `${FOLD}/default/${desiredRetention}`,
  }
  known.set(learner, named)
  return named
}
