/** Rows of accounts: who can sign in as which learner, and where they are signed in. See auth.ts for better-auth. */
import { v7 } from 'uuid'
import { AccountId, LearnerId } from '@/lib/core/ids'
import { auth, hashOfToken, SIGN_IN_SECONDS } from './auth'
import type { Db } from './client'
import type { Sql } from './sql'

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

/** Slow on purpose: a tenth of a second of the processor. Do it outside a transaction. */
export const hashOf = async (password: string): Promise<string> =>
  (await auth().$context).password.hash(password)

/** Says whether it was made: false where the learner has an account, or somebody else has the address. */
export async function insertAccount(
  db: Db,
  account: {
    readonly learnerId: LearnerId
    readonly name: string
    readonly email: string
    readonly passwordHash: string
  },
): Promise<AccountId | null> {
  const { learnerId, name, email, passwordHash } = account
  const id = AccountId.parse(v7())
  // Skipped rather than refused, so that the transaction it is part of can go on.
  const { count } = await db.account.createMany({
    data: [{ id, learnerId, name, email }],
    skipDuplicates: true,
  })
  if (count === 0) return null
  await db.credential.create({
    data: {
      id: v7(),
      accountId: id,
      providerAccountId: id,
      providerId: 'credential',
      password: passwordHash,
    },
  })
  return id
}

/** A browser is signed in from now on; gives what it shows for it. */
export async function insertSignIn(accountId: AccountId, userAgent: string): Promise<string> {
  const { internalAdapter } = await auth().$context
  const session = await internalAdapter.createSession(accountId, false, { userAgent })
  return session.token
}

