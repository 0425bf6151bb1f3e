import 'server-only'
import { accountOf } from '@/lib/store/account'
import { type ClassLine, classesOf } from '@/lib/store/class'
import { store } from '@/lib/store/client'
import type { Visit } from './visit'

export type { ClassLine }

export type Classes = {
  readonly classes: readonly ClassLine[]
  /** Opening one needs an account. */
  readonly mayOpen: boolean
}

export async function listClasses({ learner }: Visit): Promise<Classes> {
  const [classes, account] = await Promise.all([
    classesOf(store(), learner.id),
    accountOf(store(), learner.id),
  ])
  return { classes, mayOpen: account !== null }
}
