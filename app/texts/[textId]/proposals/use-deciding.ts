'use client'

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import {
  begin,
  type Deciding,
  type Decision,
  decide,
  forget,
  move,
  type Sent,
  undo,
} from './deciding'
import { type DecisionQueue, openDecisionQueue, type QueueState } from './decision-queue'
import { browserPorts, noteLeaving } from './post-decisions'

const NOTHING_SENT: QueueState = { waiting: 0, stuck: false, refusal: '', durable: true }

/** Where one stood in each text, so that leaving the page and coming back within it loses nothing. */
const remembered = new Map<string, Deciding>()

function resume(textId: string, ids: readonly string[]): Deciding {
  const was = remembered.get(textId)
  if (!was) return begin(ids)
  return was.ids.join() === ids.join() ? was : begin(ids, was.decided)
}

/** Where one stands in the proposals, with every decision on its way to the server. */
export function useDeciding(textId: string, ids: readonly string[]) {
  const [state, setState] = useState<Deciding>(() => resume(textId, ids))
  const [queue, setQueue] = useState<DecisionQueue | null>(null)
  // The newest state, for two decisions within one frame.
  const newest = useRef(state)
  const put = useCallback(
    (next: Deciding) => {
      newest.current = next
      remembered.set(textId, next)
      setState(next)
    },
    [textId],
  )

  useEffect(() => {
    const opened = openDecisionQueue(
      `passage.decisions.${textId}`,
      browserPorts({
        onRefused: (refused) => put(forget(newest.current, refused)),
        onCaughtUp: (leftOver) => {
          // Taken back just before this page was made by a server that did not know it yet: it is missing here.
          const missing = leftOver.some(([id, sent]) => sent === 'propose' && !ids.includes(id))
          if (missing && newest.current.past.length === 0 && !isWriting()) window.location.reload()
        },
      }),
    )
    const kept = decisionsOf(opened.waiting())
    if (kept.size > 0 && newest.current.past.length === 0) put(begin(ids, kept))
    setQueue(opened)
    void opened.send()
    const again = () => void opened.send()
    window.addEventListener('online', again)
    const unnote = noteLeaving()
    return () => {
      unnote()
      window.removeEventListener('online', again)
      opened.close()
    }
    // The proposals of a text are the same as long as the page is open.
  }, [textId, ids, put])

  const sent = useSyncExternalStore(
    queue?.subscribe ?? subscribeToNothing,
    queue?.state ?? nothingSent,
    nothingSent,
  )

  return {
    state,
    sent,
    decide(which: readonly string[], decision: Decision) {
      put(decide(newest.current, which, decision))
      queue?.put(which.map((id) => [id, decision] as const))
    },
    undo() {
      const back = undo(newest.current)
      put(back.state)
      if (back.send.length > 0) queue?.put(back.send)
      return back.send.length
    },
    move(by: 1 | -1) {
      put(move(newest.current, by))
    },
    sendNow() {
      void queue?.send()
    },
  }
}

const isWriting = () => document.querySelector('main form') !== null
const subscribeToNothing = () => () => {}
const nothingSent = () => NOTHING_SENT

function decisionsOf(waiting: ReadonlyMap<string, Sent>): Map<string, Decision> {
  const decided = new Map<string, Decision>()
  for (const [id, sent] of waiting) if (sent !== 'propose') decided.set(id, sent)
  return decided
}
