/** What the log of a sitting needs of a browser: localStorage, fetch, timers, and a clock that nobody sets. */
import { v7 } from 'uuid'
import type { LogPorts } from './sitting-log'

export function browserPorts(learnerId: string, sittingId: string): LogPorts {
  return {
    journal: journal(),
    post: (events) => post(JSON.stringify({ learnerId, sittingId, events })),
    later: (ms, run) => void setTimeout(run, ms),
    elapsed: () => performance.now(),
    newId: v7,
  }
}

/** A browser set to block storage throws at the mere name. */
export function journal(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

async function post(body: string): Promise<{ status: number; body: unknown }> {
  try {
    const response = await fetch('/api/sittings', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      // A page that is being left still sends what it has.
      keepalive: body.length < 60_000,
    })
    return { status: response.status, body: await response.json().catch(() => null) }
  } catch {
    return { status: 0, body: null }
  }
}
