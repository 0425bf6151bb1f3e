/**
 * Links that are handed out for an account, each good for one use: to set a new password, and to prove an address. What
 * is stored of a secret is its SHA-256, which better-auth makes and compares; its hour is counted there too.
 */
import { AccountId, type ClassId, type LearnerId, type MemberId } from '@/lib/core/ids'
import { auth, LINK_SECONDS } from './auth'
import type { Db } from './client'
import type { ResetLinkMaker } from './generated/enums'

export type { ResetLinkMaker }

const RESET = 'reset-password:'
const VERIFY = 'verify-email:'

async function keepSecret(identifier: string, accountId: AccountId): Promise<string> {
  const { internalAdapter } = await auth().$context
  const { id } = await internalAdapter.createVerificationValue({
    identifier,
    value: accountId,
    expiresAt: new Date(Date.now() + LINK_SECONDS * 1_000),
  })
  return id
}

export async function insertResetLink(
  db: Db,
  token: string,
  accountId: AccountId,
  by: { readonly madeBy: ResetLinkMaker; readonly makerId: LearnerId | null },
): Promise<void> {
  // Seen before it can be used.
  const id = await keepSecret(RESET + token, accountId)
  await db.resetLink.create({ data: { id, accountId, ...by } })
}

/** Whose password it would set; null where it was used, or its hour is over. */
export async function findResetLink(
  db: Db,
  token: string,
): Promise<{
  id: string
  accountId: AccountId
  madeBy: ResetLinkMaker
  name: string
  email: string
} | null> {
  const { internalAdapter } = await auth().$context
  const secret = await internalAdapter.findVerificationValue(RESET + token)
  if (!secret || secret.expiresAt < new Date()) return null
  const link = await db.resetLink.findUnique({
    where: { id: secret.id },
    include: { account: { select: { name: true, email: true } } },
  })
  if (!link) return null
  const { id, madeBy, account } = link
  return { id, madeBy, accountId: AccountId.parse(link.accountId), ...account }
}

/** Sets the password, spends the link and ends every sign-in, at once; false where somebody was quicker. */
export async function spendResetLink(token: string, newPassword: string): Promise<boolean> {
  try {
    await auth().api.resetPassword({ body: { token, newPassword } })
    return true
  } catch (error) {
    if (error instanceof Error && error.name === 'APIError') return false
    throw error
  }
}

/** The link was used; the account's other ones are good for nothing any more. */
export async function noteSpent(db: Db, id: string, accountId: AccountId): Promise<void> {
  await db.resetLink.update({ where: { id }, data: { usedAt: new Date() } })
  await dropSecrets(db, accountId)
}

export async function dropSecrets(db: Db, accountId: AccountId): Promise<void> {
  await db.verification.deleteMany({ where: { value: accountId } })
}

/** The latest, with the name of the teacher who made it. */
export async function resetLinksOf(db: Db, accountId: AccountId) {
  const rows = await db.resetLink.findMany({
    where: { accountId },
    orderBy: { madeAt: 'desc' },
    take: 5,
    include: { maker: { select: { account: { select: { name: true } } } } },
  })
  return rows.map(({ id, madeBy, madeAt, usedAt, maker }) => ({
    id,
    madeBy,
    madeAt: madeAt.getTime(),
    usedAt: usedAt?.getTime() ?? null,
    maker: maker?.account?.name ?? null,
  }))
}

export async function insertVerifyLink(token: string, accountId: AccountId): Promise<void> {
  await keepSecret(VERIFY + token, accountId)
}

/** Whose address it proves; the link is spent. Null where it was already, or its hour is over. */
export async function spendVerifyLink(token: string): Promise<AccountId | null> {
  const { internalAdapter } = await auth().$context
  const secret = await internalAdapter.consumeVerificationValue(VERIFY + token)
  return secret ? AccountId.parse(secret.value) : null
}

/**
 * A student of the class with an account, and whether this teacher may hand them a link: where every class that they take
 * part in is one that the teacher teaches, and they are of the staff in none. Null where there is no such student.
 */
export async function studentWithAccount(
  db: Db,
  at: { readonly teacherId: LearnerId; readonly classId: ClassId; readonly memberId: MemberId },
): Promise<{ accountId: AccountId; may: boolean } | null> {
  const [row] = await db.$queryRaw<{ id: string; may: boolean }[]>`
    SELECT a.id::text AS id, (
      SELECT bool_and(m.role = 'student' AND EXISTS (
        SELECT 1 FROM class_member t WHERE t.class_id = m.class_id AND t.learner_id = ${at.teacherId}::uuid
          AND t.ended_at IS NULL AND t.role IN ('owner', 'teacher')))
      FROM class_member m WHERE m.learner_id = s.learner_id AND m.ended_at IS NULL) AS may
    FROM class_member s JOIN account a ON a.learner_id = s.learner_id
    WHERE s.id = ${at.memberId}::uuid AND s.class_id = ${at.classId}::uuid AND s.ended_at IS NULL`
  return row ? { accountId: AccountId.parse(row.id), may: row.may } : null
}
