/** How a stretch of the queue goes over the wire, and how the server's answer is read. */
import { z } from 'zod'
import type { Entry } from './outbox-ports'

/** The server reads bodies up to 256 kB; what a batch holds stays well below. Bytes of UTF-8. */
const MAX_BYTES = 100_000
const MAX_EVENTS = 200

const ServerCard = z.object({ id: z.string(), state: z.unknown() })
export type ServerCard = z.infer<typeof ServerCard>

const Result = z.object({
  id: z.string(),
  status: z.enum(['stored', 'known', 'refused']),
  reason: z.string().optional(),
  card: ServerCard.optional(),
})
export type Result = z.infer<typeof Result>

const Answer = z.object({ results: z.array(Result) })
const ProblemAnswer = z.object({ problem: z.object({ message: z.string() }) })

/** The first events of the queue that fit, at least one where there is one. */
export function batchOf(
  owner: string,
  entries: readonly Entry[],
  limit: number,
): { entries: Entry[]; body: string } {
  const chosen: Entry[] = []
  const parts: string[] = []
  let bytes = 0
  for (const entry of entries.slice(0, Math.min(limit, MAX_EVENTS))) {
    const part = JSON.stringify(entry.event)
    bytes += new TextEncoder().encode(part).length + 1
    if (chosen.length > 0 && bytes > MAX_BYTES) break
    chosen.push(entry)
    parts.push(part)
  }
  return {
    entries: chosen,
    body: `{"learnerId":${JSON.stringify(owner)},"events":[${parts.join(',')}]}`,
  }
}

/** null where the answer is not one of ours: a proxy's page, a server of another version. */
export function readResults(body: unknown): readonly Result[] | null {
  const read = Answer.safeParse(body)
  return read.success ? read.data.results : null
}

export function problemOf(body: unknown): string {
  const read = ProblemAnswer.safeParse(body)
  return read.success ? read.data.problem.message : 'The server could not read this answer.'
}
