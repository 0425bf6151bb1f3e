/**
 * How a room stands, for its screens to ask every second or two, and what whoever leads it does. Most answers say that
 * nothing has changed (304), and cost one statement. Why no stream: docs/decisions/0024.
 */
import { z } from 'zod'
import { answerProblem, problemOfError } from '@/app/answers'
import { parseJson, readBounded } from '@/app/bounded-body'
import { refuseCrossSite } from '@/app/same-origin'
import { NoLearner, visit } from '@/app/visit'
import { leadRoom } from '@/lib/usecases/lead-room'
import { watchRoom } from '@/lib/usecases/watch-room'

type Context = { params: Promise<{ roomId: string }> }

/** A step, or hands for one answer. */
const MAX_BYTES = 16 * 1024

export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    return await look((await params).roomId, request.headers.get('if-none-match'))
  } catch (error) {
    return answerProblem(problemOfError(error), error instanceof NoLearner ? 401 : undefined)
  }
}

/** Does it, and answers how the room stands then. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const refused = refuseCrossSite(request)
  if (refused) return refused
  try {
    const { roomId } = await params
    const bytes = await readBounded(request, MAX_BYTES)
    if (!bytes) return answerProblem({ code: 'tooLarge', message: 'At most 16 kB.' })
    const body = z.object({ deed: z.unknown() }).safeParse(parseJson(bytes))
    if (!body.success)
      return answerProblem({ code: 'invalid', message: 'A step is {"deed": …} in JSON.' })
    const outcome = await leadRoom(await visit(), { roomId, deed: body.data.deed })
    return outcome.ok ? look(roomId, null) : answerProblem(outcome.problem)
  } catch (error) {
    return answerProblem(problemOfError(error), error instanceof NoLearner ? 401 : undefined)
  }
}

async function look(roomId: string, tag: string | null): Promise<Response> {
  const seen = await watchRoom(await visit(), roomId, tag)
  if (!seen.ok) return answerProblem(seen.problem)
  const headers = { 'cache-control': 'no-store', etag: seen.value.tag }
  return seen.value.changed
    ? Response.json(seen.value.view, { headers })
    : new Response(null, { status: 304, headers })
}
