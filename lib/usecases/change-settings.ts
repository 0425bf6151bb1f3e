import 'server-only'
import { type Learner, LearnerSettings } from '@/lib/core/learner'
import { done, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { updateLearner } from '@/lib/store/learner'
import { admit } from './door'
import type { Visit } from './visit'

/** Changes what is given. Days that are already set stay; the next review of each card counts with the new settings. */
export async function changeSettings(visit: Visit, input: unknown): Promise<Outcome<Learner>> {
  const change = admit(LearnerSettings.partial(), input)
  if (!change.ok) return change
  return done(await updateLearner(store(), visit.learner.id, change.value))
}
