'use client'

import { Button } from '../components/button'
import { count } from '../components/dates'
import { Notice } from '../components/notice'
import type { OutboxState } from './outbox'
import { outboxOf } from './outbox-browser'
import { waitingWords } from './outbox-words'

/** One quiet line about answers that are not with the server yet, and about those that it would not take. */
export function OutboxLine({ state, learnerId }: { state: OutboxState; learnerId: string }) {
  const reasons = [...new Set(state.refused.map((refused) => refused.reason))]
  return (
    <>
      <Notice className="mb-4 text-note text-quiet">{waitingWords(state) || null}</Notice>
      <Notice tone="alert" className="mb-4 text-note">
        {state.refused.length > 0 ? (
          <>
            {count(state.refused.length, 'answer')} could not be stored and{' '}
            {state.refused.length === 1 ? 'does' : 'do'} not count: {reasons.join('; ')}.{' '}
            <Button tone="quiet" onClick={() => outboxOf(learnerId).dismissRefused()}>
              Dismiss
            </Button>
          </>
        ) : null}
      </Notice>
    </>
  )
}
