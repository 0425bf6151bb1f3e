/**
 * Answers arrive here in batches, from the outbox of a page that may have been offline for days. Each event is judged by
 * itself: one that cannot be does not hold up the others, and one that is sent twice is stored once.
 */
import { z } from 'zod'
import { answerProblem, problemOfError } from '@/app/answers'
import { parseJson, readBounded } from '@/app/bounded-body'
import { tooMany } from '@/app/limits'
import { refuseCrossSite } from '@/app/same-origin'
import { NoLearner, visit } from '@/app/visit'
import { LearnerId } from '@/lib/core/ids'
import { failed } from '@/lib/core/outcome'
import { refuseOfErased } from '@/lib/usecases/erase-learner'
import { isMergedInto, recordOfMerged } from '@/lib/usecases/record-of-merged'
import { takeAnswers } from '@/lib/usecases/take-answers'

/** 256 kB: some hundred answers with all that was typed. */
const MAX_BYTES = 256 * 1024

const Batch = z.object({
  /** Whose answers these are: not taken when the browser has become another learner since, unless that one is part of it. */
  learnerId: z.string().optional(),
  events: z.array(z.unknown()),
})
type Batch = z.infer<typeof Batch>

export async function POST(request: Request): Promise<Response> {
  const refused = refuseCrossSite(request)
  if (refused) return refused
  try {
    const bytes = await readBounded(request, MAX_BYTES)
    if (!bytes) {
      return answerProblem({
        code: 'tooLarge',
        message: 'At most 256 kB at once: send fewer answers.',
      })
    }
    const batch = Batch.safeParse(parseJson(bytes))
    if (!batch.success) {
      return answerProblem({
        code: 'invalid',
        message: 'A batch of answers is {"events": […]} in JSON.',
      })
    }
    const outcome = await record(batch.data)
    if (!outcome.ok) return answerProblem(outcome.problem)
    return Response.json(outcome.value, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    // Nothing is wrong with the answers themselves: they may be sent again once there is a learner.
    return answerProblem(problemOfError(error), error instanceof NoLearner ? 401 : undefined)
  }
}

async function record({ learnerId, events }: Batch) {
  const visitor = await visit().catch((error: unknown) => {
    if (error instanceof NoLearner) return error
    throw error
  })
  const nobody = visitor instanceof NoLearner
  if (!nobody) {
    const isOwn = learnerId === undefined || learnerId === visitor.learner.id
    if (isOwn || (await isMergedInto(visitor, learnerId))) {
      const often = await tooMany('reviews', { learnerId: visitor.learner.id })
      if (often) return { ok: false as const, problem: often }
      return isOwn
        ? takeAnswers(visitor, events)
        : takeAnswers(visitor, events, (reviews) =>
            recordOfMerged(visitor, LearnerId.parse(learnerId), reviews),
          )
    }
  }
  // Whoever gave them may be gone for good: then they must not wait for ever.
  const refused = learnerId === undefined ? null : await refuseOfErased(learnerId, events)
  if (refused) return refused
  if (nobody) throw visitor
  return failed('conflict', 'These answers belong to another learner of this browser.')
}
