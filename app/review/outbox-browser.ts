/** The outbox in a real browser: localStorage, fetch, Web Locks, and the moments at which a new try is worth it. */
import { type Outbox, openOutbox } from './outbox'
import type { KeyValue, OutboxPorts, PostAnswer } from './outbox-ports'
import { eventPutElsewhere } from './outbox-queue'

/** Milliseconds. A server that has not answered by then is tried again; nothing is doubled by that. */
const TIMEOUT_MS = 20_000
/** Browsers let a page that is being closed send at most 64 kB. */
const KEEPALIVE_BYTES = 60_000

export type ElsewhereListener = (event: NonNullable<ReturnType<typeof eventPutElsewhere>>) => void

/** Opens the learner's outbox and watches for other tabs, the network and the page coming back. */
export function openBrowserOutbox(owner: string, onElsewhere: ElsewhereListener): Outbox {
  const outbox = openOutbox(owner, browserPorts())
  const again = () => void outbox.send()
  const whenVisible = () => {
    if (document.visibilityState === 'visible') again()
  }
  const onStorage = (change: StorageEvent) => {
    outbox.reread()
    const event = eventPutElsewhere(owner, { key: change.key, value: change.newValue })
    if (event) onElsewhere(event)
  }
  window.addEventListener('online', again)
  window.addEventListener('storage', onStorage)
  document.addEventListener('visibilitychange', whenVisible)
  return {
    ...outbox,
    close() {
      window.removeEventListener('online', again)
      window.removeEventListener('storage', onStorage)
      document.removeEventListener('visibilitychange', whenVisible)
      outbox.close()
    },
  }
}

function browserPorts(): OutboxPorts {
  return { storage: storage(), post, exclusively, later }
}

async function post(body: string): Promise<PostAnswer> {
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

async function exclusively(name: string, run: () => Promise<void>): Promise<boolean> {
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

function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** A browser set to block storage throws at the mere name. */
function storage(): KeyValue {
  try {
    return window.localStorage
  } catch {
    return {
      length: 0,
      key: () => null,
      getItem: () => null,
      setItem: () => {
        throw new Error('This browser stores nothing')
      },
      removeItem: () => undefined,
    }
  }
}
