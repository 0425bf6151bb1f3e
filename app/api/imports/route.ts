import { answerProblem, problemOfError } from '@/app/answers'
import { visit } from '@/app/visit'
import { readBooks } from '@/lib/usecases/import-book'

/** How far the visitor's long texts are: asked every second or two while one is under way. */
export async function GET(): Promise<Response> {
  try {
    const imports = await readBooks(await visit())
    return Response.json({ imports }, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return answerProblem(problemOfError(error))
  }
}
