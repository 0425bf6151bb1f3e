'use client'

import { Button } from '../components/button'
import { Notice } from '../components/notice'
import { useAct } from '../items/use-act'
import { signOutAction } from './actions'

/** This browser is nobody's from then on: the next page is a first visit. */
export function SignOut({ label }: { label: string }) {
  const { act, pending, problem } = useAct()
  return (
    <div className="mt-6 flex flex-col items-start gap-3">
      <Button
        disabled={pending}
        onClick={() =>
          act(
            () => signOutAction(),
            () => window.location.replace('/'),
          )
        }
      >
        {label}
      </Button>
      <Notice tone="alert">{problem}</Notice>
    </div>
  )
}
