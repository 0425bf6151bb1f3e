/** The state of a card as the server answers it, read with care: what is not understood is left out. */
import { z } from 'zod'
import { CardId } from '@/lib/core/ids'
import type { CardState } from '@/lib/core/memory/state'
import { toStudyDay } from '@/lib/core/time/study-day'

/** Years 0000 … 9999, as toStudyDay takes them. */
const Day = z.int().min(-719_528).max(2_932_896).transform(toStudyDay)

const Memory = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('new') }),
  z.object({
    phase: z.enum(['learning', 'relearning', 'review']),
    step: z.int(),
    stability: z.number(),
    difficulty: z.number(),
    reps: z.int(),
    lapses: z.int(),
    lastStudyDay: Day,
    dueDay: Day,
    lastAt: z.number(),
    dueAt: z.number(),
  }),
])

const Card = z.object({
  id: CardId,
  state: z.object({
    memory: Memory,
    buriedOn: Day.nullable(),
    suspended: z.object({ reason: z.string() }).nullable(),
  }),
})

export type HeardCard = { readonly id: CardId; readonly state: CardState }

export function readCards(cards: readonly unknown[]): HeardCard[] {
  return cards.flatMap((card) => {
    const read = Card.safeParse(card)
    return read.success ? [read.data] : []
  })
}
