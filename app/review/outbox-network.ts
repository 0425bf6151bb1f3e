/** How the outbox reaches the server, and takes turns with the other tabs: the same in a page and in the service worker. */
import type { PostAnswer } from './outbox-ports'

/** Milliseconds. A server that has not answered by then is tried again; nothing is doubled by that. */
const TIMEOUT_MS = 20_000
/** Browsers let a page that is being closed send at most 64 kB. */
const KEEPALIVE_BYTES = 60_000

export async function post(body: string): Promise<PostAnswer> {
  try {
    const response = await fetch('/api/reviews', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: body.length * 3 < KEEPALIVE_BYTES,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return { status: response.status, body: await response.json().catch(() => null) }
  } catch {
    return { status: 0, body: null }
  }
}

export async function exclusively(name: string, run: () => Promise<void>): Promise<boolean> {
  // Without locks (plain http on a host that is not localhost) two tabs may send the same event: the server knows it.
  if (!navigator.locks) {
    await run()
    return true
  }
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (!lock) return false
    await run()
    return true
  })
}
