'use client'

import { useState } from 'react'
import { v7 } from 'uuid'
import { planFrom } from '@/lib/core/session/provisions'
import { Review } from '../review/review'
import { readBudget } from '../today/budgets'
import type { Kept } from './kept'

/** The session from what this device has brought along; the same as with a network in all but where it came from. */
export function OfflineReview({ kept, search }: { kept: Kept; search: string }) {
  const { owner, provisions, events, moment } = kept
  const [{ plan, planId, scope }] = useState(() => {
    const query = new URLSearchParams(search)
    const deck = query.get('deck')
    const text = query.get('text')
    const scope = { ...(deck && { deck }), ...(text && { text }) }
    const more = Math.max(0, Number.parseInt(query.get('more') ?? '', 10) || 0)
    const budget = readBudget(query.get('size') ?? undefined)
    const wish = { ...scope, more, ...(budget && { budget }), beyondShare: query.has('beyond') }
    return { plan: planFrom(provisions, events, moment, wish), planId: v7(), scope }
  })
  return (
    <Review
      plan={plan}
      planId={planId}
      learnerId={owner}
      settings={provisions.settings}
      scope={scope}
    />
  )
}
