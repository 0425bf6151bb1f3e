'use client'

import { useState } from 'react'
import { verifyEmailAction } from '@/app/account/actions'
import { Button } from '@/app/components/button'
import { Notice } from '@/app/components/notice'
import { useAct } from '@/app/items/use-act'

export function VerifyButton({ token }: { token: string }) {
  const { act, pending, problem } = useAct()
  const [said, setSaid] = useState('')
  return (
    <div className="flex flex-col items-start gap-4">
      {said ? null : (
        <Button
          tone="primary"
          disabled={pending}
          onClick={() =>
            act(
              () => verifyEmailAction(token),
              () => setSaid('The address is yours. That is noted in your account.'),
            )
          }
        >
          It is mine
        </Button>
      )}
      <Notice>{said}</Notice>
      <Notice tone="alert">{problem}</Notice>
    </div>
  )
}
