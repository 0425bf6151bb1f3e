'use client'

import { useCallback, useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { ReviewEventInput } from '@/lib/core/review/event'
import type { OutboxState } from './outbox'
import { outboxOf } from './outbox-browser'
import { type HeardCard, readCards } from './server-card'

const EMPTY: OutboxState = {
  waiting: 0,
  answers: 0,
  refused: [],
  durable: true,
  stuck: false,
  unreachable: false,
}

/** What waits to be sent, and what is heard back: from the server, and from another tab of this learner. */
export function useOutbox(
  learnerId: string,
  heard: {
    onCards: (cards: readonly HeardCard[]) => void
    onElsewhere: (event: ReviewEventInput) => void
  },
): OutboxState {
  const onCards = useEffectEvent(heard.onCards)
  const onElsewhere = useEffectEvent(heard.onElsewhere)
  useEffect(() => {
    const outbox = outboxOf(learnerId)
    const stopCards = outbox.onCards((cards) => onCards(readCards(cards)))
    const stopElsewhere = outbox.onElsewhere((event) => onElsewhere(event))
    // What a closed tab left behind.
    void outbox.send()
    return () => {
      stopCards()
      stopElsewhere()
    }
  }, [learnerId])
  return useOutboxState(learnerId)
}

/** What waits to be sent. */
export function useOutboxState(learnerId: string): OutboxState {
  const subscribe = useCallback(
    (listener: () => void) => outboxOf(learnerId).subscribe(listener),
    [learnerId],
  )
  return useSyncExternalStore(
    subscribe,
    () => outboxOf(learnerId).state(),
    () => EMPTY,
  )
}
