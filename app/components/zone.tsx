'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { ZONE_COOKIE } from '../cookies'
import { isOfflinePage } from '../device/network'

/** A year. */
const KEPT_SECONDS = 31_536_000

/**
 * Keeps the `zone` cookie equal to the zone this device is in. Where the server set the page by another zone (or knew
 * none, on a first visit), the page is set again, once.
 */
export function Zone({ known }: { known: string | null }) {
  const router = useRouter()
  const asked = useRef('')
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    // Asking once is enough: a browser without cookies never tells the server.
    // The page for offline is the same for everybody, in every zone, and cannot be set again.
    if (isOfflinePage()) return
    if (!zone || zone === known || asked.current === zone) return
    asked.current = zone
    writeCookie(zone)
    router.refresh()
  }, [known, router])
  return null
}

function writeCookie(zone: string): void {
  const secure = window.location.protocol === 'https:' ? '; Secure' : ''
  const value = `${ZONE_COOKIE}=${encodeURIComponent(zone)}; Path=/; Max-Age=${KEPT_SECONDS}; SameSite=Lax${secure}`
  // The Cookie Store API is missing in browsers that people still study with.
  Reflect.set(document, 'cookie', value)
}
