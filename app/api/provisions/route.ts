import { createHash } from 'node:crypto'
import { answerProblem, problemOfError } from '@/app/answers'
import { inTurn } from '@/app/turns'
import { NoLearner, visit } from '@/app/visit'
import { packProvisions } from '@/lib/usecases/pack-provisions'

/** What the device studies from while there is no network; 304 when it has the very same. `passage-now`: our clock. */
export async function GET(request: Request): Promise<Response> {
  try {
    const visitor = await visit()
    const body = JSON.stringify(await inTurn(() => packProvisions(visitor)))
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
    const headers = {
      'cache-control': 'no-store',
      'passage-now': String(visitor.now),
      etag,
    }
    if (request.headers.get('if-none-match') === etag) {
      return new Response(null, { status: 304, headers })
    }
    return new Response(body, { headers: { ...headers, 'content-type': 'application/json' } })
  } catch (error) {
    // Asked by a page whose learner has just gone: there is nothing to take along, and nothing is wrong.
    if (error instanceof NoLearner) {
      return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
    }
    return answerProblem(problemOfError(error))
  }
}
