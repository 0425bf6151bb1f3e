'use client'

/** Whether there is a network, as far as the browser knows, and whether this page was opened without one. */
import { useSyncExternalStore } from 'react'

/** Whether this page is the one for offline (see mark.ts). */
export function isOfflinePage(): boolean {
  return document.querySelector('[data-offline-page]') !== null
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** False when the device knows that it has no network; true says only that it has one, not that we can be reached. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
}

/** Whether the texts can be opened from here: not without a network, and a session would be lost in trying. */
export function useCanLeave(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine && !isOfflinePage(),
    () => true,
  )
}
