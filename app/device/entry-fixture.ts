/** Entries of the outbox for tests that look at where they lie, and not at what they say. */
import { CardId, ReviewId } from '@/lib/core/ids'

export const uuid = (n: number) => `01930000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

export const entry = (n: number) => ({
  id: uuid(n),
  event: {
    kind: 'bury' as const,
    id: ReviewId.parse(uuid(n)),
    cardId: CardId.parse(uuid(99)),
    reviewedAt: '2026-11-22T10:00:00Z',
    timeZone: 'Europe/Rome',
  },
})
