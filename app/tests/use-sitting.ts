'use client'

import { useEffect, useMemo, useState } from 'react'
import { foldSitting, type Sitting } from '@/lib/core/exam/mock/sitting'
import type { SittingPage } from '@/lib/usecases/read-sitting'
import { type Doing, keyPrefix, type LogState, openLog, type SittingLog } from './sitting-log'
import { browserPorts } from './sitting-ports'

export type OpenPage = Extract<SittingPage, { phase: 'open' }>

export type Sat = {
  /** As it is now, with what has just been done. */
  readonly sitting: Sitting
  readonly log: LogState
  readonly doIt: (doing: Doing) => void
  /** The server's clock, milliseconds since 1970; it moves once a second. */
  readonly now: number
  /** False for the moment in which the page is there and cannot take anything yet. */
  readonly ready: boolean
}

/** A sitting as this page knows it: what the server had, what is done here, and what other tabs do. */
export function useSitting(learnerId: string, page: OpenPage): Sat {
  const [log, setLog] = useState<SittingLog | null>(null)
  const [state, setState] = useState<LogState>(() => ({
    ...{ events: page.events, waiting: 0, stuck: false, durable: true, refused: null, over: false },
  }))
  const [now, setNow] = useState(page.now)

  useEffect(() => {
    const opened = openLog(keyPrefix(learnerId, page.id), page, browserPorts(learnerId, page.id))
    const look = () => {
      setState(opened.state())
      setNow(opened.now())
    }
    const unsubscribe = opened.subscribe(look)
    const hear = ({ key, newValue }: StorageEvent) => {
      if (key !== null) opened.hear(key, newValue)
    }
    const ask = () => {
      if (document.visibilityState === 'visible') void opened.ask()
    }
    const timer = setInterval(() => setNow(opened.now()), 1_000)
    window.addEventListener('storage', hear)
    window.addEventListener('online', ask)
    document.addEventListener('visibilitychange', ask)
    setLog(opened)
    look()
    void opened.send()
    return () => {
      unsubscribe()
      clearInterval(timer)
      window.removeEventListener('storage', hear)
      window.removeEventListener('online', ask)
      document.removeEventListener('visibilitychange', ask)
    }
    // One sitting, one log: what the server knew when the page was made is only where it begins.
  }, [learnerId, page])

  const sitting = useMemo(
    () => foldSitting(page.start, state.events, now),
    [page.start, state.events, now],
  )
  return { sitting, log: state, now, ready: log !== null, doIt: (doing) => log?.do(doing) }
}
