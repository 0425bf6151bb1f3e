'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { isOfflinePage } from '../device/network'
import { outboxOf, ownersWaiting } from './outbox-browser'

/** Sends what a closed tab left behind, from whichever page is opened next, and has that page count it. */
export function SendWaiting() {
  const router = useRouter()
  useEffect(() => {
    void sendSittings().then((sent) => {
      if (sent) router.refresh()
    })
    void sendAll().then((sent) => {
      // A session knows of its own answers; making its plan again would take the question out of one's hand.
      if (sent && !isOfflinePage() && !window.location.pathname.startsWith('/review'))
        router.refresh()
    })
  }, [router])
  return null
}

/** What sittings of mock tests left behind; the pages of sittings see to it themselves. */
async function sendSittings(): Promise<boolean> {
  if (window.location.pathname.includes('/sittings/') || !keepsSittings()) return false
  const { sendLeft } = await import('../tests/send-left')
  return sendLeft()
}

function keepsSittings(): boolean {
  try {
    return Object.keys(window.localStorage).some((key) => key.startsWith('passage.sitting.'))
  } catch {
    return false
  }
}

async function sendAll(): Promise<boolean> {
  const outboxes = (await ownersWaiting()).map(outboxOf)
  await Promise.all(outboxes.map((outbox) => outbox.ready))
  const before = outboxes.map((outbox) => outbox.state().waiting)
  await Promise.all(outboxes.map((outbox) => outbox.send()))
  return outboxes.some((outbox, index) => outbox.state().waiting < (before[index] ?? 0))
}
