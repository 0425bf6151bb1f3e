/** Sends decisions to the server from a browser. */
import type { Posted, QueuePorts } from './decision-queue'

/** How long a page may live on after it was asked to make room for another. */
const LEAVING_MS = 5_000
let leftAt = Number.NEGATIVE_INFINITY

/** Notes when the page is asked to make room; gives what stops that. */
export function noteLeaving(): () => void {
  const note = () => {
    leftAt = performance.now()
  }
  window.addEventListener('beforeunload', note)
  return () => window.removeEventListener('beforeunload', note)
}

export function browserPorts(
  told: Required<Pick<QueuePorts, 'onRefused' | 'onCaughtUp'>>,
): QueuePorts {
  return {
    post: postDecisions,
    storage: storageOrNull(),
    later(ms, work) {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
    leaving: () => performance.now() - leftAt < LEAVING_MS,
    ...told,
  }
}

async function postDecisions(itemIds: readonly string[], decision: string): Promise<Posted> {
  const response = await fetch('/api/decisions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ itemIds, decision }),
    // Goes on when the page is closed right after.
    keepalive: true,
  })
  if (response.ok) return { kind: 'stored' }
  if (response.status >= 500 || response.status === 429) return { kind: 'failed' }
  return { kind: 'refused', message: await messageOf(response) }
}

async function messageOf(response: Response): Promise<string> {
  const fallback = 'This decision was not accepted. Open the page again to see how things stand.'
  try {
    const body: { problem?: { message?: unknown } } = await response.json()
    return typeof body.problem?.message === 'string' ? body.problem.message : fallback
  } catch {
    return fallback
  }
}

function storageOrNull(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
