/** How a stretch of the queue goes over the wire, and how the server's answer is read. */
import type { Entry } from './outbox-ports'

/** The server reads bodies up to 256 kB; what a batch holds stays well below. Bytes of UTF-8. */
const MAX_BYTES = 100_000
const MAX_EVENTS = 200

/** The state is read by server-card.ts, where there is a session that knows the card. */
export type ServerCard = { readonly id: string; readonly state: unknown }

export type Result = {
  readonly id: string
  readonly status: 'stored' | 'known' | 'refused'
  readonly reason?: string
  readonly card?: ServerCard
}

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
  if (!isRecord(body) || !Array.isArray(body.results)) return null
  const results = body.results.map(readResult)
  return results.every((result) => result !== null) ? results : null
}

export function problemOf(body: unknown): string {
  const problem = isRecord(body) ? body.problem : null
  return isRecord(problem) && typeof problem.message === 'string'
    ? problem.message
    : 'The server could not read this answer.'
}

// Read by hand: a schema library would be nine tenths of the service worker, which is read anew each time it wakes up.
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function readResult(value: unknown): Result | null {
  if (!isRecord(value) || typeof value.id !== 'string') return null
  const { id, status, reason, card } = value
  if (status !== 'stored' && status !== 'known' && status !== 'refused') return null
  return {
    id,
    status,
    ...(typeof reason === 'string' && { reason }),
    ...(isRecord(card) &&
      typeof card.id === 'string' && { card: { id: card.id, state: card.state } }),
  }
}
