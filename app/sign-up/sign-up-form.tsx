'use client'

import { MIN_PASSWORD } from '@/lib/core/account'
import { AccountForm } from '../account/account-form'
import { signUpAction } from '../account/actions'
import { Field } from '../components/field'

export function SignUpForm({ to }: { to: string }) {
  return (
    <AccountForm
      submit="Open the account"
      send={signUpAction}
      // A whole new page: nothing that was kept for somebody else is left in it.
      then={() => window.location.assign(to)}
    >
      <Field
        label="Your name"
        hint="What a class calls you, if you take part in one. You can change it."
        name="name"
        autoComplete="name"
      />
      <Field label="E-mail address" name="email" type="email" autoComplete="username" />
      <Field
        label="Password"
        hint={`At least ${MIN_PASSWORD} characters. A few words that belong to nobody else are good.`}
        name="password"
        type="password"
        autoComplete="new-password"
      />
    </AccountForm>
  )
}
