/**
 * The queue on this device: one key for each event, so that two tabs can add and cross out at the same moment without
 * writing over each other. Keys end in the event's id; ids are UUIDv7, so their order is the order of making.
 */
import type { ReviewEventInput } from '@/lib/core/review/event'
import type { KeyValue } from './outbox-ports'

export type Entry = { readonly id: string; readonly event: ReviewEventInput }
export type Refused = { readonly id: string; readonly reason: string }

const WAITING = 'passage.outbox.'
const REFUSED = 'passage.refused.'

export type Queue = ReturnType<typeof openQueue>

/** The event in a storage key's new value when another tab of this learner has put it there, else null. */
export function eventPutElsewhere(
  owner: string,
  change: { key: string | null; value: string | null },
) {
  return change.key?.startsWith(`${WAITING}${owner}.`) ? parseEvent(change.value) : null
}

/** The learners of this browser for whom something waits. */
export function ownersWaiting(storage: Pick<KeyValue, 'length' | 'key'>): string[] {
  const owners = new Set<string>()
  for (let i = 0; i < storage.length; i++) {
    const [owner, id] = storage.key(i)?.startsWith(WAITING)
      ? (storage.key(i)?.slice(WAITING.length).split('.') ?? [])
      : []
    if (owner && id) owners.add(owner)
  }
  return [...owners]
}

export function openQueue(owner: string, storage: KeyValue) {
  const waitingPrefix = `${WAITING}${owner}.`
  const refusedPrefix = `${REFUSED}${owner}.`
  /** What the storage would not take: it lives as long as the page. */
  const unsaved = new Map<string, ReviewEventInput>()

  function keysUnder(prefix: string): string[] {
    const keys: string[] = []
    for (let i = 0; i < storage.length; i++) {
      const key = storage.key(i)
      if (key?.startsWith(prefix)) keys.push(key)
    }
    return keys.sort()
  }

  function entries(): Entry[] {
    const found: Entry[] = [...unsaved].map(([id, event]) => ({ id, event }))
    for (const key of keysUnder(waitingPrefix)) {
      const event = parseEvent(storage.getItem(key))
      if (event) found.push({ id: key.slice(waitingPrefix.length), event })
      else storage.removeItem(key)
    }
    return found.sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  function put(event: ReviewEventInput): void {
    try {
      storage.setItem(waitingPrefix + event.id, JSON.stringify(event))
    } catch {
      unsaved.set(event.id, event)
    }
  }

  function remove(id: string): void {
    unsaved.delete(id)
    storage.removeItem(waitingPrefix + id)
  }

  /** Out of the queue, kept aside with its reason until the learner has read it. */
  function refuse(id: string, reason: string): void {
    remove(id)
    try {
      storage.setItem(refusedPrefix + id, reason)
    } catch {
      // A full storage must not keep a refused answer in the queue for ever.
    }
  }

  function refused(): Refused[] {
    return keysUnder(refusedPrefix).map((key) => ({
      id: key.slice(refusedPrefix.length),
      reason: storage.getItem(key) ?? '',
    }))
  }

  return {
    entries,
    put,
    remove,
    refuse,
    refused,
    count: () => keysUnder(waitingPrefix).length + unsaved.size,
    durable: () => unsaved.size === 0,
    dismissRefused(): void {
      for (const key of keysUnder(refusedPrefix)) storage.removeItem(key)
    },
  }
}

function parseEvent(text: string | null): ReviewEventInput | null {
  try {
    const value: unknown = text === null ? null : JSON.parse(text)
    // The server judges the rest: an older version of the app may have written it.
    return typeof value === 'object' && value !== null ? (value as ReviewEventInput) : null
  } catch {
    return null
  }
}
