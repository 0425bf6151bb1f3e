'use client'

import { useEffect } from 'react'

/** Milliseconds for the server to say that it is there. */
const ANSWERS_WITHIN_MS = 4_000

async function isReachable(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS)
    return (await fetch('/api/health', { cache: 'no-store', signal })).ok
  } catch {
    return false
  }
}

/** Opens the page itself as soon as the server can be reached again; for pages on which nothing is lost by that. */
export function useWayBack(): void {
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState === 'visible' && (await isReachable())) window.location.reload()
    }
    const listen = () => void look()
    window.addEventListener('online', listen)
    document.addEventListener('visibilitychange', listen)
    return () => {
      window.removeEventListener('online', listen)
      document.removeEventListener('visibilitychange', listen)
    }
  }, [])
}
