/**
 * The learner's cookie: an id and its HMAC-SHA256, so that nobody becomes somebody else by writing down another id.
 * `v1.<learner id>.<signature in base64url>`
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { v7 } from 'uuid'
import { LearnerId } from '@/lib/core/ids'

const VERSION = 'v1'

export function signLearner(learnerId: LearnerId, secret: string): string {
  return `${VERSION}.${learnerId}.${signature(learnerId, secret).toString('base64url')}`
}

/** Null for a cookie that is missing, damaged, forged, or signed with another secret. */
export function verifyLearner(cookie: string | undefined, secret: string): LearnerId | null {
  const [version, id, signed, ...rest] = cookie?.split('.') ?? []
  if (version !== VERSION || signed === undefined || rest.length > 0) return null
  const learnerId = LearnerId.safeParse(id)
  if (!learnerId.success) return null
  const expected = signature(learnerId.data, secret)
  const given = Buffer.from(signed, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return learnerId.data
}

export function newLearner(): LearnerId {
  return LearnerId.parse(v7())
}

function signature(learnerId: LearnerId, secret: string): Buffer {
  return createHmac('sha256', secret).update(`${VERSION}.learner.${learnerId}`).digest()
}
