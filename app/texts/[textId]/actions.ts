'use server'

import { acting } from '@/app/items/acting'
import { tooMany } from '@/app/limits'
import { askStretch } from '@/lib/usecases/ask-stretch'
import { decideItems } from '@/lib/usecases/decide-items'

// What arrives is whatever was sent; the use cases check it at their door.

export async function askStretchAction(textId: string, stretch: { start: number; end: number }) {
  return acting(async (visit) => {
    const often = await tooMany('items of a stretch', { learnerId: visit.learner.id })
    return often ? { ok: false as const, problem: often } : askStretch(visit, { textId, stretch })
  })
}

export async function decideAction(itemIds: string[], decision: 'keep' | 'reject') {
  return acting((visit) => decideItems(visit, { itemIds, decision }))
}
