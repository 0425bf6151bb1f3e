'use server'

import { z } from 'zod'
import { done, type Outcome } from '@/lib/core/outcome'
import { signIn, signOut } from '@/lib/usecases/sign-in'
import { signUp } from '@/lib/usecases/sign-up'
import { acting, answering } from '../items/acting'
import { tooMany } from '../limits'
import { signInToken } from '../visit'
import { becomeNewGuest, becomeSignedIn, becomeSignedOut, userAgent } from './cookies'

// What arrives is whatever was sent; the use cases check it at their door.

/** The address that something is tried with, by which tries are counted. */
const emailOf = (input: unknown): string =>
  z.object({ email: z.string().max(1000) }).safeParse(input).data?.email ?? ''

export async function signUpAction(input: unknown): Promise<Outcome<null>> {
  return acting(async (visit) => {
    const often = await tooMany('sign up', { target: emailOf(input) })
    if (often) return { ok: false, problem: often }
    const made = await signUp(visit, input, await userAgent())
    if (!made.ok) return made
    await becomeSignedIn(made.value.token)
    await becomeNewGuest()
    return done(null)
  }, 'keep the page')
}

export async function signInAction(input: unknown): Promise<Outcome<null>> {
  return answering(async () => {
    const often = await tooMany('sign in', { target: emailOf(input) })
    if (often) return { ok: false, problem: often }
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
