'use server'

import { joinClass } from '@/lib/usecases/join-class'
import { acting } from '../items/acting'
import { tooMany } from '../limits'

export async function joinClassAction(code: string, displayName: string) {
  return acting(async (visit) => {
    const often = await tooMany('join code')
    if (often) return { ok: false as const, problem: often }
    return joinClass(visit, { code, displayName })
  }, 'keep the page')
}
