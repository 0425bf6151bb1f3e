'use server'

import type { ItemDraft } from '@/lib/core/items/draft'
import {
  deleteItems,
  moveItems,
  restoreItems,
  resumeItems,
  suspendItems,
} from '@/lib/usecases/change-items'
import { countStudents } from '@/lib/usecases/count-students'
import { editItem } from '@/lib/usecases/edit-item'
import { startOver, takeBackStartOver } from '@/lib/usecases/start-over'
import { takeOriginal } from '@/lib/usecases/take-over'
import { writeItem } from '@/lib/usecases/write-item'
import { acting } from './acting'

// What arrives is whatever was sent; the use cases check it at their door.

export async function suspendAction(itemIds: string[], reason: string) {
  return acting((visit) => suspendItems(visit, { itemIds, reason }))
}

export async function resumeAction(itemIds: string[]) {
  return acting((visit) => resumeItems(visit, { itemIds }))
}

export async function startOverAction(itemId: string) {
  return acting((visit) => startOver(visit, { itemId }))
}

export async function takeBackStartOverAction(itemId: string) {
  return acting((visit) => takeBackStartOver(visit, { itemId }))
}

export async function deleteAction(itemIds: string[]) {
  return acting((visit) => deleteItems(visit, { itemIds }))
}

export async function restoreAction(itemIds: string[]) {
  return acting((visit) => restoreItems(visit, { itemIds }))
}

export async function moveAction(itemIds: string[], from: string, to: string) {
  return acting((visit) => moveItems(visit, { itemIds, from, to }))
}

export async function editAction(itemId: string, draft: ItemDraft, meaning: 'same' | 'new') {
  return acting((visit) => editItem(visit, { itemId, draft, meaning }))
}

export async function countStudentsAction(itemIds: string[]) {
  return acting((visit) => countStudents(visit, { itemIds }), 'keep the page')
}

export async function takeOriginalAction(itemId: string) {
  return acting((visit) => takeOriginal(visit, { itemId }))
}

export async function writeAction(input: {
  draft: ItemDraft
  textId: string | null
  evidence: { start: number; end: number }[]
  deckId: string
}) {
  return acting((visit) => writeItem(visit, input))
}
