/** Who signs in, and out: browsers that show a token, and whose they are. */
import 'server-only'
import { z } from 'zod'
import { Email, MAX_PASSWORD } from '@/lib/core/account'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import {
  dropExpired,
  endSignIn,
  findSignedIn,
  type SignedIn,
  signInWith,
} from '@/lib/store/account'
import { store } from '@/lib/store/client'
import { outsideTransaction } from '@/lib/store/sql'
import { admit, words } from './door'

export type { SignedIn }

const SignIn = z.object({
  email: words().pipe(Email),
  password: z.string().max(MAX_PASSWORD, `A password has at most ${MAX_PASSWORD} characters.`),
})

const WRONG = 'This e-mail address and this password do not belong together. Nothing was changed.'

/** Gives the token of the sign-in. */
export async function signIn(
  input: unknown,
  userAgent: string,
): Promise<Outcome<{ token: string }>> {
  const admitted = admit(SignIn, input)
  if (!admitted.ok) return admitted
  const { email, password } = admitted.value
  const signedIn = await signInWith(email, password, userAgent)
  if (!signedIn) return failed('invalid', WRONG)
  await dropExpired(store())
  return done({ token: signedIn.token })
}

/** Null where the sign-in has ended, or never was. */
export const signedInBy = (token: string): Promise<SignedIn | null> =>
  findSignedIn(outsideTransaction(), token)

export const signOut = (token: string): Promise<void> => endSignIn(store(), token)
