'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { WORKER } from '../worker/places'
import { isOfflinePage } from './network'
import { leaveTo, renewProvisions } from './provisions'

/** Milliseconds after which a page is done with what it needs itself. */
const SETTLED_MS = 1_500

/**
 * Equips this device for the time without a network: the service worker, and provisions, renewed after each page.
 * Only where there is a service worker: provisions without one could not be opened.
 */
export function Equip({
  learnerId,
  ended,
  hasWorker,
}: {
  learnerId: string | null
  /** Whoever was signed in here is not any more. */
  ended: boolean
  /** Whether this build has a service worker: while developing there is none. */
  hasWorker: boolean
}) {
  const path = usePathname()
  useEffect(() => {
    if ((learnerId || ended) && !isOfflinePage()) void leaveTo(learnerId).catch(() => undefined)
  }, [learnerId, ended])
  useEffect(() => {
    if (!learnerId || isOfflinePage()) return
    // Between two cards nothing is fetched: a session renews what it was provided with when it ends.
    const isSession = path.startsWith('/review')
    const timer = setTimeout(() => {
      if (!hasWorker) void retire()
      else if (isSession) void register()
      else void equip(learnerId)
    }, SETTLED_MS)
    // Who puts the device away may be about to enter the tunnel.
    const leaving = () => {
      if (hasWorker && !isSession && document.visibilityState === 'hidden') void equip(learnerId)
    }
    document.addEventListener('visibilitychange', leaving)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', leaving)
    }
  }, [learnerId, hasWorker, path])
  return null
}

/** At the end of a session too: what was answered in it is in the provisions from then on. */
export async function equip(learnerId: string): Promise<void> {
  if (await register()) await renewProvisions(learnerId)
}

let registered: Promise<boolean> | null = null

/** Browsers allow it on https and on localhost; elsewhere everything goes on without. */
function register(): Promise<boolean> {
  registered ??= navigator.serviceWorker
    ? navigator.serviceWorker
        .register(WORKER, { scope: '/', updateViaCache: 'none' })
        .then(() => true)
        .catch(() => false)
    : Promise.resolve(false)
  return registered
}

/** One that a built app at the same address has left would hand out its old files while developing. */
async function retire(): Promise<void> {
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? []
  await Promise.all(registrations.map((registration) => registration.unregister()))
}
