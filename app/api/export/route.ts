/** All of a learner's data as a file, sent while it is read: a log of years needs no more room than a short one. */
import { answerProblem, problemOfError } from '@/app/answers'
import { streamOf } from '@/app/download'
import { refuseCrossSite } from '@/app/same-origin'
import { NoLearner, visit } from '@/app/visit'
import { exportData, exportName } from '@/lib/usecases/export-data'

export async function GET(request: Request): Promise<Response> {
  const refused = refuseCrossSite(request)
  if (refused) return refused
  try {
    const visitor = await visit()
    return new Response(streamOf(exportData(visitor)), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${exportName(visitor)}"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return answerProblem(problemOfError(error), error instanceof NoLearner ? 401 : undefined)
  }
}
