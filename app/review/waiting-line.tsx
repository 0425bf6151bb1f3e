'use client'

import { Notice } from '../components/notice'
import { useOnline } from '../device/network'
import { OutboxLine } from './outbox-line'
import { useOutboxState } from './use-outbox'

/** On a page with nothing to answer: what waits on this device, and that there is no network. */
export function WaitingLine({ learnerId }: { learnerId: string }) {
  const state = useOutboxState(learnerId)
  const online = useOnline()
  return (
    <>
      <OutboxLine state={state} learnerId={learnerId} />
      <Notice className="mb-4 text-note text-quiet">
        {online ? null : 'You are offline. What is shown here may have changed meanwhile.'}
      </Notice>
    </>
  )
}
