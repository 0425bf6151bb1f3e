/** What whoever has an account changes about it: name, address, password, and where they are signed in. */
import 'server-only'
import { z } from 'zod'
import { AccountName, Email, MAX_PASSWORD, Password, passwordProblem } from '@/lib/core/account'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import {
  type Account,
  accountOf,
  endSignIns,
  hashOf,
  isPasswordOf,
  renameAccount,
  setEmail,
  setPassword,
} from '@/lib/store/account'
import { dropSecrets } from '@/lib/store/account-link'
import { inTransaction, isDuplicate, store } from '@/lib/store/client'
import { admit, words } from './door'
import { inBackground, type MailSetting } from './mail'
import { movedMail } from './mails'
import { sendVerifyLink } from './verify-email'
import type { Visit } from './visit'

const Current = z.string().max(MAX_PASSWORD, 'This is not your password. Nothing was changed.')

async function ownAccount(visit: Visit): Promise<Outcome<Account>> {
  const account = await accountOf(store(), visit.learner.id)
  return account ? done(account) : failed('forbidden', 'You study here without an account.')
}

/** Where they have said their password, so that an open browser alone is not enough. */
async function confirmed(visit: Visit, password: string): Promise<Outcome<Account>> {
  const account = await ownAccount(visit)
  if (!account.ok) return account
  return (await isPasswordOf(store(), account.value.id, password))
    ? account
    : failed('invalid', 'This is not your password. Nothing was changed.')
}

/** The name is no secret and opens nothing: no password is asked for. */
export async function changeName(visit: Visit, input: unknown): Promise<Outcome<null>> {
  const admitted = admit(z.object({ name: words().pipe(AccountName) }), input)
  if (!admitted.ok) return admitted
  const account = await ownAccount(visit)
  if (!account.ok) return account
  await renameAccount(store(), account.value.id, admitted.value.name)
  return done(null)
}

const NewEmail = z.object({ email: words().pipe(Email), password: Current })

/** The old address is told, and the new one asked whether it is theirs, where this place sends mail. */
export async function changeEmail(
  visit: Visit,
  input: unknown,
  mail: MailSetting | null,
): Promise<Outcome<{ readonly sending: Promise<void> }>> {
  const admitted = admit(NewEmail, input)
  if (!admitted.ok) return admitted
  const { email, password } = admitted.value
  const account = await confirmed(visit, password)
  if (!account.ok) return account
  const { id, name, email: old } = account.value
  if (email === old) return failed('invalid', 'This is your address already.')
  const problem = passwordProblem(password, email)
  if (problem) return failed('invalid', problem)
  const changed = await inTransaction(async (db) => {
    if (!(await setEmail(db, id, email))) return false
    // Links that were sent to the old address open nothing any more.
    await dropSecrets(db, id)
    return true
  }).catch((error: unknown) => {
    if (isDuplicate(error)) return false
    throw error
  })
  if (!changed) return failed('conflict', 'Your account cannot have this address.')
  const send = async () => {
    if (!mail) return
    await mail.post({ to: old, ...movedMail(name, email) })
    await sendVerifyLink({ id, name, email }, mail)
  }
  return done({ sending: inBackground(send) })
}

const NewPassword = z.object({ password: Current, newPassword: Password })

/** Every other browser is signed out; `signInId` is this one's, null where it has none. */
export async function changePassword(
  visit: Visit,
  input: unknown,
  signInId: string | null,
): Promise<Outcome<null>> {
  const admitted = admit(NewPassword, input)
  if (!admitted.ok) return admitted
  const { password, newPassword } = admitted.value
  const account = await confirmed(visit, password)
  if (!account.ok) return account
  const { id, email } = account.value
  const problem = passwordProblem(newPassword, email)
  if (problem) return failed('invalid', problem)
  const hash = await hashOf(newPassword)
  await inTransaction(async (db) => {
    await endSignIns(db, id, signInId ? { but: signInId } : 'all')
    await setPassword(db, id, hash)
    await dropSecrets(db, id)
  })
  return done(null)
}

/** Signs out one browser, or all of them, at once. */
export async function signOutOf(visit: Visit, which: unknown): Promise<Outcome<null>> {
  const admitted = admit(z.union([z.literal('all'), z.object({ id: z.uuid() })]), which)
  if (!admitted.ok) return admitted
  const account = await ownAccount(visit)
  if (!account.ok) return account
  await endSignIns(store(), account.value.id, admitted.value)
  return done(null)
}
