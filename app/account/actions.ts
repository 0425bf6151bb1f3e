'use server'

import { done, type Outcome } from '@/lib/core/outcome'
import { signIn, signOut } from '@/lib/usecases/sign-in'
import { signUp } from '@/lib/usecases/sign-up'
import { acting, answering } from '../items/acting'
import { signInToken } from '../visit'
import { becomeNewGuest, becomeSignedIn, becomeSignedOut, userAgent } from './cookies'

// What arrives is whatever was sent; the use cases check it at their door.

export async function signUpAction(input: unknown): Promise<Outcome<null>> {
  return acting(async (visit) => {
    const made = await signUp(visit, input, await userAgent())
    if (!made.ok) return made
    await becomeSignedIn(made.value.token)
    await becomeNewGuest()
    return done(null)
  }, 'keep the page')
}

export async function signInAction(input: unknown): Promise<Outcome<null>> {
  return answering(async () => {
    const before = await signInToken()
    const signedIn = await signIn(input, await userAgent())
    if (!signedIn.ok) return signedIn
    if (before) await signOut(before)
    await becomeSignedIn(signedIn.value.token)
    return done(null)
  })
}

export async function signOutAction(): Promise<Outcome<null>> {
  return answering(async () => {
    const token = await signInToken()
    if (token) await signOut(token)
    await becomeSignedOut()
    return done(null)
  })
}
