/** The provisions of this device: fetched while there is a network, read when there is none. */
import type { ReviewEventInput } from '@/lib/core/review/event'
import type { Provisions } from '@/lib/core/session/provisions'
import { PROVISIONS_VERSION } from '@/lib/core/session/provisions-version'
import { device, type KeptProvisions, ofOwner } from './database'

/** Milliseconds between two questions whether they are still the same, unless something was sent in between. */
const FRESH_MS = 10_000
const TIMEOUT_MS = 30_000

/** What this device has to study from, in the shape that this version of the app reads. */
export async function keptProvisions(): Promise<KeptProvisions | null> {
  const [kept] = await (await device()).getAll('provisions')
  return kept?.provisions.version === PROVISIONS_VERSION ? kept : null
}

/** What the server has heard since it packed them. */
export async function sentSince(owner: string): Promise<ReviewEventInput[]> {
  const sent = await (await device()).getAll('sent', ofOwner(owner))
  return sent.flatMap(({ event }) => (event.kind === 'room' ? [] : [event]))
}

/** This device belongs to `owner` from now on, or to nobody: whoever studied on it before leaves nothing to be seen. */
export async function leaveTo(owner: string | null): Promise<void> {
  const db = await device()
  for (const other of await db.getAllKeys('provisions')) {
    if (other !== owner) await forgetOwner(other)
  }
}

/** Nothing to study from, nothing of what was answered and sent. */
export async function forgetOwner(owner: string): Promise<void> {
  const tx = (await device()).transaction(['provisions', 'sent'], 'readwrite')
  await Promise.all([
    tx.objectStore('provisions').delete(owner),
    tx.objectStore('sent').delete(ofOwner(owner)),
    tx.done,
  ])
}

let renewing: Promise<void> | null = null
let next: ReturnType<typeof setTimeout> | undefined

/** Has the server pack them anew where they may have changed. Never throws: without a network, the old ones stay. */
export function renewProvisions(owner: string): Promise<void> {
  renewing ??= renew(owner)
    .catch(() => undefined)
    .finally(() => {
      renewing = null
    })
  return renewing
}

async function renew(owner: string): Promise<void> {
  const db = await device()
  const kept = (await db.get('provisions', owner)) ?? null
  const sent = await db.getAllKeys('sent', ofOwner(owner))
  const age = kept ? Date.now() - kept.checkedAt : Number.POSITIVE_INFINITY
  // A clock that was set back makes them look as if they came from the future.
  if (sent.length === 0 && age >= 0 && age < FRESH_MS) {
    // Whatever was changed meanwhile is not forgotten, only put off.
    clearTimeout(next)
    next = setTimeout(() => void renewProvisions(owner), FRESH_MS - age)
    return
  }
  const fresh = await fetchProvisions(owner, kept)
  if (!fresh) return
  const tx = db.transaction(['provisions', 'sent'], 'readwrite')
  await Promise.all([
    tx.objectStore('provisions').put(fresh),
    // Sent before they were packed, so they are in them.
    ...sent.map((key) => tx.objectStore('sent').delete(key)),
    tx.done,
  ])
}

async function fetchProvisions(
  owner: string,
  kept: KeptProvisions | null,
): Promise<KeptProvisions | null> {
  const isReadable = kept?.provisions.version === PROVISIONS_VERSION
  const asked = Date.now()
  const response = await fetch('/api/provisions', {
    headers: kept && isReadable ? { 'if-none-match': kept.etag } : {},
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const now = Number(response.headers.get('passage-now'))
  if (!Number.isSafeInteger(now) || now <= 0) return null
  const stamp = { owner, checkedAt: Date.now(), ahead: now - asked }
  if (response.status === 304 && kept) return { ...kept, ...stamp }
  if (response.status !== 200) return null
  const provisions: Provisions = await response.json()
  // The cookie says who studies here; a page of somebody else's that is still open does not.
  if (provisions.learnerId !== owner || provisions.version !== PROVISIONS_VERSION) return null
  return { ...stamp, etag: response.headers.get('etag') ?? '', provisions }
}
