import { z } from 'zod'
import { answerProblem, problemOfError } from '@/app/answers'
import { parseJson, readBounded } from '@/app/bounded-body'
import { refuseCrossSite } from '@/app/same-origin'
import { visit } from '@/app/visit'
import { decideItems } from '@/lib/usecases/decide-items'

/** A thousand ids with room to spare. */
const MAX_BYTES = 100_000

const Body = z.object({ itemIds: z.array(z.string()), decision: z.string() })

/** Keeps, rejects or takes back proposed items. The same decision twice is the same as once. */
export async function POST(request: Request): Promise<Response> {
  const refused = refuseCrossSite(request)
  if (refused) return refused
  try {
    const bytes = await readBounded(request, MAX_BYTES)
    if (!bytes) return answerProblem({ code: 'tooLarge', message: 'These are too many at once.' })
    const body = Body.safeParse(parseJson(bytes))
    if (!body.success) {
      return answerProblem({ code: 'invalid', message: 'This is not a decision on items.' })
    }
    const outcome = await decideItems(await visit(), body.data)
    if (!outcome.ok) return answerProblem(outcome.problem)
    return Response.json(outcome.value, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return answerProblem(problemOfError(error))
  }
}
