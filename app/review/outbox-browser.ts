/** The outbox in a real browser: localStorage, fetch, Web Locks, and the moments at which a new try is worth it. */
import type { ReviewEventInput } from '@/lib/core/review/event'
import { type Outbox, openOutbox } from './outbox'
import type { KeyValue, OutboxPorts, PostAnswer } from './outbox-ports'
import { eventPutElsewhere } from './outbox-queue'

/** Milliseconds. A server that has not answered by then is tried again; nothing is doubled by that. */
const TIMEOUT_MS = 20_000
/** Browsers let a page that is being closed send at most 64 kB. */
const KEEPALIVE_BYTES = 60_000

export type ElsewhereListener = (event: ReviewEventInput) => void

export type BrowserOutbox = Outbox & {
  /** Another tab of this learner has put an event there. */
  onElsewhere(listener: ElsewhereListener): () => void
}

/** One for each learner, for as long as the tab lives: it goes on sending when the page is left. */
const opened = new Map<string, BrowserOutbox>()

export function outboxOf(owner: string): BrowserOutbox {
  const known = opened.get(owner)
  if (known) return known
  const outbox = open(owner)
  opened.set(owner, outbox)
  return outbox
}

/** Opens the learner's outbox and watches for other tabs, the network, and the tab coming back. */
function open(owner: string): BrowserOutbox {
  const outbox = openOutbox(owner, browserPorts())
  const elsewhere = new Set<ElsewhereListener>()
  window.addEventListener('online', () => void outbox.send())
  window.addEventListener('storage', (change) => {
    outbox.reread()
    const event = eventPutElsewhere(owner, { key: change.key, value: change.newValue })
    if (event) for (const listener of elsewhere) listener(event)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void outbox.send()
  })
  return {
    ...outbox,
    onElsewhere(listener) {
      elsewhere.add(listener)
      return () => elsewhere.delete(listener)
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
