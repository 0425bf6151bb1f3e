'use server'

import { takeSeat } from '@/lib/usecases/take-seat'
import { becomeGuest } from '../account/cookies'
import { acting } from '../items/acting'
import { tooMany } from '../limits'

export async function takeSeatAction(token: string, bringIn: boolean) {
  return acting(async (visit) => {
    const often = await tooMany('link')
    if (often) return { ok: false as const, problem: often }
    const taken = await takeSeat(visit, { token, bringIn })
    if (!taken.ok) return taken
    const { classId, become } = taken.value
    if (become) await becomeGuest(become)
    return { ok: true as const, value: { classId } }
  }, 'keep the page')
}
