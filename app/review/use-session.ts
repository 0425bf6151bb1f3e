'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { v7 } from 'uuid'
import type { ReviewId } from '@/lib/core/ids'
import type { SessionPlan } from '@/lib/core/session/question'
import { replan } from '@/lib/core/session/replan'
import { startSession, step } from '@/lib/core/session/session'
import type { Session, Wanted } from '@/lib/core/session/state'
import { planAfter, statesAfter } from '@/lib/core/session/unsent'
import { currentQuestion, idsNeeded } from '@/lib/core/session/view'
import { studyDayOf } from '@/lib/core/time/study-day'
import { CHECKERS } from './checkers'
import { outboxOf } from './outbox-browser'
import { useOutbox } from './use-outbox'

/** With words for what was done, where it is not plain to see. */
export type Act = (wanted: Wanted, said?: string) => void

type Held = {
  readonly planId: string
  readonly session: Session
  /** The address it was begun at: what it asks about. */
  readonly place: string
  /** The server's clock less this device's, in milliseconds. */
  readonly ahead: number
}

/** The session of this tab. It outlives the page, so that who comes back from a passage goes on where they were. */
let held: Held | null = null
/** When somebody last went back or forward, by this device's clock. */
let wentBackAt = Number.NEGATIVE_INFINITY
/** Milliseconds that a page may take to appear after going back to it. */
const BACK_MS = 10_000

if (typeof window !== 'undefined') {
  window.addEventListener('popstate', () => {
    wentBackAt = Date.now()
  })
}

/** What the generator gives is an id as `ReviewId` wants it; checking that would take a schema library along. */
const newReviewId = (): ReviewId => v7() as ReviewId

/** The session to go on with: that of the same plan, or of the same address for who went back to it. */
function resumable(planId: string): Held | null {
  if (held === null || typeof window === 'undefined') return null
  const back = Date.now() - wentBackAt < BACK_MS && held.place === placeNow()
  return held.planId === planId || back ? held : null
}

const placeNow = () => `${window.location.pathname}${window.location.search}`

/** Runs a plan: what is asked, what was done, and what of it is still on its way to the server. */
export function useSession(plan: SessionPlan, planId: string, learnerId: string) {
  const router = useRouter()
  const [session, setSession] = useState(() => resumable(planId)?.session ?? startSession(plan))
  const begun = useRef(false)
  const wantsFresh = useRef(false)
  /** What was pressed on the question that showed before the session had begun. */
  const early = useRef<Wanted | null>(null)

  const keep = useCallback((next: Held) => {
    held = next
    setSession(next.session)
  }, [])

  const perform = useCallback(
    (wanted: Wanted): Session | null => {
      if (!held) return null
      const before = held.session
      const ids = Array.from({ length: idsNeeded(before) }, newReviewId)
      const action = { ...wanted, now: Date.now() + held.ahead, ids }
      const next = step(before, action, CHECKERS)
      if (next === before) return next
      keep({ ...held, session: next })
      for (const event of next.events.slice(before.events.length)) outboxOf(learnerId).put(event)
      return next
    },
    [keep, learnerId],
  )

  /** The session after it; null while it has not begun, which does it then. */
  const act = useCallback(
    (wanted: Wanted): Session | null => {
      if (begun.current) return perform(wanted)
      early.current ??= wanted
      return null
    },
    [perform],
  )

  const begin = useEffectEvent((id: string) => {
    resume(id)
    const wanted = early.current
    early.current = null
    const shown = currentQuestion(session)
    const asked = held && currentQuestion(held.session)
    // Another question than the one that was answered: that answer means nothing.
    if (wanted && shown && shown.itemId === asked?.itemId) perform(wanted)
  })

  function resume(id: string): void {
    const goOn = wantsFresh.current ? null : resumable(id)
    if (goOn) {
      begun.current = true
      keep({ ...goOn, planId: id })
      return
    }
    const after = planAfter(plan, outboxOf(learnerId).waiting())
    // A page that is set again in the background does not take the cards out of one's hand.
    const onTable = begun.current && held ? held.session : session
    const next = wantsFresh.current ? startSession(after) : replan(onTable, after)
    const ahead = begun.current && held ? held.ahead : plan.now - Date.now()
    begun.current = true
    wantsFresh.current = false
    keep({ planId: id, session: next, place: placeNow(), ahead })
  }

  useEffect(() => {
    let current = true
    // What earlier pages left behind lies in a database that answers in a moment.
    void outboxOf(learnerId).ready.then(() => {
      if (current) begin(planId)
    })
    return () => {
      current = false
    }
  }, [learnerId, planId])

  const outbox = useOutbox(learnerId, {
    onCards: (cards) => void perform({ type: 'merge', cards }),
    onElsewhere: (event) => {
      if (!held) return
      perform({ type: 'merge', cards: statesAfter(held.session.cards, [event], held.session.plan) })
    },
  })

  const renew = useCallback(() => {
    wantsFresh.current = true
    router.refresh()
  }, [router])

  useNewDay(session, renew)
  return { session, act, renew, outbox }
}

/** Who comes back to the tab on another study day gets that day's plan, unless an answer is open. */
function useNewDay(session: Session, renew: () => void): void {
  const onVisible = useEffectEvent(() => {
    if (document.visibilityState !== 'visible' || !held || session.stage.phase === 'answer') return
    const { studyDay, timeZone, rolloverHour } = session.plan
    if (studyDayOf(Date.now() + held.ahead, timeZone, rolloverHour) !== studyDay) renew()
  })
  useEffect(() => {
    const listen = () => onVisible()
    document.addEventListener('visibilitychange', listen)
    return () => document.removeEventListener('visibilitychange', listen)
  }, [])
}
