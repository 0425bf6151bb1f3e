/**
 * The one module behind which the learner stands. Pages, actions and handlers ask for the visit; who is visiting says the
 * sign-in of this browser, or else the cookie of a guest that proxy.ts sees to.
 */
import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { LearnerId } from '@/lib/core/ids'
import { environment } from '@/lib/environment'
import { isStoreUnavailable } from '@/lib/usecases/availability'
import { type SignedIn, signedInBy } from '@/lib/usecases/sign-in'
import { AccountNeeded, openVisit, type Visit } from '@/lib/usecases/visit'
import { LEARNER_COOKIE, SIGN_IN_COOKIE, TEST_NOW_COOKIE, ZONE_COOKIE } from './cookies'
import { DATABASE_GONE } from './error-words'
import { openSignIn, verifyLearner } from './session-cookie'
import { sessionSecret } from './session-secret'

/** Somebody came without a learner's cookie to a place that makes no learners (an API address, a prefetch). */
export class NoLearner extends Error {
  constructor(
    message = 'This browser has no learner yet. Open the start page once and allow cookies for this site.',
  ) {
    super(message)
    this.name = 'NoLearner'
  }
}

/** Why a browser is asked to sign in; the page that does it says it. */
export type SignInReason = 'ended' | 'account'

/** This browser is not signed in any more, or its guest has an account now. A page leads on to the page for signing in. */
class SignInNeeded extends NoLearner {
  readonly digest: string

  constructor(reason: SignInReason) {
    super('This browser is not signed in. Sign in, and do it again.')
    this.digest = redirectDigest(`/sign-in?why=${reason}`)
  }
}

/** By its digest Next knows an error that leads to another page. */
function redirectDigest(address: string): string {
  try {
    return redirect(address)
  } catch (error) {
    const { digest } = error as { digest?: unknown }
    return typeof digest === 'string' ? digest : ''
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
  const signedIn = await signInHere()
  if (signedIn === 'ended') throw new SignInNeeded('ended')
  const learnerId = signedIn?.learnerId ?? (await guestHere())
  if (!learnerId) throw new NoLearner()
  return await unlessGone(() =>
    openVisit({
      learnerId,
      timeZone: jar.get(ZONE_COOKIE)?.value ?? null,
      now: now(jar.get(TEST_NOW_COOKIE)?.value),
      asGuest: signedIn === null,
    }).catch((error: unknown) => {
      throw error instanceof AccountNeeded ? new SignInNeeded('account') : error
    }),
  )
})

/** The sign-in of this browser; null for a guest, 'ended' where it was signed out from elsewhere or too long ago. */
export const signInHere = cache(async (): Promise<SignedIn | 'ended' | null> => {
  const token = await signInToken()
  if (!token) return null
  return unlessGone(async () => (await signedInBy(token)) ?? 'ended')
})

/** What this browser shows for its sign-in, whether or not it holds. */
export async function signInToken(): Promise<string | null> {
  const jar = await cookies()
  return openSignIn(jar.get(SIGN_IN_COOKIE)?.value, sessionSecret())
}

/** Who studies here without an account; in a browser that is signed in, who would without that. */
export async function guestHere(): Promise<LearnerId | null> {
  const jar = await cookies()
  return verifyLearner(jar.get(LEARNER_COOKIE)?.value, sessionSecret())
}

/** Who is looking, as far as the frame of a page says it; nobody while the database is gone. */
export async function whoIsHere(): Promise<{
  readonly learnerId: LearnerId | null
  /** What their account is called; null for a guest. */
  readonly name: string | null
  /** They were signed in, and are not any more. */
  readonly ended: boolean
}> {
  try {
    const signedIn = await signInHere()
    if (signedIn === 'ended') return { learnerId: null, name: null, ended: true }
    const learnerId = signedIn?.learnerId ?? (await guestHere())
    return { learnerId, name: signedIn?.name ?? null, ended: false }
  } catch (error) {
    if (!isStoreUnavailable(error)) throw error
    return { learnerId: null, name: null, ended: false }
  }
}

async function unlessGone<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isStoreUnavailable(error)) throw new DatabaseGone(error)
    throw error
  }
}

function now(moved: string | undefined): number {
  if (moved === undefined || !environment().testClock) return Date.now()
  const at = Number(moved)
  return Number.isSafeInteger(at) && at > 0 ? at : Date.now()
}
