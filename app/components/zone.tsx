'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { ZONE_COOKIE } from '../cookies'

/** A year. */
const KEPT_SECONDS = 31_536_000

/** Keeps the `zone` cookie equal to the zone this device is in, and has the page set again once when it changed. */
export function Zone() {
  const router = useRouter()
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const written = `${ZONE_COOKIE}=${encodeURIComponent(zone)}`
    const held = () => document.cookie.split('; ').includes(written)
    if (!zone || held()) return
    const secure = location.protocol === 'https:' ? '; Secure' : ''
    // The Cookie Store API is missing in browsers that people still study with.
    writeCookie(`${written}; Path=/; Max-Age=${KEPT_SECONDS}; SameSite=Lax${secure}`)
    if (held()) router.refresh()
  }, [router])
  return null
}

function writeCookie(value: string): void {
  Reflect.set(document, 'cookie', value)
}
