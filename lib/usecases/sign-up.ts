/** A guest opens an account, and keeps everything: the account is of the learner they are already. */
import 'server-only'
import { z } from 'zod'
import { AccountName, Email, Password, passwordProblem } from '@/lib/core/account'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { accountOf, hashOf, insertAccount, insertSignIn } from '@/lib/store/account'
import { inTransaction, store } from '@/lib/store/client'
import { lockLearner } from '@/lib/store/learner'
import { admit, words } from './door'
import { inBackground, type MailSetting } from './mail'
import { sendVerifyLink } from './verify-email'
import type { Visit } from './visit'

const SignUp = z.object({
  name: words().pipe(AccountName),
  email: words().pipe(Email),
  password: Password,
})

/** Gives the token of the sign-in. */
export async function signUp(
  visit: Visit,
  input: unknown,
  userAgent: string,
  mail: MailSetting | null = null,
): Promise<Outcome<{ token: string; sending: Promise<void> }>> {
  const admitted = admit(SignUp, input)
  if (!admitted.ok) return admitted
  const { name, email, password } = admitted.value
  const problem = passwordProblem(password, email)
  if (problem) return failed('invalid', problem)
  const learnerId = visit.learner.id
  if (await accountOf(store(), learnerId))
    return failed('conflict', 'You are signed in to an account already. Sign out first.')
  // Also for an address that is taken: the answer takes as long.
  const passwordHash = await hashOf(password)
  const accountId = await inTransaction(async (db) => {
    await lockLearner(db, learnerId)
    return insertAccount(db, { learnerId, name, email, passwordHash })
  })
  if (!accountId)
    return failed(
      'conflict',
      'No account was opened with this address. If you have one already, sign in, or set a new password.',
    )
  const sending = inBackground(async () => {
    if (mail) await sendVerifyLink({ id: accountId, name, email }, mail)
  })
  return done({ token: await insertSignIn(accountId, userAgent), sending })
}
