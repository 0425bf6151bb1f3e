'use server'

import type { ItemDraft } from '@/lib/core/items/draft'
import { done } from '@/lib/core/outcome'
import { editItem } from '@/lib/usecases/edit-item'
import { readOutlook } from '@/lib/usecases/read-outlook'
import { acting } from '../items/acting'

/** Mends an item in the middle of a session: the page knows the change already and must not be made again. */
export async function editInSessionAction(
  itemId: string,
  draft: ItemDraft,
  meaning: 'same' | 'new',
) {
  return acting((visit) => editItem(visit, { itemId, draft, meaning }), 'keep the page')
}

/** What comes in the next days, all decks together. */
export async function outlookAction() {
  return acting(async (visit) => done(await readOutlook(visit)), 'keep the page')
}
