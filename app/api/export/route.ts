/** All of a learner's data as a file, sent while it is read: a log of years needs no more room than a short one. */
import { answerProblem, problemOfError } from '@/app/answers'
import { refuseCrossSite } from '@/app/same-origin'
import { NoLearner, visit } from '@/app/visit'
import { exportData, exportName } from '@/lib/usecases/export-data'

/** Characters gathered before they are sent on. */
const PIECE = 64 * 1024

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

/** Reads on only when the receiver has taken what came before. What fails on the way breaks the download off. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        let gathered = ''
        while (gathered.length < PIECE) {
          const next = await pieces.next()
          if (next.done) {
            controller.enqueue(encoder.encode(gathered))
            return controller.close()
          }
          gathered += next.value
        }
        controller.enqueue(encoder.encode(gathered))
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
}
