/** Whether an address is really theirs: whoever opens the link that was sent to it says so. */
import 'server-only'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { type Account, setVerified } from '@/lib/store/account'
import { insertVerifyLink, spendVerifyLink } from '@/lib/store/account-link'
import { store } from '@/lib/store/client'
import type { MailSetting } from './mail'
import { verifyMail } from './mails'
import { isToken, newToken } from './secrets'

export async function sendVerifyLink(
  { id, name, email }: Pick<Account, 'id' | 'name' | 'email'>,
  { post, publicUrl }: MailSetting,
): Promise<void> {
  const token = newToken()
  await insertVerifyLink(token, id)
  await post({ to: email, ...verifyMail(name, `${publicUrl}/account/verify/${token}`) })
}

export async function verifyEmail(token: unknown): Promise<Outcome<null>> {
  const accountId = isToken(token) ? await spendVerifyLink(token) : null
  if (!accountId)
    return failed('notFound', 'This link does nothing any more: it was used, or its hour is over.')
  await setVerified(store(), accountId)
  return done(null)
}
