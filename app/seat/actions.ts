'use server'

import { cookies, headers } from 'next/headers'
import type { LearnerId } from '@/lib/core/ids'
import { takeSeat } from '@/lib/usecases/take-seat'
import { LEARNER_COOKIE } from '../cookies'
import { acting } from '../items/acting'
import { tooMany } from '../limits'
import { signLearner } from '../session-cookie'
import { sessionSecret } from '../session-secret'

export async function takeSeatAction(token: string) {
  return acting(async (visit) => {
    const often = await tooMany('link')
    if (often) return { ok: false as const, problem: often }
    const taken = await takeSeat(visit, token)
    if (!taken.ok) return taken
    const { classId, become } = taken.value
    if (become) await becomeGuest(become)
    return { ok: true as const, value: { classId } }
  }, 'keep the page')
}

/** 400 days: the longest a browser keeps a cookie. */
const KEPT_SECONDS = 34_560_000

async function becomeGuest(learnerId: LearnerId): Promise<void> {
  const [jar, sent] = await Promise.all([cookies(), headers()])
  jar.set(LEARNER_COOKIE, signLearner(learnerId, sessionSecret()), {
    httpOnly: true,
    sameSite: 'lax',
    secure: sent.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https',
    path: '/',
    maxAge: KEPT_SECONDS,
  })
}
