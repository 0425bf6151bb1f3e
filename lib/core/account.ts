/** An account: with an e-mail address and a password a learner is known again in every browser. */
import { z } from 'zod'

/** Characters. */
export const MIN_PASSWORD = 10
export const MAX_PASSWORD = 128

export const AccountName = z
  .string()
  .trim()
  .min(1, 'An account needs a name.')
  .max(100, 'A name has at most 100 characters.')

/** In lower case: two spellings of one address are one account. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'An e-mail address has at most 254 characters.')
  .pipe(z.email('This is not an e-mail address, such as name@example.org.'))

/** As it was typed, blanks too. */
export const Password = z
  .string()
  .min(MIN_PASSWORD, `A password has at least ${MIN_PASSWORD} characters.`)
  .max(MAX_PASSWORD, `A password has at most ${MAX_PASSWORD} characters.`)

/** What is wrong with a password for whoever has this address; null where nothing is. */
export function passwordProblem(password: string, email: string): string | null {
  const plain = password.trim().toLowerCase()
  if (plain === email) return 'The password cannot be the e-mail address itself.'
  return null
}
