/** A device with answers to send: each batch again and again until the server says that it has it, as the outbox does. */
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Batch } from './events'

export interface Post {
  readonly url: string
  readonly cookie: string
}

/** What was promised to the devices, and what went wrong on the way. */
export interface Promises {
  /** Events of which a device has been told that they are there. */
  readonly acknowledged: Set<string>
  /** How often the answer for an event was that it was stored now. */
  readonly storedNow: Map<string, number>
  /** What must never happen, in words. */
  readonly broken: string[]
  requests: number
  /** Requests that had no answer, or that of a server in trouble. */
  failures: number
}

export const noPromises = (): Promises => ({
  acknowledged: new Set(),
  storedNow: new Map(),
  broken: [],
  requests: 0,
  failures: 0,
})

const Answer = z.object({
  results: z.array(z.object({ id: z.string(), status: z.string(), reason: z.string().optional() })),
})

const FIRST_RETRY_MS = 20
const LONGEST_RETRY_MS = 640
const ANSWER_WITHIN_MS = 60_000

export async function sendAll(
  post: Post,
  batches: readonly Batch[],
  promises: Promises,
  onSent: (events: number) => void,
): Promise<void> {
  for (const batch of batches) {
    await sendUntilTaken(post, batch, promises)
    onSent(batch.length)
  }
}

async function sendUntilTaken(post: Post, batch: Batch, promises: Promises): Promise<void> {
  for (let failures = 0; ; failures++) {
    // What was acknowledged before this very request went out must be known to the server that reads it.
    const before = new Set(batch.map(({ id }) => id).filter((id) => promises.acknowledged.has(id)))
    promises.requests++
    const answer = await send(post, batch)
    if (answer.kind === 'taken') return note(batch, answer.results, before, promises)
    promises.failures++
    if (answer.kind === 'wrong') promises.broken.push(answer.what)
    // The outbox would put these answers aside: they are lost, and nothing is gained by trying again.
    if (answer.kind === 'wrong') return
    await sleep(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures))
  }
}

type Sent =
  | { kind: 'taken'; results: z.infer<typeof Answer>['results'] }
  | { kind: 'again' }
  | { kind: 'wrong'; what: string }

async function send({ url, cookie }: Post, batch: Batch): Promise<Sent> {
  let status: number
  let text: string
  try {
    const response = await fetch(`${url}/api/reviews`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ events: batch }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    status = response.status
    text = await response.text()
  } catch {
    return { kind: 'again' }
  }
  if (status >= 500) return { kind: 'again' }
  if (status === 200) return { kind: 'taken', results: Answer.parse(JSON.parse(text)).results }
  return { kind: 'wrong', what: `a batch was answered ${status}: ${text.slice(0, 300)}` }
}

function note(
  batch: Batch,
  results: z.infer<typeof Answer>['results'],
  before: ReadonlySet<string>,
  { acknowledged, storedNow, broken }: Promises,
): void {
  batch.forEach(({ id }, n) => {
    const result = results[n]
    if (result?.id !== id) broken.push(`${id} was answered as ${result?.id}`)
    else if (result.status === 'stored') {
      if (before.has(id)) broken.push(`${id} was acknowledged, then lost and stored again`)
      storedNow.set(id, (storedNow.get(id) ?? 0) + 1)
    } else if (result.status !== 'known') {
      broken.push(`${id} was ${result.status}: ${result.reason}`)
      return
    }
    acknowledged.add(id)
  })
}
