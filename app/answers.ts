/** What address handlers answer when something is wrong: a problem as JSON, in words for the person who sees it. */
import 'server-only'
import type { Problem, ProblemCode } from '@/lib/core/outcome'
import { isStoreUnavailable } from '@/lib/usecases/availability'
import { NoLearner } from './visit'

const STATUS: Record<ProblemCode, number> = {
  invalid: 400,
  notFound: 404,
  forbidden: 403,
  conflict: 409,
  tooLarge: 413,
  tooMany: 429,
  unavailable: 503,
}

export function answerProblem(problem: Problem, status = STATUS[problem.code]): Response {
  const headers = {
    'cache-control': 'no-store',
    ...(problem.retryAfter !== undefined && { 'retry-after': String(problem.retryAfter) }),
  }
  return Response.json({ problem }, { status, headers })
}

/** The problem that an error amounts to. What nobody expected is written to the log, never to the page. */
export function problemOfError(error: unknown): Problem {
  if (error instanceof NoLearner) return { code: 'invalid', message: error.message }
  if (isStoreUnavailable(error)) {
    return {
      code: 'unavailable',
      message:
        'The database cannot be reached now, so this was not stored. What was stored before is safe. Try again in a moment.',
    }
  }
  console.error(error)
  return {
    code: 'unavailable',
    message: 'Something went wrong on our side, and this was not stored. Try again in a moment.',
  }
}
