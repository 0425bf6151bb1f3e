/** What is done in a sitting arrives here in batches, from a page that may have lost its network: sent twice, stored once. */
import { z } from 'zod'
import { answerProblem, problemOfError } from '@/app/answers'
import { parseJson, readBounded } from '@/app/bounded-body'
import { tooMany } from '@/app/limits'
import { refuseCrossSite } from '@/app/same-origin'
import { NoLearner, visit } from '@/app/visit'
import { isMergedInto, sittingOfMerged } from '@/lib/usecases/record-of-merged'
import { recordSitting } from '@/lib/usecases/record-sitting'

/** 256 kB: some hundred answers. */
const MAX_BYTES = 256 * 1024

const Batch = z.object({
  /** Whose sitting it is: not taken when the browser has become another learner since, unless that one is part of it. */
  learnerId: z.string(),
  sittingId: z.string(),
  events: z.array(z.unknown()),
})

export async function POST(request: Request): Promise<Response> {
  const refused = refuseCrossSite(request)
  if (refused) return refused
  try {
    const bytes = await readBounded(request, MAX_BYTES)
    if (!bytes)
      return answerProblem({ code: 'tooLarge', message: 'At most 256 kB at once: send fewer.' })
    const batch = Batch.safeParse(parseJson(bytes))
    if (!batch.success) {
      const message = 'A batch is {"learnerId", "sittingId", "events": […]} in JSON.'
      return answerProblem({ code: 'invalid', message })
    }
    const { learnerId, sittingId, events } = batch.data
    const visitor = await visit()
    const isMerged = visitor.learner.id !== learnerId && (await isMergedInto(visitor, learnerId))
    if (visitor.learner.id !== learnerId && !isMerged) {
      const message = 'These answers belong to another learner of this browser.'
      return answerProblem({ code: 'conflict', message })
    }
    const often = await tooMany('reviews', { learnerId: visitor.learner.id })
    if (often) return answerProblem(often)
    const called = isMerged ? await sittingOfMerged(visitor, events) : events
    const outcome = await recordSitting(visitor, sittingId, called)
    if (!outcome.ok) return answerProblem(outcome.problem)
    return Response.json(outcome.value, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    // Nothing is wrong with the answers themselves: they may be sent again once there is a learner.
    return answerProblem(problemOfError(error), error instanceof NoLearner ? 401 : undefined)
  }
}
