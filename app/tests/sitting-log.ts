/**
 * The log of one sitting in a page: what is done is written down on this device, then sent, and crossed out when the
 * server has it. Closing the tab, losing the network, a second tab or a server that dies neither loses nor doubles
 * anything: every event has an id of its own, and lies under a key of its own.
 */
import type { SittingEvent } from '@/lib/core/exam/mock/sitting-event'
import type { SittingReceipt } from '@/lib/usecases/record-sitting'

/** What is said of an event by whoever does something; the log adds its id, its count and its time. */
export type Doing = SittingEvent extends infer E
  ? E extends SittingEvent
    ? Omit<E, 'id' | 'seq' | 'at'>
    : never
  : never

export type LogState = {
  readonly events: readonly SittingEvent[]
  /** Not confirmed by the server yet. */
  readonly waiting: number
  /** True after a try that failed, until one succeeds. */
  readonly stuck: boolean
  /** False when this browser refuses to store: what waits lives only as long as the page. */
  readonly durable: boolean
  /** Why the server will never take something of it; null where it took all. */
  readonly refused: string | null
  /** The server says that it is handed in: on another device, or by the clock. */
  readonly over: boolean
}

export type LogPorts = {
  readonly journal: Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'> | null
  /** A network that fails is status 0; it never throws. */
  post(events: readonly SittingEvent[]): Promise<{ status: number; body: unknown }>
  /** Calls back after so many milliseconds. */
  later(ms: number, run: () => void): void
  /** Milliseconds that only ever grow, whatever the clock on the wall is set to. */
  elapsed(): number
  newId(): string
}

export type SittingLog = {
  state(): LogState
  subscribe(listener: () => void): () => void
  do(doing: Doing): void
  /** Tries to send now. */
  send(): Promise<void>
  /** The same, also with nothing to send: how late it is, and whether it is over. */
  ask(): Promise<void>
  /** What another tab wrote into the journal, or crossed out of it (null). */
  hear(key: string, value: string | null): void
  /** The server's clock, as far as this page knows: milliseconds since 1970. */
  now(): number
}

const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 30_000
/** Another tab sends what it wrote itself; when it has not after so long, it may be gone. */
const LEFT_BEHIND_MS = 5_000
/** Below this, what the server says the time is differs by what a message takes on its way. */
const CLOCK_SLACK_MS = 2_000
const MOST_AT_ONCE = 200

const SITTINGS = 'passage.sitting.'

export const keyPrefix = (owner: string, sittingId: string): string =>
  `${SITTINGS}${owner}.${sittingId}.`

/** Whose sitting an event waits for, by its key; null for a key of something else. */
export function sittingOfKey(key: string): { owner: string; sittingId: string } | null {
  if (!key.startsWith(SITTINGS)) return null
  const [owner, sittingId, id] = key.slice(SITTINGS.length).split('.')
  return owner && sittingId && id ? { owner, sittingId } : null
}

