/**
 * The one module behind which the learner stands. Pages, actions and handlers ask for the visit; who is visiting is
 * read from a signed cookie that proxy.ts sees to. Accounts will change this module and no other.
 */
import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import type { LearnerId } from '@/lib/core/ids'
import { environment } from '@/lib/environment'
import { isStoreUnavailable } from '@/lib/usecases/availability'
import { openVisit, type Visit } from '@/lib/usecases/visit'
import { LEARNER_COOKIE, TEST_NOW_COOKIE, ZONE_COOKIE } from './cookies'
import { DATABASE_GONE } from './error-words'
import { verifyLearner } from './session-cookie'
import { sessionSecret } from './session-secret'

/** Somebody came without a learner's cookie to a place that makes no learners (an API address, a prefetch). */
export class NoLearner extends Error {
  constructor() {
    super(
      'This browser has no learner yet. Open the start page once and allow cookies for this site.',
    )
    this.name = 'NoLearner'
  }
}

/** The database cannot be reached. The digest is all that an error page learns of it. */
class DatabaseGone extends Error {
  readonly digest = DATABASE_GONE

  constructor(cause: unknown) {
    super('The database cannot be reached.', { cause })
    this.name = 'DatabaseGone'
  }
}

/**
 * The visit of whoever sent this request; the same within one request.
 * @throws NoLearner, and DatabaseGone (isStoreUnavailable holds for it) when the database is gone.
 */
export const visit = cache(async (): Promise<Visit> => {
  const jar = await cookies()
  const learnerId = await learnerHere()
  if (!learnerId) throw new NoLearner()
  try {
    return await openVisit({
      learnerId,
      timeZone: jar.get(ZONE_COOKIE)?.value ?? null,
      now: now(jar.get(TEST_NOW_COOKIE)?.value),
    })
  } catch (error) {
    if (isStoreUnavailable(error)) throw new DatabaseGone(error)
    throw error
  }
})

/** Who sent this request, where no more than that is asked; null for nobody. */
export async function learnerHere(): Promise<LearnerId | null> {
  const jar = await cookies()
  return verifyLearner(jar.get(LEARNER_COOKIE)?.value, sessionSecret())
}

function now(moved: string | undefined): number {
  if (moved === undefined || !environment().testClock) return Date.now()
  const at = Number(moved)
  return Number.isSafeInteger(at) && at > 0 ? at : Date.now()
}
