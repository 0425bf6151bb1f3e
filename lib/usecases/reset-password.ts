/**
 * Setting a new password without the old one, by a link: mailed to whoever asks, or handed over by the operator of this
 * place or by a teacher. It holds for an hour and once, and ends every sign-in of the account.
 */
import 'server-only'
import { z } from 'zod'
import { Email, Password, passwordProblem } from '@/lib/core/account'
import type { AccountId, LearnerId } from '@/lib/core/ids'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { accountWith, setVerified } from '@/lib/store/account'
import {
  findResetLink,
  insertResetLink,
  noteSpent,
  type ResetLinkMaker,
  spendResetLink,
} from '@/lib/store/account-link'
import { inTransaction, store } from '@/lib/store/client'
import { admit, words } from './door'
import { inBackground, type MailSetting } from './mail'
import { resetMail } from './mails'
import { isToken, newToken } from './secrets'

const Asked = z.object({ email: words().pipe(Email) })

/**
 * Sends a link to the address, if somebody has an account with it. The answer is the same and takes as long where nobody
 * has: all of it is done afterwards, in `sending`.
 */
export function askForReset(
  input: unknown,
  { post, publicUrl }: MailSetting,
): Outcome<{ readonly sending: Promise<void> }> {
  const admitted = admit(Asked, input)
  if (!admitted.ok) return admitted
  const send = async () => {
    const account = await accountWith(store(), admitted.value.email)
    if (!account) return
    const path = await makeLink(account.id, 'mail')
    await post({ to: account.email, ...resetMail(account.name, publicUrl + path) })
  }
  return done({ sending: inBackground(send) })
}

/** The path of a link that whoever runs this place hands over. */
export async function makeLinkByOperator(
  input: unknown,
): Promise<Outcome<{ path: string; name: string }>> {
  const admitted = admit(Asked, input)
  if (!admitted.ok) return admitted
  const account = await accountWith(store(), admitted.value.email)
  if (!account) return failed('notFound', 'There is no account with this address.')
  return done({ path: await makeLink(account.id, 'operator'), name: account.name })
}

/** The path of a new link, such as /reset/… */
export async function makeLink(
  accountId: AccountId,
  madeBy: ResetLinkMaker,
  makerId: LearnerId | null = null,
): Promise<string> {
  const token = newToken()
  await insertResetLink(store(), token, accountId, { madeBy, makerId })
  return `/reset/${token}`
}

/** For whom a link sets a password; null where it does nothing any more. */
export async function readResetLink(token: unknown): Promise<{ name: string } | null> {
  const link = isToken(token) ? await findResetLink(store(), token) : null
  return link && { name: link.name }
}

const OVER =
  'This link does nothing any more: it was used, or its hour is over. Nothing was changed. Ask for a new one.'

export async function resetPassword(token: unknown, input: unknown): Promise<Outcome<null>> {
  const admitted = admit(z.object({ password: Password }), input)
  if (!admitted.ok) return admitted
  const { password } = admitted.value
  const link = isToken(token) ? await findResetLink(store(), token) : null
  if (!isToken(token) || !link) return failed('notFound', OVER)
  const problem = passwordProblem(password, link.email)
  if (problem) return failed('invalid', problem)
  if (!(await spendResetLink(token, password))) return failed('notFound', OVER)
  await inTransaction(async (db) => {
    await noteSpent(db, link.id, link.accountId)
    // Who reads what is sent there has proved that the address is theirs.
    if (link.madeBy === 'mail') await setVerified(db, link.accountId)
  })
  return done(null)
}
