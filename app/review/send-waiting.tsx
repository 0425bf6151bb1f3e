'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { isOfflinePage } from '../device/network'
import { outboxOf, ownersWaiting } from './outbox-browser'

/** Sends what a closed tab left behind, from whichever page is opened next, and has that page count it. */
export function SendWaiting() {
  const router = useRouter()
  useEffect(() => {
    void sendAll().then((sent) => {
      // A session knows of its own answers; making its plan again would take the question out of one's hand.
      if (sent && !isOfflinePage() && !window.location.pathname.startsWith('/review'))
        router.refresh()
    })
  }, [router])
  return null
}

async function sendAll(): Promise<boolean> {
  const outboxes = (await ownersWaiting()).map(outboxOf)
  await Promise.all(outboxes.map((outbox) => outbox.ready))
  const before = outboxes.map((outbox) => outbox.state().waiting)
  await Promise.all(outboxes.map((outbox) => outbox.send()))
  return outboxes.some((outbox, index) => outbox.state().waiting < (before[index] ?? 0))
}
