'use server'

import { z } from 'zod'
import { done, type Outcome } from '@/lib/core/outcome'
import { changeEmail, changeName, changePassword, signOutOf } from '@/lib/usecases/change-account'
import { guestHistory } from '@/lib/usecases/guest-history'
import { mailSetting } from '@/lib/usecases/mail'
import { mergeLearners } from '@/lib/usecases/merge-learners'
import { askForReset, resetPassword } from '@/lib/usecases/reset-password'
import { signIn, signOut } from '@/lib/usecases/sign-in'
import { signUp } from '@/lib/usecases/sign-up'
import { verifyEmail } from '@/lib/usecases/verify-email'
import { acting, answering } from '../items/acting'
import { type Aimed, type Limited, tooMany } from '../limits'
import { guestHere, signInHere, signInToken } from '../visit'
import { becomeNewGuest, becomeSignedIn, becomeSignedOut, userAgent } from './cookies'

// What arrives is whatever was sent; the use cases check it at their door.

/** The address that something is tried with, by which tries are counted. */
const emailOf = (input: unknown): string =>
  z.object({ email: z.string().max(1000) }).safeParse(input).data?.email ?? ''

/** The work, unless it was tried too often. */
async function unlessTooMany<T>(
  what: Limited,
  aimed: Aimed,
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const often = await tooMany(what, aimed)
  return often ? { ok: false, problem: often } : work()
}

export async function signUpAction(input: unknown): Promise<Outcome<null>> {
  return acting(
    (visit) =>
      unlessTooMany('sign up', { target: emailOf(input) }, async () => {
        const made = await signUp(visit, input, await userAgent(), mailSetting())
        if (!made.ok) return made
        await becomeSignedIn(made.value.token)
        await becomeNewGuest()
        return done(null)
      }),
    'keep the page',
  )
}

/** With what was done in this browser before, where there is anything: whoever signs in is asked about it. */
export async function signInAction(input: unknown): Promise<Outcome<{ asks: boolean }>> {
  return answering(() =>
    unlessTooMany('sign in', { target: emailOf(input) }, async () => {
      const before = await signInToken()
      const signedIn = await signIn(input, await userAgent())
      if (!signedIn.ok) return signedIn
      if (before) await signOut(before)
      await becomeSignedIn(signedIn.value.token)
      const asks = (await guestHistory(await guestHere())) !== null
      if (!asks) await becomeNewGuest()
      return done({ asks })
    }),
  )
}

/** What was done in this browser without the account: brought into it, or left out for good. */
export async function bringInAction(bring: unknown): Promise<Outcome<null>> {
  return acting(async (visit) => {
    const guest = await guestHere()
    if (bring === true && guest && (await signInHere())) {
      const merged = await mergeLearners(visit, guest)
      if (!merged.ok) return merged
    }
    await becomeNewGuest()
    return done(null)
  }, 'keep the page')
}

export async function signOutAction(): Promise<Outcome<null>> {
  return answering(async () => {
    const token = await signInToken()
    if (token) await signOut(token)
    await becomeSignedOut()
    return done(null)
  })
}

export async function signOutEverywhereAction(): Promise<Outcome<null>> {
  return acting(async (visit) => {
    const ended = await signOutOf(visit, 'all')
    if (ended.ok) await becomeSignedOut()
    return ended
  }, 'keep the page')
}

export async function endSignInAction(id: unknown): Promise<Outcome<null>> {
  return acting((visit) => signOutOf(visit, { id }))
}

export async function changeNameAction(input: unknown): Promise<Outcome<null>> {
  return acting((visit) => changeName(visit, input))
}

export async function changeEmailAction(input: unknown): Promise<Outcome<null>> {
  return acting((visit) =>
    unlessTooMany('confirm password', { learnerId: visit.learner.id }, async () => {
      const changed = await changeEmail(visit, input, mailSetting())
      return changed.ok ? done(null) : changed
    }),
  )
}

export async function changePasswordAction(input: unknown): Promise<Outcome<null>> {
  return acting((visit) =>
    unlessTooMany('confirm password', { learnerId: visit.learner.id }, async () => {
      const signedIn = await signInHere()
      const here = signedIn && signedIn !== 'ended' ? signedIn.signInId : null
      return changePassword(visit, input, here)
    }),
  )
}

/** The answer says nothing of whether somebody has this address. */
export async function forgotAction(input: unknown): Promise<Outcome<null>> {
  return answering(() =>
    unlessTooMany('forgot password', { target: emailOf(input) }, async () => {
      const mail = mailSetting()
      if (!mail) return done(null)
      const asked = askForReset(input, mail)
      return asked.ok ? done(null) : asked
    }),
  )
}

export async function resetPasswordAction(token: unknown, input: unknown): Promise<Outcome<null>> {
  return answering(() => unlessTooMany('link', {}, () => resetPassword(token, input)))
}

export async function verifyEmailAction(token: unknown): Promise<Outcome<null>> {
  return answering(() => unlessTooMany('link', {}, () => verifyEmail(token)))
}
