import 'server-only'
import { type Account, accountOf, type Browser, browsersOf } from '@/lib/store/account'
import { resetLinksOf } from '@/lib/store/account-link'
import { store } from '@/lib/store/client'
import type { Visit } from './visit'

export type AccountView = Account & {
  /** Where they are signed in, the latest first. */
  readonly browsers: readonly Browser[]
  /** Links to set a new password that were made for them, the latest first. */
  readonly resetLinks: Awaited<ReturnType<typeof resetLinksOf>>
}

/** Null for a learner without one. */
export async function readAccount(visit: Visit): Promise<AccountView | null> {
  const account = await accountOf(store(), visit.learner.id)
  if (!account) return null
  const browsers = await browsersOf(store(), account.id)
  return { ...account, browsers, resetLinks: await resetLinksOf(store(), account.id) }
}
