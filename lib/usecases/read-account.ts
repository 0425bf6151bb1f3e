import 'server-only'
import { type Account, accountOf } from '@/lib/store/account'
import { store } from '@/lib/store/client'
import type { Visit } from './visit'

/** Null for a learner without one. */
export const readAccount = (visit: Visit): Promise<Account | null> =>
  accountOf(store(), visit.learner.id)
