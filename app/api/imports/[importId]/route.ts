import { z } from 'zod'
import { answerProblem, problemOfError } from '@/app/answers'
import { parseJson, readBounded } from '@/app/bounded-body'
import { refuseCrossSite } from '@/app/same-origin'
import { visit } from '@/app/visit'
import { changeBook } from '@/lib/usecases/import-book'

type Context = { params: Promise<{ importId: string }> }

const MAX_BYTES = 1_000

/** Stops an import, goes on with it or forgets it, and answers how all of them stand then. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const refused = refuseCrossSite(request)
  if (refused) return refused
  try {
    const bytes = await readBounded(request, MAX_BYTES)
    if (!bytes) return answerProblem({ code: 'tooLarge', message: 'At most 1 kB.' })
    const body = z.object({ deed: z.unknown() }).safeParse(parseJson(bytes))
    if (!body.success)
      return answerProblem({ code: 'invalid', message: 'It takes {"deed": …} in JSON.' })
    const { importId } = await params
    const outcome = await changeBook(await visit(), { importId, deed: body.data.deed })
    if (!outcome.ok) return answerProblem(outcome.problem)
    return Response.json({ imports: outcome.value }, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return answerProblem(problemOfError(error))
  }
}
