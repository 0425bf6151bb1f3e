/** A learner goes, with everything of theirs. The cookies go with the answer, so that the next page is a first visit. */
import { cookies } from 'next/headers'
import { answerProblem, problemOfError } from '@/app/answers'
import { parseJson, readBounded } from '@/app/bounded-body'
import { LEARNER_COOKIE, SIGN_IN_COOKIE } from '@/app/cookies'
import { refuseCrossSite } from '@/app/same-origin'
import { NoLearner, visit } from '@/app/visit'
import { eraseLearner } from '@/lib/usecases/erase-learner'

export async function DELETE(request: Request): Promise<Response> {
  const refused = refuseCrossSite(request)
  if (refused) return refused
  try {
    const bytes = await readBounded(request, 1024)
    const outcome = await eraseLearner(await visit(), bytes && parseJson(bytes))
    if (!outcome.ok) return answerProblem(outcome.problem)
    const jar = await cookies()
    jar.delete(LEARNER_COOKIE)
    jar.delete(SIGN_IN_COOKIE)
    return Response.json({ erased: true }, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return answerProblem(problemOfError(error), error instanceof NoLearner ? 401 : undefined)
  }
}
