/** Rows of accounts: who can sign in as which learner. What belongs to signing in itself is better-auth's. */
import { AccountId, type LearnerId } from '@/lib/core/ids'
import type { Db } from './client'

export type Account = {
  readonly id: AccountId
  readonly name: string
  readonly email: string
  readonly emailVerified: boolean
}

/** Null for a learner without an account. */
export async function accountOf(db: Db, learnerId: LearnerId): Promise<Account | null> {
  const row = await db.account.findUnique({
    where: { learnerId },
    select: { id: true, name: true, email: true, emailVerified: true },
  })
  return row && { ...row, id: AccountId.parse(row.id) }
}