export function openLog(
  prefix: string,
  begun: { readonly events: readonly SittingEvent[]; readonly now: number },
  ports: LogPorts,
): SittingLog {
  const events = new Map(begun.events.map((event) => [event.id, event]))
  const waiting = new Map<string, SittingEvent>()
  const listeners = new Set<() => void>()
  let clock = { server: begun.now, elapsed: ports.elapsed() }
  let latest = begun.now
  let failures = 0
  let durable = ports.journal !== null
  let refused: string | null = null
  let over = false
  let sending: Promise<void> | null = null
  let state = look()
  for (const event of written(ports.journal, prefix)) take(event)
  state = look()

  function look(): LogState {
    return {
      ...{ events: [...events.values()], waiting: waiting.size, durable, refused, over },
      stuck: failures > 0 && waiting.size > 0,
    }
  }

  function changed(): void {
    state = look()
    for (const listener of listeners) listener()
  }

  function take(event: SittingEvent): void {
    if (!events.has(event.id)) events.set(event.id, event)
    waiting.set(event.id, event)
  }

  function now(): number {
    // It never goes back: what is done later has no earlier time.
    latest = Math.max(latest, Math.round(clock.server + ports.elapsed() - clock.elapsed))
    return latest
  }

  function cross(id: string): void {
    waiting.delete(id)
    try {
      ports.journal?.removeItem(prefix + id)
    } catch {
      durable = false
    }
  }

  function settle(receipt: SittingReceipt): void {
    for (const id of receipt.stored) cross(id)
    for (const { id, reason } of receipt.refused) {
      cross(id)
      events.delete(id)
      refused = reason
    }
    over = receipt.handedIn
    // A device that slept stood still, and was told nothing.
    if (Math.abs(receipt.now - now()) > CLOCK_SLACK_MS)
      clock = { server: receipt.now, elapsed: ports.elapsed() }
  }

  async function sendOnce(asking: boolean): Promise<void> {
    for (let ask = asking; ask || waiting.size > 0; ask = false) {
      const batch = [...waiting.values()].slice(0, MOST_AT_ONCE)
      const { status, body } = await ports.post(batch)
      const receipt = status === 200 ? receiptOf(body) : null
      if (receipt) {
        failures = 0
        settle(receipt)
      } else if (status === 404) {
        // The sitting is gone: nothing of it will ever be taken.
        for (const { id } of batch) cross(id)
        refused = messageOf(body)
      } else {
        failures++
        const wait = FIRST_RETRY_MS * 2 ** (failures - 1)
        // For another learner of this browser it waits until they are back.
        if (status !== 409) ports.later(Math.min(LONGEST_RETRY_MS, wait), () => void send())
        changed()
        return
      }
      changed()
    }
  }

  function send(asking = false): Promise<void> {
    sending ??= sendOnce(asking).finally(() => {
      sending = null
    })
    return sending
  }

  return {
    state: () => state,
    now,
    send: () => send(),
    ask: () => send(true),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    do(doing) {
      const seq = [...events.values()].reduce((most, event) => Math.max(most, event.seq), 0) + 1
      const event: SittingEvent = { ...doing, id: ports.newId(), seq, at: now() }
      take(event)
      try {
        ports.journal?.setItem(prefix + event.id, JSON.stringify(event))
      } catch {
        durable = false
      }
      changed()
      void send()
    },
    hear(key, value) {
      if (!key.startsWith(prefix)) return
      const event = value === null ? null : eventIn(value)
      if (value === null) waiting.delete(key.slice(prefix.length))
      else if (event) {
        take(event)
        ports.later(LEFT_BEHIND_MS, () => void send())
      }
      changed()
    },
  }
}

/** What this and earlier pages wrote down for the sitting, and the server has not confirmed. */
function written(journal: LogPorts['journal'], prefix: string): SittingEvent[] {
  if (!journal) return []
  const keys = Array.from({ length: journal.length }, (_, at) => journal.key(at) ?? '')
  return keys.flatMap((key) => {
    const event = key.startsWith(prefix) ? eventIn(journal.getItem(key) ?? '') : null
    return event ? [event] : []
  })
}

/** Only this module writes there, so the shape is what it wrote; what is broken is no event. */
function eventIn(text: string): SittingEvent | null {
  try {
    const event: SittingEvent = JSON.parse(text)
    return typeof event.id === 'string' && typeof event.seq === 'number' ? event : null
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function receiptOf(body: unknown): SittingReceipt | null {
  if (!isRecord(body)) return null
  const { now, stored, refused, handedIn } = body
  if (typeof now !== 'number' || !Array.isArray(stored) || !Array.isArray(refused)) return null
  return { now, stored, refused, handedIn: handedIn === true }
}

function messageOf(body: unknown): string {
  const problem = isRecord(body) ? body.problem : null
  const message = isRecord(problem) ? problem.message : null
  return typeof message === 'string' ? message : 'The server does not take this.'
}
