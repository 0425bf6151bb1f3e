'use server'

import { copySharedDeck } from '@/lib/usecases/read-shared-deck'
import { endShare, shareDeck } from '@/lib/usecases/share-deck'
import { keepMine, takeChanges } from '@/lib/usecases/take-over'
import { acting } from '../items/acting'
import { tooMany } from '../limits'
import { sessionSecret } from '../session-secret'

// What arrives is whatever was sent; the use cases check it at their door.

export async function shareDeckAction(deckId: string, name: string) {
  return acting((visit) => shareDeck(visit, { deckId, name }, sessionSecret()))
}

export async function endShareAction(deckId: string) {
  return acting((visit) => endShare(visit, { deckId }))
}

export async function copySharedDeckAction(token: string) {
  return acting(async (visit) => {
    const often = await tooMany('link')
    if (often) return { ok: false as const, problem: often }
    return copySharedDeck(visit, { token }, sessionSecret())
  }, 'keep the page')
}

export async function takeChangesAction(deckId: string, ids: string[]) {
  return acting((visit) => takeChanges(visit, { deckId, ids }))
}

export async function keepMineAction(deckId: string, ids: string[]) {
  return acting((visit) => keepMine(visit, { deckId, ids }))
}
