'use server'

import { archiveDeck } from '@/lib/usecases/archive-deck'
import { makeDeck } from '@/lib/usecases/make-deck'
import { mergeDecks } from '@/lib/usecases/merge-decks'
import { renameDeck } from '@/lib/usecases/rename-deck'
import { studyDeck } from '@/lib/usecases/study-deck'
import { acting } from '../items/acting'

// What arrives is whatever was sent; the use cases check it at their door.

export async function makeDeckAction(name: string) {
  return acting((visit) => makeDeck(visit, { name }))
}

export async function renameDeckAction(deckId: string, name: string) {
  return acting((visit) => renameDeck(visit, { deckId, name }))
}

export async function mergeDecksAction(from: string[], into: string) {
  return acting((visit) => mergeDecks(visit, { from, into }))
}

export async function archiveDeckAction(deckId: string, archived: boolean) {
  return acting((visit) => archiveDeck(visit, { deckId, archived }))
}

export async function studyDeckAction(deckId: string, studied: boolean) {
  return acting((visit) => studyDeck(visit, { deckId, studied }))
}
