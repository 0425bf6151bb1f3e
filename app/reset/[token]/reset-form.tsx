'use client'

import { useState } from 'react'
import { AccountForm } from '@/app/account/account-form'
import { resetPasswordAction } from '@/app/account/actions'
import { LinkButton } from '@/app/components/button'
import { Field } from '@/app/components/field'
import { Notice } from '@/app/components/notice'
import { MIN_PASSWORD } from '@/lib/core/account'

export function ResetForm({ token }: { token: string }) {
  const [done, setDone] = useState(false)
  return (
    <>
      <Notice>{done ? 'Your password is set. Sign in with it.' : null}</Notice>
      {done ? (
        <div className="mt-6">
          <LinkButton href="/sign-in" tone="primary">
            Sign in
          </LinkButton>
        </div>
      ) : (
        <AccountForm
          submit="Set the password"
          send={(fields) => resetPasswordAction(token, fields)}
          then={() => setDone(true)}
        >
          <Field
            label="The new password"
            hint={`At least ${MIN_PASSWORD} characters.`}
            name="password"
            type="password"
            autoComplete="new-password"
          />
        </AccountForm>
      )}
    </>
  )
}
