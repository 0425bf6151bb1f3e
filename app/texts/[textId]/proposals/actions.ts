'use server'

import { problemOfError } from '@/app/answers'
import { visit } from '@/app/visit'
import type { ItemDraft } from '@/lib/core/items/draft'
import type { Problem } from '@/lib/core/outcome'
import { decideItems } from '@/lib/usecases/decide-items'
import { editItem } from '@/lib/usecases/edit-item'

/** Mends a proposal before it is kept. Gives the problem, or null when it is stored. */
export async function mendProposal(itemId: string, draft: ItemDraft): Promise<Problem | null> {
  try {
    const outcome = await editItem(await visit(), { itemId, draft, meaning: 'same' })
    return outcome.ok ? null : outcome.problem
  } catch (error) {
    return problemOfError(error)
  }
}

/** Makes a rejected item a proposal again. */
export async function takeBackRejection(itemId: string): Promise<Problem | null> {
  try {
    const outcome = await decideItems(await visit(), { itemIds: [itemId], decision: 'propose' })
    return outcome.ok ? null : outcome.problem
  } catch (error) {
    return problemOfError(error)
  }
}
