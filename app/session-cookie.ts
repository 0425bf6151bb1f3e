/**
 * What the cookies hold that say who this is: a value and its HMAC-SHA256, so that nobody becomes somebody else by writing
 * down another one. A guest's holds the learner's id, that of an account the token of its sign-in, which the database
 * knows: who reads the database alone cannot make the cookie.
 * `v1.<value>.<signature in base64url>`
 */
import { createHmac } from 'node:crypto'
import { v7 } from 'uuid'
import { LearnerId } from '@/lib/core/ids'
import { sameSecret } from '@/lib/usecases/secrets'

const VERSION = 'v1'

export const signLearner = (learnerId: LearnerId, secret: string): string =>
  sealed('learner', learnerId, secret)

/** Null for a cookie that is missing, damaged, forged, or signed with another secret. */
export function verifyLearner(cookie: string | undefined, secret: string): LearnerId | null {
  const learnerId = LearnerId.safeParse(opened('learner', cookie, secret))
  return learnerId.success ? learnerId.data : null
}

export const sealSignIn = (token: string, secret: string): string =>
  sealed('sign-in', token, secret)

/** The token; null as for verifyLearner. Whether it still holds is for the database to say. */
export const openSignIn = (cookie: string | undefined, secret: string): string | null =>
  opened('sign-in', cookie, secret)

export function newLearner(): LearnerId {
  return LearnerId.parse(v7())
}

type Purpose = 'learner' | 'sign-in'

const sealed = (purpose: Purpose, value: string, secret: string): string =>
  `${VERSION}.${value}.${signature(purpose, value, secret)}`

function opened(purpose: Purpose, cookie: string | undefined, secret: string): string | null {
  const [version, value, signed, ...rest] = cookie?.split('.') ?? []
  if (version !== VERSION || !value || signed === undefined || rest.length > 0) return null
  return sameSecret(signed, signature(purpose, value, secret)) ? value : null
}

function signature(purpose: Purpose, value: string, secret: string): string {
  return createHmac('sha256', secret).update(`${VERSION}.${purpose}.${value}`).digest('base64url')
}
