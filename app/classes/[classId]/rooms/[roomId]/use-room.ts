'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { RoomView } from '@/lib/usecases/watch-room'

/** Milliseconds. A server that has not answered by then is asked again. */
const TIMEOUT_MS = 8_000

type Answer = { readonly status: number; readonly tag: string | null; readonly body: unknown }

/**
 * The room as the server has it, asked for again and again while the page can be seen. `deed` does something as its leader.
 * @param every milliseconds between two questions how it stands
 */
export function useRoom<V extends RoomView>(roomId: string, first: V, every: number) {
  const router = useRouter()
  const [view, setView] = useState(first)
  const [lost, setLost] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const tag = useRef<string | null>(null)
  /** Requests in the order of their beginning, and the newest of them that was heard. */
  const asked = useRef(0)
  const heard = useRef(0)

  const ask = useCallback(
    async (init: RequestInit): Promise<Answer | null> => {
      const turn = ++asked.current
      const answer = await request(roomId, init)
      // What was asked before something was done here, and comes after it, shows how it stood before.
      if (turn < heard.current) return null
      heard.current = turn
      setLost(answer === null)
      if (answer?.status === 200) {
        tag.current = answer.tag
        // What the handler answers is a view of the role that this page was made for.
        setView(answer.body as V)
      }
      if (answer && [401, 403, 404].includes(answer.status)) router.refresh()
      return answer
    },
    [roomId, router],
  )

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let left = false
    async function look() {
      clearTimeout(timer)
      if (document.visibilityState === 'visible')
        await ask({ headers: tag.current ? { 'if-none-match': tag.current } : {} })
      if (!left) timer = setTimeout(look, every)
    }
    const soon = () => {
      if (document.visibilityState === 'visible') void look()
    }
    timer = setTimeout(look, every)
    document.addEventListener('visibilitychange', soon)
    window.addEventListener('online', soon)
    return () => {
      left = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', soon)
      window.removeEventListener('online', soon)
    }
  }, [ask, every])

  // What was asked in it is read from the server.
  const isOver = view.state.phase === 'over'
  useEffect(() => {
    if (isOver) router.refresh()
  }, [isOver, router])

  const deed = useCallback(
    async (what: object): Promise<void> => {
      const body = JSON.stringify({ deed: what })
      const headers = { 'content-type': 'application/json' }
      const answer = await ask({ method: 'POST', headers, body })
      if (answer && answer.status !== 200) setProblem(problemOf(answer.body))
      else setProblem(null)
    },
    [ask],
  )
  return { view, lost, problem, deed }
}

/** Null where nobody answered. */
async function request(roomId: string, init: RequestInit): Promise<Answer | null> {
  try {
    const response = await fetch(`/api/rooms/${roomId}`, {
      ...init,
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const body: unknown = response.status === 304 ? null : await response.json()
    return { status: response.status, tag: response.headers.get('etag'), body }
  } catch {
    return null
  }
}

function problemOf(body: unknown): string {
  const problem =
    typeof body === 'object' && body !== null && 'problem' in body ? body.problem : null
  return typeof problem === 'object' &&
    problem !== null &&
    'message' in problem &&
    typeof problem.message === 'string'
    ? problem.message
    : 'The server could not do this. Try again in a moment.'
}
