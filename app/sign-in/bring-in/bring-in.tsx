'use client'

import { useState } from 'react'
import { bringInAction } from '@/app/account/actions'
import { Button } from '@/app/components/button'
import { Notice } from '@/app/components/notice'
import { useAct } from '@/app/items/use-act'

export function BringIn({ to }: { to: string }) {
  const { act, pending, problem } = useAct()
  const [chosen, setChosen] = useState<'bring' | 'leave' | null>(null)

  function choose(bring: boolean) {
    setChosen(bring ? 'bring' : 'leave')
    act(
      // What waits on this device to be sent follows from the next page on, in the old name.
      () => bringInAction(bring),
      () => window.location.replace(to),
    )
  }

  return (
    <div className="mt-8 flex flex-col items-start gap-4">
      <div className="flex flex-wrap gap-3">
        <Button tone="primary" disabled={pending} onClick={() => choose(true)}>
          It was: bring it in
        </Button>
        <Button disabled={pending} onClick={() => choose(false)}>
          Leave it out
        </Button>
      </div>
      <Notice>{pending && chosen === 'bring' ? 'Bringing it in …' : null}</Notice>
      <Notice tone="alert">{problem}</Notice>
    </div>
  )
}
