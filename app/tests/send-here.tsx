'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { sendLeft } from './send-left'

/** On a page that shows what came of a sitting: answers that were given in time and wait here still count. */
export function SendHere() {
  const router = useRouter()
  useEffect(() => {
    void sendLeft().then((sent) => {
      if (sent) router.refresh()
    })
  }, [router])
  return null
}
