'use client'

import { useEffect } from 'react'
import { Button } from '@/app/components/button'
import { count } from '@/app/components/dates'
import { Notice } from '@/app/components/notice'
import type { QueueState } from './decision-queue'

/** Says when decisions have not arrived, and when one was not accepted. Silent while all is well. */
export function Sending({ sent, onSend }: { sent: QueueState; onSend: () => void }) {
  const atRisk = sent.waiting > 0 && !sent.durable
  useEffect(() => {
    if (!atRisk) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [atRisk])
  const decisions = count(sent.waiting, 'decision')
  return (
    <>
      <Notice className="mb-5">
        {sent.stuck && sent.waiting > 0 ? (
          <p>
            {decisions} not sent yet.{' '}
            {sent.durable
              ? 'Stored on this device, and sent again until the server has them.'
              : 'This browser cannot store them: keep this page open until they are sent.'}{' '}
            <Button tone="inline" onClick={onSend}>
              Send now
            </Button>
          </p>
        ) : null}
      </Notice>
      <Notice tone="alert" className="mb-5">
        {sent.refusal}
      </Notice>
    </>
  )
}
