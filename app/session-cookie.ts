/**
 * The learner's cookie: an id and its HMAC-SHA256, so that nobody becomes somebody else by writing down another id.
 * `v1.<learner id>.<signature in base64url>`
 */
import { createHmac } from 'node:crypto'
import { v7 } from 'uuid'
import { LearnerId } from '@/lib/core/ids'
import { sameSecret } from '@/lib/usecases/secrets'

const VERSION = 'v1'

export function signLearner(learnerId: LearnerId, secret: string): string {
  return `${VERSION}.${learnerId}.${signature(learnerId, secret)}`
}

/** Null for a cookie that is missing, damaged, forged, or signed with another secret. */
export function verifyLearner(cookie: string | undefined, secret: string): LearnerId | null {
  const [version, id, signed, ...rest] = cookie?.split('.') ?? []
  if (version !== VERSION || signed === undefined || rest.length > 0) return null
  const learnerId = LearnerId.safeParse(id)
  if (!learnerId.success) return null
  return sameSecret(signed, signature(learnerId.data, secret)) ? learnerId.data : null
}

export function newLearner(): LearnerId {
  return LearnerId.parse(v7())
}

function signature(learnerId: LearnerId, secret: string): string {
  return createHmac('sha256', secret).update(`${VERSION}.learner.${learnerId}`).digest('base64url')
}
