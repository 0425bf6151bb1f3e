/**
 * Answers arrive here in batches, from the outbox of a page that may have been offline for days. Each event is judged by
 * itself: one that cannot be does not hold up the others, and one that is sent twice is stored once.
 */
import { z } from 'zod'
import { refuseCrossSite } from '@/app/same-origin'
import { NoLearner, visit } from '@/app/visit'
import { isStoreUnavailable } from '@/lib/store/client'
import { recordReviews } from '@/lib/usecases/record-reviews'
import { readBounded } from './read-bounded'

/** 256 kB: some hundred answers with all that was typed. */
const MAX_BYTES = 256 * 1024
const MAX_EVENTS = 500

const Batch = z.object({
  /** Whose answers these are: not taken when the browser has become another learner since. */
  learnerId: z.string().optional(),
  events: z.array(z.unknown()).max(MAX_EVENTS, `at most ${MAX_EVENTS} in one batch`),
})

export async function POST(request: Request): Promise<Response> {
  const refused = refuseCrossSite(request)
  if (refused) return refused
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    return problem(400, 'invalid', 'Answers are sent as application/json.')
  }
  const body = await readBounded(request, MAX_BYTES)
  if (!body.ok) return problem(413, 'tooLarge', 'More than 256 kB at once: send fewer answers.')
  const batch = Batch.safeParse(parseJson(body.text))
  if (!batch.success) {
    const [issue] = batch.error.issues
    return problem(
      400,
      'invalid',
      `This is no batch of answers: ${where(issue?.path)}${issue?.message}`,
    )
  }
  try {
    return await store(batch.data)
  } catch (error) {
    if (error instanceof NoLearner) return problem(401, 'notFound', error.message)
    if (isStoreUnavailable(error)) {
      return problem(
        503,
        'unavailable',
        'The database cannot be reached. Nothing was stored; send it again.',
      )
    }
    throw error
  }
}

async function store({ learnerId, events }: z.infer<typeof Batch>): Promise<Response> {
  const visitor = await visit()
  if (learnerId !== undefined && learnerId !== visitor.learner.id) {
    return problem(409, 'conflict', 'These answers belong to another learner of this browser.')
  }
  const outcome = await recordReviews(visitor, events)
  if (outcome.ok) return Response.json(outcome.value)
  const { code, message } = outcome.problem
  return problem(code === 'tooLarge' ? 413 : 400, code, message)
}

function problem(status: number, code: string, message: string): Response {
  return Response.json({ problem: { code, message } }, { status })
}

function where(path: readonly PropertyKey[] | undefined): string {
  return path && path.length > 0 ? `${path.join('.')}: ` : ''
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
