/** What somebody did in a browser before they signed in there: it can be brought into the account, or left out. */
import 'server-only'
import type { LearnerId } from '@/lib/core/ids'
import { accountOf, hasHistory } from '@/lib/store/account'
import { store } from '@/lib/store/client'
import { type Holdings, holdingsOf } from '@/lib/store/erasure'

/** Null where there is nothing to bring: nobody, what everybody is given, or what belongs to an account. */
export async function guestHistory(guest: LearnerId | null): Promise<Holdings | null> {
  if (!guest || (await accountOf(store(), guest)) || !(await hasHistory(store(), guest)))
    return null
  return holdingsOf(store(), guest)
}
