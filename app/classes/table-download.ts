/** A table of a class's results as a file for a spreadsheet. */
import 'server-only'
import { answerProblem, problemOfError } from '@/app/answers'
import { streamOf } from '@/app/download'
import { refuseCrossSite } from '@/app/same-origin'
import { inTurn } from '@/app/turns'
import { NoLearner, visit } from '@/app/visit'
import { exportClassResults } from '@/lib/usecases/export-class-results'

export async function answerTable(
  request: Request,
  classId: string,
  what: 'items' | 'answers',
): Promise<Response> {
  const refused = refuseCrossSite(request)
  if (refused) return refused
  try {
    const table = await inTurn(async () => exportClassResults(await visit(), classId, what))
    if (!table.ok) return answerProblem(table.problem)
    return new Response(streamOf(table.value.lines), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${table.value.name}"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return answerProblem(problemOfError(error), error instanceof NoLearner ? 401 : undefined)
  }
}
