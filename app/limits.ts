/**
 * How often something may be tried: one table, one place that counts. What is guessed at (passwords, codes, links) is
 * counted by the address it comes from and by what it is aimed at; what only costs work, by learner. A whole school may
 * stand behind one address, so the figures by address let a few hundred people through at the beginning of a lesson.
 */
import { headers } from 'next/headers'
import type { LearnerId } from '@/lib/core/ids'
import type { Problem } from '@/lib/core/outcome'
import { environment } from '@/lib/environment'
import { hashToken } from '@/lib/usecases/secrets'
import { clientAddress } from './client-address'
import { type By, countedBy, type Limited, secondsToWait } from './limit-table'

export type { Limited }

/** Whom it is about, besides the address: where a limit counts by it, it must be given. */
export type Aimed = {
  readonly learnerId?: LearnerId
  /** An e-mail address as it was typed, or the code or token that was tried. Only its hash is kept. */
  readonly target?: string
}

/**
 * Counts one more try. A problem (429) where there were too many, else null. Call it before the work is done and before
 * anything is looked up.
 */
export async function tooMany(what: Limited, aimed: Aimed = {}): Promise<Problem | null> {
  const address = clientAddress(await headers(), environment().trustedProxies)
  return tooManyFrom(what, address, aimed)
}

/** The same where the request is not Next's own to give: in proxy.ts. */
export async function tooManyFrom(
  what: Limited,
  address: string,
  { learnerId, target }: Aimed = {},
): Promise<Problem | null> {
  if (!environment().rateLimits) return null
  const keys: Record<By, string | undefined> = {
    address,
    learner: learnerId,
    target: target === undefined ? undefined : hashToken(target.trim().toLowerCase()),
  }
  let wait = 0
  for (const by of countedBy(what)) {
    const key = keys[by]
    if (key === undefined) throw new Error(`${what} is counted by ${by}, which was not given`)
    wait = Math.max(wait, await secondsToWait(what, by, key))
  }
  return wait === 0 ? null : { code: 'tooMany', message: sentence(wait), retryAfter: wait }
}

function sentence(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  const when = seconds <= 90 ? `${seconds} seconds` : `${minutes} minutes`
  return `This was tried too often in a short time, so it was not done. Try again in ${when}.`
}
