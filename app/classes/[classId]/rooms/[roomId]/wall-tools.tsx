'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from '@/app/components/button'
import { KeyHint } from '@/app/keys/key-hint'

type Light = 'dark' | 'light'

/** What can be done with the screen itself, and the end of the room. */
export function WallTools({
  hidden,
  onHide,
  onEnd,
}: {
  hidden: boolean
  onHide: () => void
  onEnd: () => void
}) {
  const [light, setLight] = useState<Light | null>(null)
  const isDark = useIsDark()
  const isNight = light === null ? isDark : light === 'dark'
  useEffect(() => {
    if (light === null) return
    document.documentElement.dataset.light = light
    return () => {
      delete document.documentElement.dataset.light
    }
  }, [light])
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      <Button tone="quiet" aria-pressed={hidden} aria-keyshortcuts="h" onClick={onHide}>
        {hidden ? 'Show it again' : 'Hide'} <KeyHint>H</KeyHint>
      </Button>
      <Button tone="quiet" onClick={() => setLight(isNight ? 'light' : 'dark')}>
        {isNight ? 'For a bright room' : 'For a dark room'}
      </Button>
      <Button tone="quiet" className="max-sm:hidden" onClick={() => void toggleFullScreen()}>
        Full screen
      </Button>
      <Button tone="quiet" onClick={onEnd}>
        End the room
      </Button>
    </div>
  )
}

const DARK = '(prefers-color-scheme: dark)'

function useIsDark(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(DARK)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => window.matchMedia(DARK).matches,
    () => false,
  )
}

/** Where the browser lets pages do it. */
async function toggleFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen()
    else await document.documentElement.requestFullscreen()
  } catch {
    // It has a key of its own for that.
  }
}
