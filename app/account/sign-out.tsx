'use client'

import { useState } from 'react'
import type { Outcome } from '@/lib/core/outcome'
import { Button } from '../components/button'
import { count } from '../components/dates'
import { Dialog, DialogClose } from '../components/dialog'
import { Notice } from '../components/notice'
import { useAct } from '../items/use-act'
import { signOutAction, signOutEverywhereAction } from './actions'
import { forgetHere, sendBeforeLeaving } from './leave-device'

/** This browser is nobody's from then on: the next page is a first visit. */
export function SignOut({
  label,
  learnerId,
  everywhere = false,
}: {
  label: string
  /** Whose answers may wait on this device; null where that is not known any more. */
  learnerId: string | null
  everywhere?: boolean
}) {
  const { act, pending, problem } = useAct()
  const [left, setLeft] = useState(0)
  const [sending, setSending] = useState(false)

  async function leave() {
    setSending(true)
    const unsent = learnerId ? await sendBeforeLeaving(learnerId) : 0
    setSending(false)
    if (unsent > 0) setLeft(unsent)
    else signOut()
  }

  const signOut = () =>
    act(
      async (): Promise<Outcome<null>> => {
        const out = await (everywhere ? signOutEverywhereAction() : signOutAction())
        if (out.ok && learnerId) await forgetHere(learnerId)
        return out
      },
      () => window.location.replace('/'),
    )

  return (
    <>
      <Button disabled={pending || sending} onClick={() => void leave()}>
        {label}
      </Button>
      <Notice tone="alert">{problem}</Notice>
      <Dialog
        open={left > 0}
        onOpenChange={(open) => {
          if (!open) setLeft(0)
        }}
        title={`${count(left, 'answer')} could not be sent`}
        description="Signed out, they stay on this device, where whoever knows how can read them, and are sent when you sign in here again. Stay signed in, and they are sent as soon as the server takes them."
        actions={
          <>
            <Button tone="quiet" disabled={pending} onClick={signOut}>
              Sign out all the same
            </Button>
            <DialogClose render={<Button tone="primary">Stay signed in</Button>} />
          </>
        }
      />
    </>
  )
}
