import 'server-only'
import { randomInt } from 'node:crypto'
import type { JoinCode } from '@/lib/core/class/class'
import { CODE_DAYS, makeJoinCode } from '@/lib/core/class/join-code'

/** A code nobody can foresee, that holds for the usual time. */
export const newJoinCode = (now: number): JoinCode => ({
  code: makeJoinCode((below) => randomInt(below)),
  until: now + CODE_DAYS * 86_400_000,
})
