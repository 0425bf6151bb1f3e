/** The gradebook of a class as a file. */
import { answerProblem, problemOfError } from '@/app/answers'
import { refuseCrossSite } from '@/app/same-origin'
import { inTurn } from '@/app/turns'
import { NoLearner, visit } from '@/app/visit'
import { exportGradebook } from '@/lib/usecases/export-gradebook'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ classId: string }> },
): Promise<Response> {
  const refused = refuseCrossSite(request)
  if (refused) return refused
  try {
    const book = await inTurn(async () => exportGradebook(await visit(), (await params).classId))
    if (!book.ok) return answerProblem(book.problem)
    return new Response(book.value.body, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${book.value.name}"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return answerProblem(problemOfError(error), error instanceof NoLearner ? 401 : undefined)
  }
}
