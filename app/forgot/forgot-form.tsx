'use client'

import { useState } from 'react'
import { AccountForm } from '../account/account-form'
import { forgotAction } from '../account/actions'
import { Field } from '../components/field'
import { Notice } from '../components/notice'

export function ForgotForm() {
  const [said, setSaid] = useState('')
  return (
    <>
      <AccountForm
        submit="Send me a link"
        send={forgotAction}
        then={() =>
          setSaid(
            'If there is an account with this address, a link is on its way to it. Look among unwanted mail too.',
          )
        }
      >
        <Field label="E-mail address" name="email" type="email" autoComplete="username" />
      </AccountForm>
      <Notice className="mt-4">{said}</Notice>
    </>
  )
}
