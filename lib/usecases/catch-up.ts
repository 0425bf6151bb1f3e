/** A catch-up plan: so many due questions a day until a backlog is worked off. It ends by itself (queue-day.ts). */
import 'server-only'
import { z } from 'zod'
import type { Learner } from '@/lib/core/learner'
import { done, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { updateLearner } from '@/lib/store/learner'
import { admit } from './door'
import type { Visit } from './visit'

const Pace = z.object({ perDay: z.int().min(1).max(1000) })

/** Begins a plan, or changes the pace of the one that is going. */
export async function startCatchUp(visit: Visit, input: unknown): Promise<Outcome<Learner>> {
  const pace = admit(Pace, input)
  if (!pace.ok) return pace
  const since = visit.learner.catchUp?.since ?? visit.studyDay
  const { perDay } = pace.value
  return done(await updateLearner(store(), visit.learner.id, { catchUp: { perDay, since } }))
}

/** Everything that is due is asked again as it comes. */
export async function endCatchUp(visit: Visit): Promise<Outcome<Learner>> {
  return done(await updateLearner(store(), visit.learner.id, { catchUp: null }))
}
