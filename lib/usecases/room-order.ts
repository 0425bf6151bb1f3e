/** The questions of a room's deck in the order in which a class is asked them: what it knows least first. */
import 'server-only'
import { type ClassRecall, leastKnownFirst, type StudentRecall } from '@/lib/core/class/room-order'
import { canBeAsked } from '@/lib/core/class/room-question'
import { groupBy } from '@/lib/core/group-by'
import type { ClassId, DeckId, ItemId, LearnerId } from '@/lib/core/ids'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/parameters'
import { recallNow } from '@/lib/core/memory/recall'
import { store } from '@/lib/store/client'
import { findItems } from '@/lib/store/item'
import { type CopyMemory, memoriesOfCopies } from '@/lib/store/room-deck'
import { parametersWith } from './parameters'
import type { Visit } from './visit'

export type OrderedItem = ClassRecall & {
  readonly question: string
  readonly section: string
}

export type RoomOrder = {
  readonly items: readonly OrderedItem[]
  /** Items that can only be turned over: they are not asked. */
  readonly left: number
}

export async function roomOrder(
  visit: Visit,
  { classId, deckId, ownerId }: { classId: ClassId; deckId: DeckId; ownerId: LearnerId },
): Promise<RoomOrder> {
  const all = await findItems(store(), ownerId, { deckId, status: ['kept'] })
  const items = all.filter(canBeAsked)
  const ids = items.map((item) => item.id)
  const memories = await memoriesOfCopies(store(), classId, ids)
  const byId = new Map(items.map((item) => [item.id, item]))
  return {
    items: leastKnownFirst(ids, recallsOf(visit, memories)).flatMap((known) => {
      const item = byId.get(known.itemId)
      return item ? [{ ...known, question: item.question, section: item.section }] : []
    }),
    left: all.length - items.length,
  }
}

/** By student and item; what a list has elements for is their mean, those never answered counting nothing. */
function recallsOf(visit: Visit, memories: readonly CopyMemory[]): StudentRecall[] {
  const of = groupBy(memories, ({ learnerId, itemId }) => `${learnerId} ${itemId}`)
  return [...of.values()].flatMap((cards) => {
    const [first] = cards
    if (!first) return []
    const recalls = cards.map((card) => recallOf(visit, card))
    const isAsked = recalls.some((recall) => recall !== null)
    const sum = recalls.reduce<number>((total, recall) => total + (recall ?? 0), 0)
    return [{ itemId: first.itemId, recall: isAsked ? sum / cards.length : null }]
  })
}

function recallOf({ studyDay }: Visit, card: CopyMemory): number | null {
  const { stability, lastStudyDay, weights } = card
  if (stability === null || lastStudyDay === null) return null
  const parameters = weights
    ? parametersWith(weights, DEFAULT_PARAMETERS.desiredRetention)
    : DEFAULT_PARAMETERS
  // Answered today it was just shown.
  return recallNow({ phase: 'review', stability, lastStudyDay }, studyDay, parameters) ?? 1
}

/** What is asked, in order. */
export const idsOf = ({ items }: RoomOrder): ItemId[] => items.map(({ itemId }) => itemId)
