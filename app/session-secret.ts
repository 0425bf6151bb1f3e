/** The secret that learners' cookies are signed with. `npm start` makes one and hands it to the server. */
import { environment } from '@/lib/environment'

export function sessionSecret(): string {
  const secret = environment().sessionSecret
  if (secret === null) {
    throw new Error(
      'SESSION_SECRET is not set. Start with `npm start`, which keeps one, or set at least 32 random characters.',
    )
  }
  return secret
}
