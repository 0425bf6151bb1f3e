/** Who this browser is from now on, as its cookies say it. For server actions: pages cannot set cookies. */
import 'server-only'
import { cookies, headers } from 'next/headers'
import type { LearnerId } from '@/lib/core/ids'
import { cookieFlags, isEncrypted } from '../cookie-flags'
import { LEARNER_COOKIE, SIGN_IN_COOKIE } from '../cookies'
import { newLearner, sealSignIn, signLearner } from '../session-cookie'
import { sessionSecret } from '../session-secret'

const flags = async () => cookieFlags(isEncrypted(await headers()))

export async function becomeSignedIn(token: string): Promise<void> {
  const jar = await cookies()
  jar.set(SIGN_IN_COOKIE, sealSignIn(token, sessionSecret()), await flags())
}

/** Whoever studied here as a guest is not found by this browser any more. */
export const becomeNewGuest = (): Promise<void> => becomeGuest(newLearner())

export async function becomeGuest(learnerId: LearnerId): Promise<void> {
  const jar = await cookies()
  jar.set(LEARNER_COOKIE, signLearner(learnerId, sessionSecret()), await flags())
}

export async function becomeSignedOut(): Promise<void> {
  const jar = await cookies()
  jar.delete(SIGN_IN_COOKIE)
  await becomeNewGuest()
}

/** What the browser says of itself, by which somebody knows it again in a list. */
export async function userAgent(): Promise<string> {
  return ((await headers()).get('user-agent') ?? '').slice(0, 300)
}
