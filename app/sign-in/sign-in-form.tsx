'use client'

import { AccountForm } from '../account/account-form'
import { signInAction } from '../account/actions'
import { Field } from '../components/field'

export function SignInForm({ to }: { to: string }) {
  return (
    <AccountForm
      submit="Sign in"
      send={signInAction}
      // A whole new page: nothing that was kept for somebody else is left in it.
      then={({ asks }) =>
        window.location.assign(asks ? `/sign-in/bring-in?to=${encodeURIComponent(to)}` : to)
      }
    >
      <Field label="E-mail address" name="email" type="email" autoComplete="username" />
      <Field label="Password" name="password" type="password" autoComplete="current-password" />
    </AccountForm>
  )
}