/** Null where the address or the password is wrong, which are not told apart, nor by the time it takes. */
export async function signInWith(
  email: string,
  password: string,
  userAgent: string,
): Promise<{ token: string; accountId: AccountId } | null> {
  try {
    const { token, user } = await auth().api.signInEmail({
      body: { email, password },
      headers: new Headers({ 'user-agent': userAgent }),
    })
    return { token, accountId: AccountId.parse(user.id) }
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

/** better-auth's own word for an answer that is no success; anything else is a mistake, or a database that is gone. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && error.name === 'APIError' && !('cause' in error && error.cause)

export type SignedIn = {
  readonly signInId: string
  readonly accountId: AccountId
  readonly learnerId: LearnerId
  readonly name: string
}

/** Who is signed in by this token; one statement, since every request of theirs begins with it. */
export async function findSignedIn(db: Sql, token: string): Promise<SignedIn | null> {
  const [row] = await db.$queryRaw<
    { id: string; account_id: string; learner_id: string; name: string; old: boolean }[]
  >`
    SELECT s.id::text, a.id::text AS account_id, a.learner_id::text, a.name,
      s.updated_at < now() - interval '1 day' AS old
    FROM sign_in s JOIN account a ON a.id = s.account_id WHERE s.token_hash = ${hashOfToken(token)} AND s.expires_at > now()`
  if (!row) return null
  // Once a day it is put off that they have to sign in again.
  if (row.old)
    await db.$executeRaw`
      UPDATE sign_in SET updated_at = now(), expires_at = now() + make_interval(secs => ${SIGN_IN_SECONDS})
      WHERE id = ${row.id}::uuid`
  return {
    signInId: row.id,
    accountId: AccountId.parse(row.account_id),
    learnerId: LearnerId.parse(row.learner_id),
    name: row.name,
  }
}

export async function endSignIn(db: Db, token: string): Promise<void> {
  await db.signIn.deleteMany({ where: { tokenHash: hashOfToken(token) } })
}

/** A browser in which somebody is signed in. */
export type Browser = {
  readonly id: string
  readonly userAgent: string
  readonly since: number
  /** Milliseconds since 1970, to the day. */
  readonly lastSeen: number
}

export async function browsersOf(db: Db, accountId: AccountId): Promise<Browser[]> {
  const rows = await db.signIn.findMany({
    where: { accountId, expiresAt: { gt: new Date() } },
    orderBy: { updatedAt: 'desc' },
    take: 100,
  })
  return rows.map((row) => ({
    id: row.id,
    userAgent: row.userAgent ?? '',
    since: row.createdAt.getTime(),
    lastSeen: row.updatedAt.getTime(),
  }))
}

/** One of them, all but one, or all. */
export async function endSignIns(
  db: Db,
  accountId: AccountId,
  which: { readonly id: string } | { readonly but: string } | 'all',
): Promise<number> {
  const id = which === 'all' ? undefined : 'id' in which ? which.id : { not: which.but }
  const { count } = await db.signIn.deleteMany({ where: { accountId, ...(id && { id }) } })
  return count
}

/** What nobody can use any more: sign-ins and secrets whose time is over. */
export async function dropExpired(db: Db): Promise<void> {
  const over = { expiresAt: { lt: new Date() } }
  await db.signIn.deleteMany({ where: over })
  await db.verification.deleteMany({ where: over })
}

export async function isPasswordOf(
  db: Db,
  accountId: AccountId,
  password: string,
): Promise<boolean> {
  const row = await db.credential.findFirst({ where: { accountId, providerId: 'credential' } })
  if (!row?.password) return false
  return (await auth().$context).password.verify({ hash: row.password, password })
}

export async function setPassword(db: Db, accountId: AccountId, hash: string): Promise<void> {
  await db.credential.updateMany({
    where: { accountId, providerId: 'credential' },
    data: { password: hash, updatedAt: new Date() },
  })
}

export async function renameAccount(db: Db, id: AccountId, name: string): Promise<void> {
  await db.account.update({ where: { id }, data: { name, updatedAt: new Date() } })
}

/** False where somebody else has the address. */
export async function setEmail(db: Db, id: AccountId, email: string): Promise<boolean> {
  if (await db.account.findFirst({ where: { email, id: { not: id } }, select: { id: true } }))
    return false
  const data = { email, emailVerified: false, updatedAt: new Date() }
  await db.account.update({ where: { id }, data })
  return true
}

export async function setVerified(db: Db, id: AccountId): Promise<void> {
  await db.account.update({ where: { id }, data: { emailVerified: true } })
}

export async function accountWith(db: Db, email: string): Promise<Account | null> {
  const row = await db.account.findUnique({
    where: { email },
    select: { id: true, name: true, email: true, emailVerified: true },
  })
  return row && { ...row, id: AccountId.parse(row.id) }
}

/** Every account, for whoever runs this place. */
export async function allAccounts(db: Db) {
  const rows = await db.account.findMany({
    orderBy: { createdAt: 'asc' },
    select: {
      name: true,
      email: true,
      createdAt: true,
      signIns: { orderBy: { updatedAt: 'desc' }, take: 1, select: { updatedAt: true } },
    },
  })
  return rows.map(({ signIns, ...row }) => ({ ...row, lastSeen: signIns[0]?.updatedAt ?? null }))
}

/** Whether somebody has left anything as this learner that is not simply given to everybody. */
export async function hasHistory(db: Db, learnerId: LearnerId): Promise<boolean> {
  const [row] = await db.$queryRaw<{ has: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM review WHERE learner_id = ${learnerId}::uuid)
      OR EXISTS (SELECT 1 FROM text WHERE owner_id = ${learnerId}::uuid)
      OR EXISTS (SELECT 1 FROM item WHERE owner_id = ${learnerId}::uuid AND construction = 'own')
      OR EXISTS (SELECT 1 FROM deck WHERE owner_id = ${learnerId}::uuid AND text_id IS NULL)
      OR EXISTS (SELECT 1 FROM exam WHERE owner_id = ${learnerId}::uuid)
      OR EXISTS (SELECT 1 FROM sitting WHERE owner_id = ${learnerId}::uuid)
      OR EXISTS (SELECT 1 FROM class_member WHERE learner_id = ${learnerId}::uuid) AS has`
  return row?.has ?? false
}
