import { answerProblem, problemOfError } from '@/app/answers'
import { readBounded } from '@/app/bounded-body'
import { tooMany } from '@/app/limits'
import { refuseCrossSite } from '@/app/same-origin'
import { coverCountOf } from '@/app/texts/count-covers'
import { visit } from '@/app/visit'
import { MAX_FILE_BYTES } from '@/lib/core/text/decode'
import { type Taken, takeText } from '@/lib/usecases/take-text'
import type { Visit } from '@/lib/usecases/visit'
import { FILE_NAME_HEADER, type ImportLine } from './import-lines'

const LONGEST_NAME = 400

/** Takes the bytes of a text and answers, line by line, how far it is and what became of it. */
export async function POST(request: Request): Promise<Response> {
  const refused = refuseCrossSite(request)
  if (refused) return refused
  try {
    const bytes = await readBounded(request, MAX_FILE_BYTES)
    if (!bytes) {
      const megabytes = MAX_FILE_BYTES / 1_000_000
      const message = `This is larger than ${megabytes} MB, the most that can be read at once. Split it, say by chapters, and add the parts one by one.`
      return answerProblem({ code: 'tooLarge', message })
    }
    const visitor = await visit()
    const often = await tooMany('import a text', { learnerId: visitor.learner.id })
    if (often) return answerProblem(often)
    const file = { bytes, fileName: fileNameOf(request) }
    return streamOf(visitor, file)
  } catch (error) {
    return answerProblem(problemOfError(error))
  }
}

function fileNameOf(request: Request): string {
  const written = request.headers.get(FILE_NAME_HEADER) ?? ''
  try {
    return decodeURIComponent(written).slice(0, LONGEST_NAME)
  } catch {
    return ''
  }
}

async function lastLine(visiting: Visit, taken: Taken): Promise<ImportLine> {
  if (taken.kind === 'book') return { ok: true, importId: taken.importId }
  const { result } = taken
  return { ok: true, result: { ...result, cover: await coverCountOf(visiting, result.textId) } }
}

function streamOf(visiting: Visit, file: { bytes: Uint8Array; fileName: string }): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      let listening = true
      const say = (line: ImportLine) => {
        if (!listening) return
        try {
          controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
        } catch {
          // The reader went away. The import goes on: it is stored whole or not at all.
          listening = false
        }
      }
      try {
        const outcome = await takeText(visiting, file, say)
        say(outcome.ok ? await lastLine(visiting, outcome.value) : { problem: outcome.problem })
      } catch (error) {
        say({ problem: problemOfError(error) })
      }
      if (listening) controller.close()
    },
  })
  return new Response(body, {
    headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' },
  })
}
