'use client'

import { useState } from 'react'
import { MIN_PASSWORD } from '@/lib/core/account'
import { Field } from '../components/field'
import { Notice } from '../components/notice'
import { AccountForm } from './account-form'
import { changeEmailAction, changeNameAction, changePasswordAction } from './actions'

/** What has been done, and the fields empty again. */
function useSaid() {
  const [said, setSaid] = useState('')
  const then = (words: string) => (_: unknown, form: HTMLFormElement) => {
    form.reset()
    setSaid(words)
  }
  return { said: <Notice className="mt-4">{said}</Notice>, then }
}

export function NameForm({ name }: { name: string }) {
  const { said, then } = useSaid()
  return (
    <>
      <AccountForm
        key={name}
        submit="Change the name"
        tone="plain"
        send={changeNameAction}
        then={then('Your name is changed.')}
      >
        <Field label="Name" name="name" autoComplete="name" defaultValue={name} />
      </AccountForm>
      {said}
    </>
  )
}

export function EmailForm() {
  const { said, then } = useSaid()
  return (
    <>
      <AccountForm
        submit="Change the address"
        tone="plain"
        send={changeEmailAction}
        then={then('Your address is changed. You sign in with it from now on.')}
      >
        <Field label="New e-mail address" name="email" type="email" autoComplete="email" />
        <Field
          label="Your password"
          name="password"
          type="password"
          autoComplete="current-password"
        />
      </AccountForm>
      {said}
    </>
  )
}

export function PasswordForm({ email }: { email: string }) {
  const { said, then } = useSaid()
  return (
    <>
      <AccountForm
        submit="Change the password"
        tone="plain"
        send={changePasswordAction}
        then={then('Your password is changed. Every other browser was signed out.')}
      >
        {/* For whatever keeps passwords, so that it knows whose this is. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <Field
          label="The password until now"
          name="password"
          type="password"
          autoComplete="current-password"
        />
        <Field
          label="The new password"
          hint={`At least ${MIN_PASSWORD} characters. Every other browser will be signed out.`}
          name="newPassword"
          type="password"
          autoComplete="new-password"
        />
      </AccountForm>
      {said}
    </>
  )
}
